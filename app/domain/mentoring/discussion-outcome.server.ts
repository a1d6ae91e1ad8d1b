import { discussion } from '~/activities/discussion/discussion'
import type { Tx } from '~/db.server'
import type { Actor } from '../actor'
import { isLate, refusalAt } from '../learning/deadlines'
import { recordOutcome } from '../learning/outcomes.server'
import { activityOpening, deadlineFor, releaseFactsOf, type Study } from '../learning/study'
import { studiesOf } from '../learning/study.server'

type Which = { enrolmentId: string; activityId: string }

/** Whether a discussion activity has opened for an enrolment, so that it may be talked about. */
export async function opensDiscussion(tx: Tx, actor: Actor, which: Which) {
  const found = await discussionOf(tx, actor, which)
  if (!found) return false
  const { study, activity } = found
  return activityOpening(study, activity, releaseFactsOf(study, actor.at)).open
}

/**
 * Reports what a post, a hidden one or one given back has made of the activity: confirmed with the substantial posts
 * that it asks for, and not any more when one of them went. A post after the activity's end counts for nothing.
 */
export async function recordDiscussion(
  tx: Tx,
  actor: Actor,
  {
    cause,
    claimedAt = null,
    ...which
  }: Which & { cause: 'posted' | 'hidden' | 'deleted' | 'restored'; claimedAt?: Date | null },
) {
  const found = await discussionOf(tx, actor, which)
  if (!found) return
  const { study, activity } = found
  const deadline = deadlineFor(study, activity)
  if (cause === 'posted' && refusalAt(deadline, actor.at)) return
  const progress = discussion.progress(activity.config, {
    substantialPosts: study.posts.get(which.activityId) ?? 0,
  })
  const before = study.outcomes.get(which.activityId)
  if (!progress.handedIn && !before) return
  await recordOutcome(tx, actor, {
    ...which,
    activityVersionId: activity.versionId,
    cause,
    handedIn: progress.handedIn,
    confirmed: progress.confirmed,
    score: null,
    awaits: progress.awaits,
    late: isLate(deadline, actor.at),
    occurredAt: actor.at,
    claimedAt,
  })
}

async function discussionOf(tx: Tx, actor: Actor, { enrolmentId, activityId }: Which) {
  const [study]: Study[] = await studiesOf([enrolmentId], actor.at, tx)
  const activity = study?.curriculum.activities.get(activityId)
  return study && activity?.kind === 'discussion' ? { study, activity } : null
}
