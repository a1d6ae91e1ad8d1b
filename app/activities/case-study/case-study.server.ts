import type { Actor } from '~/domain/actor'
import type { TraineeActivity } from '~/domain/learning/learning.access.server'
import { submittedBy, submitWork } from '~/domain/learning/submissions.server'
import type { ServerFace } from '../kind.server'
import { charactersIn } from './case-study'

/** With spaces; far above what anybody writes, far below what a page can carry. */
const MOST_CHARACTERS = 20_000

export const caseStudyServer: ServerFace<'case-study'> = {
  kind: 'case-study',
  work: async ({ enrolmentId, activity }) => {
    const [submitted] = await submittedBy([{ enrolmentId, activityId: activity.id }])
    return submitted!.work
  },
}

/**
 * Hands in an analysis of the case. Refuses 'too-short' with how many characters it has and needs, both without
 * spaces, 'too-long', and what `submitWork` refuses.
 */
export async function handInCaseStudy(
  actor: Actor,
  activity: TraineeActivity<'case-study'>,
  { text, formKey, claimedAt }: { text: string; formKey?: string | null; claimedAt?: Date | null },
) {
  const characters = charactersIn(text)
  const { minCharacters } = activity.activity.config
  if (characters < Math.max(1, minCharacters))
    return { refused: 'too-short', characters, minCharacters } as const
  if (text.length > MOST_CHARACTERS) return { refused: 'too-long' } as const
  return submitWork(actor, activity, { text: text.trim(), files: [], formKey, claimedAt })
}
