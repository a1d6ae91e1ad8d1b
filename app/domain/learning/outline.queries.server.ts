import type { Kind } from '~/activities/kind'
import type { Actor } from '../actor'
import { weekNumber, weekOpensAt } from '../cohorts/weeks'
import {
  type ActivityState,
  activityStanding,
  type HowFar,
  howFarOf,
  moduleOfWeek,
  postsLeftOf,
} from './activity-state'
import type { CurriculumActivity, CurriculumModule } from './curriculum'
import type { OwnStudy } from './learning.access.server'
import { shownHours } from './ledger'
import { type Lock, locksOf } from './locks'
import type { Opening, ReleaseFacts } from './release'
import { moduleOpening, releaseFactsOf } from './study'

export type OutlineActivity = {
  id: string
  kind: Kind
  title: string
  state: ActivityState
  optional?: true
  late?: true
  minutes?: number
  howFar?: HowFar
  score?: number
  postsLeft?: number
  /** First and last instant of a workshop's turn or a live session, and its zone. */
  when?: [number, number, string]
  locks?: Lock[]
}

export type OutlineModule = {
  id: string
  title: string
  hours: string
  /** 'waiting': nothing of it is theirs to do now. */
  state: 'done' | 'now' | 'todo' | 'waiting' | 'locked'
  weeks: [number, number]
  required: number
  done: number
  locks: Lock[]
  activities: OutlineActivity[]
}

/** A trainee's outline: each module and activity, where they stand in it, and what opens what is locked. */
export function outlineFor(actor: Actor, study: OwnStudy) {
  const facts = releaseFactsOf(study, actor.at)
  const current = moduleOfWeek(study, actor.at)
  const earned = study.hours.reduce((sum, one) => sum + one.hundredths, 0)
  const total = study.curriculum.modules.reduce((sum, one) => sum + one.hours, 0)
  return {
    title: study.curriculum.title,
    titleEn: study.curriculum.titleEn,
    cohort: study.cohort.title,
    zone: study.cohort.timeZone,
    week: weekNumber(study.cohort, actor.at),
    weeks: study.curriculum.weeks,
    opensAt: weekOpensAt(study.cohort, 1).getTime(),
    withdrawn: study.withdrawn,
    earned: shownHours(earned),
    total: shownHours(total),
    modules: study.curriculum.modules.map((module) =>
      outlineModule(study, module, facts, module === current),
    ),
  }
}

function outlineModule(
  study: OwnStudy,
  module: CurriculumModule,
  facts: ReleaseFacts,
  current: boolean,
): OutlineModule {
  const opening = moduleOpening(study, module, facts)
  const activities = module.activities.map((one) => outlineActivity(study, one, facts, opening))
  const required = activities.filter((one) => !one.optional)
  const done = required.filter((one) => one.state === 'done').length
  return {
    id: module.id,
    title: module.title,
    hours: shownHours(module.hours),
    state: opening.open ? moduleState(required, done, current) : 'locked',
    weeks: [module.opensWeek, module.closesWeek],
    required: required.length,
    done,
    locks: opening.open ? [] : locksOf(opening.reasons, study.curriculum),
    activities,
  }
}

function moduleState(required: OutlineActivity[], done: number, current: boolean): OutlineModule['state'] {
  if (done === required.length) return 'done'
  if (current) return 'now'
  return required.some(({ state }) => state === 'open' || state === 'started' || state === 'again')
    ? 'todo'
    : 'waiting'
}

function outlineActivity(
  study: OwnStudy,
  activity: CurriculumActivity,
  facts: ReleaseFacts,
  ofModule: Opening,
): OutlineActivity {
  const { id, kind, title, required } = activity
  const { state, late, score, reasons } = activityStanding(study, activity, facts, ofModule)
  const shown: OutlineActivity = { id, kind, title, state }
  if (!required) shown.optional = true
  if (late) shown.late = true
  if (score !== null) shown.score = score
  const howFar = state === 'started' && howFarOf(study, activity)
  if (howFar) shown.howFar = howFar
  // The reasons of a module stand once, at its head.
  if (state === 'locked' && ofModule.open) shown.locks = locksOf(reasons, study.curriculum)
  return { ...shown, ...particularsOf(study, activity) }
}

/** What a kind's line tells besides: how long, how many, when. */
function particularsOf(study: OwnStudy, activity: CurriculumActivity): Partial<OutlineActivity> {
  switch (activity.kind) {
    case 'video': {
      const seconds = study.films.get(activity.id)?.seconds
      return { minutes: seconds ? Math.ceil(seconds / 60) : activity.config.minutes }
    }
    case 'reading':
      return { minutes: activity.config.minutes }
    case 'discussion':
      return { postsLeft: postsLeftOf(study, activity) }
    case 'workshop': {
      const turn = study.turns.find((one) => one.activityId === activity.id)
      const [first, last] = [turn?.sessions[0], turn?.sessions.at(-1)]
      return turn && first && last
        ? { when: [first.startsAt.getTime(), last.endsAt.getTime(), turn.timeZone] }
        : {}
    }
    case 'live': {
      const session = study.live.get(activity.id)
      return session
        ? { when: [session.startsAt.getTime(), session.endsAt.getTime(), study.cohort.timeZone] }
        : {}
    }
    default:
      return {}
  }
}
