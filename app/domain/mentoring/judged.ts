import type { Progress } from '~/activities/kind'
import type { OutcomeInput } from '../learning/outcomes.server'

/** Kinds whose work waits for a signature, and those whose work waits for a grade. */
export const signedKinds = ['practice'] as const
export const gradedKinds = ['case-study', 'assignment'] as const

/** What a judgement makes of somebody's work in one activity, as it is recorded. */
export function judgedOutcome(
  at: Date,
  { enrolmentId, activityId }: { enrolmentId: string; activityId: string },
  newest: { versionId: string; late: boolean },
  { handedIn, confirmed, score, awaits }: Progress,
  cause: string,
): OutcomeInput {
  const { versionId: activityVersionId, late } = newest
  return {
    enrolmentId,
    activityId,
    activityVersionId,
    cause,
    handedIn,
    confirmed,
    score,
    awaits,
    late,
    occurredAt: at,
  }
}
