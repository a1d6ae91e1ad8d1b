import { discussion } from '~/activities/discussion/discussion'
import type { Tx } from '~/db.server'
import type { Actor } from '../actor'
import type { CurriculumActivity } from '../learning/curriculum'
import { isLate, refusalAt } from '../learning/deadlines'
import { recordOutcome } from '../learning/outcomes.server'
import { activityOpening, deadlineFor, releaseFactsOf, type Study } from '../learning/study'
import { studiesOf } from '../learning/study.server'

/** A discussion activity as it stands for one enrolment. */
export type Discussed = { study: Study; activity: CurriculumActivity<'discussion'> }

/** Null where the enrolment's programme has no such discussion. */
export async function discussionOf(
  tx: Tx,
  actor: Actor,
  { enrolmentId, activityId }: { enrolmentId: string; activityId: string },
): Promise<Discussed | null> {
  const [study] = await studiesOf([enrolmentId], actor.at, tx)
  const activity = study?.curriculum.activities.get(activityId)
  return study && activity?.kind === 'discussion' ? { study, activity } : null
}

/** Whether it has opened for them, so that it may be talked about. */
export function hasOpened({ study, activity }: Discussed, at: Date) {
  return activityOpening(study, activity, releaseFactsOf(study, at)).open
}

/**
 * Reports what a post, a hidden one or one given back has made of the activity: confirmed with the substantial posts
 * that it asks for, and not any more when one of them went. `more` is how many of them the study does not count yet.
 * A post after the activity's end counts for nothing.
 */
export async function recordDiscussion(
  tx: Tx,
  actor: Actor,
  { study, activity }: Discussed,
  {
    cause,
    more = 0,
    claimedAt = null,
  }: { cause: 'posted' | 'hidden' | 'deleted' | 'restored'; more?: number; claimedAt?: Date | null },
) {
  const deadline = deadlineFor(study, activity)
  if (cause === 'posted' && refusalAt(deadline, actor.at)) return
  const progress = discussion.progress(activity.config, {
    substantialPosts: (study.posts.get(activity.id) ?? 0) + more,
  })
  const before = study.outcomes.get(activity.id)
  if (!progress.handedIn && !before) return
  await recordOutcome(tx, actor, {
    enrolmentId: study.enrolmentId,
    activityId: activity.id,
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
