import type { Kind } from '~/activities/kind'
import type { Actor } from '../actor'
import type { CurriculumActivity } from './curriculum'
import type { Deadline } from './deadlines'
import type { OutcomeState } from './outcome'
import type { Opening } from './release'
import { activityOpening, deadlineFor, extraAttemptsFor, releaseFactsOf, type Study } from './study'
import { studyOfOne } from './study.server'

declare const theirs: unique symbol

/** An enrolment's study that the actor may see as the person enrolled. */
export type OwnStudy = Study & { [theirs]: true }

/** An activity that a trainee may open: their own enrolment, in force, released. Reading it is always allowed. */
export type TraineeActivity<K extends Kind = Kind> = {
  enrolmentId: string
  personId: string
  groupId: string | null
  cohort: Study['cohort']
  module: { id: string; position: number; title: string }
  activity: CurriculumActivity<K>
  deadline: Deadline
  /** By concessions. */
  extraAttempts: number
  outcome: OutcomeState | null
  [theirs]: true
}

/** Their own, withdrawn or not; null for "absent" and "not yours" alike. */
export async function studyFor(actor: Actor, enrolmentId: string): Promise<OwnStudy | null> {
  if (!actor.person) return null
  const study = await studyOfOne(enrolmentId, actor.at)
  return study?.personId === actor.person.id ? (study as OwnStudy) : null
}

/** Null unless it is their own enrolment, in force, and the activity (of this kind, where one is named) is open to them. */
export async function activityForTrainee<K extends Kind = Kind>(
  actor: Actor,
  enrolmentId: string,
  activityId: string,
  kind?: K,
): Promise<TraineeActivity<K> | null> {
  const standing = await activityWithOpening(actor, enrolmentId, activityId)
  if (!standing?.opening.open || standing.study.withdrawn) return null
  const { study, activity } = standing
  if (kind !== undefined && activity.kind !== kind) return null
  return theirsIn(study, activity) as TraineeActivity<K>
}

/** All that they may open now, by activity; empty where the enrolment is not theirs, or not in force. */
export async function activitiesForTrainee(
  actor: Actor,
  enrolmentId: string,
): Promise<ReadonlyMap<string, TraineeActivity>> {
  const study = await studyFor(actor, enrolmentId)
  if (!study || study.withdrawn) return new Map()
  const facts = releaseFactsOf(study, actor.at)
  const open = [...study.curriculum.activities.values()].filter(
    (activity) => activityOpening(study, activity, facts).open,
  )
  return new Map(open.map((activity) => [activity.id, theirsIn(study, activity)]))
}

function theirsIn(study: OwnStudy, activity: CurriculumActivity): TraineeActivity {
  const module = study.curriculum.modules.find((one) => one.id === activity.moduleId)!
  return {
    enrolmentId: study.enrolmentId,
    personId: study.personId,
    groupId: study.groupId,
    cohort: study.cohort,
    module: { id: module.id, position: module.position, title: module.title },
    activity,
    deadline: deadlineFor(study, activity),
    extraAttempts: extraAttemptsFor(study, activity.id),
    outcome: study.outcomes.get(activity.id) ?? null,
  } as TraineeActivity
}

/** An activity of their own study whether it is open or not, so that a page can say what would open it. */
export async function activityWithOpening(
  actor: Actor,
  enrolmentId: string,
  activityId: string,
): Promise<{ study: OwnStudy; activity: CurriculumActivity; opening: Opening } | null> {
  const study = await studyFor(actor, enrolmentId)
  const activity = study?.curriculum.activities.get(activityId)
  if (!study || !activity) return null
  return { study, activity, opening: activityOpening(study, activity, releaseFactsOf(study, actor.at)) }
}
