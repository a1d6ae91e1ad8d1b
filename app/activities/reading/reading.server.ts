import { inTransaction } from '~/db.server'
import type { Actor } from '~/domain/actor'
import { isLate, refusalAt } from '~/domain/learning/deadlines'
import type { TraineeActivity } from '~/domain/learning/learning.access.server'
import { recordOutcome } from '~/domain/learning/outcomes.server'
import type { ServerFace } from '../kind.server'
import { reading } from './reading'

export const readingServer: ServerFace<'reading'> = {
  kind: 'reading',
  // What was read is kept as its outcome and nowhere else.
  work: async ({ outcome }) => {
    const read = outcome !== null && outcome.handedInAt !== null
    return { endReached: read, readPressed: read }
  },
}

/** 'Read' pressed. Refuses where the end was not reached, and where nothing more is taken. */
export async function markRead(actor: Actor, activity: TraineeActivity<'reading'>, endReached: boolean) {
  const refused = refusalAt(activity.deadline, actor.at)
  if (refused) return { refused }
  const { confirmed } = reading.progress(activity.activity.config, { endReached, readPressed: true })
  if (!confirmed) return { refused: 'end-not-reached' as const }
  return inTransaction((tx) =>
    recordOutcome(tx, actor, {
      enrolmentId: activity.enrolmentId,
      activityId: activity.activity.id,
      activityVersionId: activity.activity.versionId,
      cause: 'read',
      handedIn: true,
      confirmed: true,
      score: null,
      awaits: null,
      late: isLate(activity.deadline, actor.at),
      occurredAt: actor.at,
    }),
  )
}
