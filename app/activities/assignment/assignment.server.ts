import type { Actor } from '~/domain/actor'
import { type GivenFile, readyFiles } from '~/domain/files/given-file.server'
import type { TraineeActivity } from '~/domain/learning/learning.access.server'
import { submittedBy, submitWork } from '~/domain/learning/submissions.server'
import type { ServerFace } from '../kind.server'
import { type AssignmentConfig, refusalToHandIn } from './assignment'

const MOST_CHARACTERS = 20_000

export const assignmentServer: ServerFace<'assignment'> = {
  kind: 'assignment',
  work: async ({ enrolmentId, activity }) => {
    const [submitted] = await submittedBy([{ enrolmentId, activityId: activity.id }])
    return submitted!.work
  },
}

export function fileKindsTaken({ accepts }: AssignmentConfig) {
  return accepts.filter((kind) => kind !== 'text')
}

/**
 * Hands in files, text written in the page, or both. Refuses what the assignment does not take ('nothing',
 * 'text-not-taken', 'too-many-files', 'file-too-large', 'file-kind', 'too-long'), a file that is empty or not what
 * its name says, naming it, and what `submitWork` refuses.
 */
export async function handInAssignment(
  actor: Actor,
  activity: TraineeActivity<'assignment'>,
  handing: { text: string; files: GivenFile[]; formKey?: string | null; claimedAt?: Date | null },
) {
  const { config } = activity.activity
  const text = handing.text.trim()
  const given = handing.files.map(({ name, bytes }) => ({ name, bytes: bytes.byteLength }))
  const refused = refusalToHandIn(config, given, text)
  if (refused) return { refused }
  if (text.length > MOST_CHARACTERS) return { refused: 'too-long' as const }
  const ready = await readyFiles(handing.files, {
    accept: fileKindsTaken(config),
    maxBytes: config.maxMegabytes * 1024 * 1024,
  })
  if (ready.refused) return ready
  const { formKey, claimedAt } = handing
  return submitWork(actor, activity, { text, files: ready.files, formKey, claimedAt })
}
