import type { Kind } from '~/activities/kind'
import type { Actor } from '../actor'
import { activityStanding } from './activity-state'
import type { CurriculumActivity } from './curriculum'
import { refusalAt } from './deadlines'
import type { OwnStudy } from './learning.access.server'
import { shownHours } from './ledger'
import { locksOf } from './locks'
import { deadlineFor, releaseFactsOf } from './study'

/** The head of an activity's page: what it is, where one stands in it, until when, and what would open it. */
export function activityHead(actor: Actor, study: OwnStudy, activity: CurriculumActivity) {
  const { state, late, score, reasons } = activityStanding(study, activity, releaseFactsOf(study, actor.at))
  const module = study.curriculum.modules.find((one) => one.id === activity.moduleId)!
  const deadline = deadlineFor(study, activity)
  return {
    title: activity.title,
    kind: activity.kind as Kind,
    module: module.title,
    moduleId: module.id,
    hours: shownHours(activity.hours),
    required: activity.required,
    zone: study.cohort.timeZone,
    state,
    late,
    score,
    withdrawn: study.withdrawn,
    locks: locksOf(reasons, study.curriculum),
    dueAt: deadline.dueAt.getTime(),
    overdue: deadline.dueAt <= actor.at,
    later: deadline.later,
    closed: refusalAt(deadline, actor.at),
  }
}
