// Everything that one enrolment's pages and locks look at, read at once.
import { type AttendanceEntry, counts, standingMark } from '../workshops/attendance'
import type { Curriculum, CurriculumActivity, CurriculumModule } from './curriculum'
import { type Deadline, deadlineOf } from './deadlines'
import type { OutcomeState } from './outcome'
import { type Condition, type Opening, type ReleaseFacts, releasable } from './release'

export type StudyTurn = {
  activityId: string
  workshopId: string
  turn: number
  venue: string
  address: string
  timeZone: string
  sessions: { id: string; number: number; title: string; startsAt: Date; endsAt: Date }[]
  /** The first instant after its day, at its venue. */
  overAt: Date
}

export type StudyMark = {
  activityId: string
  session: number
  plannedMinutes: number
  entries: AttendanceEntry[]
}

export type Study = {
  enrolmentId: string
  personId: string
  withdrawn: boolean
  cohort: { id: string; title: string; startsOn: string; endsOn: string; timeZone: string }
  cohortClosedAt: Date | null
  curriculum: Curriculum
  conditions: ReadonlyMap<string, Condition | null>
  outcomes: ReadonlyMap<string, OutcomeState>
  releases: ReadonlyMap<string, Date>
  moduleClosings: ReadonlyMap<string, Date>
  concessions: { activityId: string | null; kind: 'attempt' | 'later' | 'exemption'; until: Date | null }[]
  turns: StudyTurn[]
  marks: StudyMark[]
  organisations: ReadonlySet<string>
  groupId: string | null
  hours: { activityId: string; type: string; hundredths: number }[]
  films: ReadonlyMap<string, { watchedSeconds: number; positionSeconds: number; seconds: number | null }>
  posts: ReadonlyMap<string, number>
  /** How many items of a practice have been noted. */
  noted: ReadonlyMap<string, number>
  /** Quizzes with an attempt that has not been handed in. */
  attempting: ReadonlySet<string>
  live: ReadonlyMap<string, { startsAt: Date; endsAt: Date }>
}

export function releaseFactsOf(study: Study, at: Date): ReleaseFacts {
  const handedIn = new Set<string>()
  const scores = new Map<string, number>()
  for (const [activity, outcome] of study.outcomes) {
    if (outcome.handedInAt || outcome.exempt) handedIn.add(activity)
    if (outcome.score !== null) scores.set(activity, outcome.score)
  }
  for (const turn of study.turns) if (turn.overAt <= at) handedIn.add(turn.activityId)
  return {
    at,
    calendar: study.cohort,
    required: study.curriculum.required,
    handedIn,
    scores,
    attended: attendedOf(study.marks),
    organisations: study.organisations,
    group: study.groupId,
  }
}

/** Whether a module is open for this enrolment, and if not, why. A release that is written stays. */
export function moduleOpening(study: Study, module: CurriculumModule, facts: ReleaseFacts): Opening {
  if (study.releases.has(module.id)) return { open: true }
  return releasable(conditionOf(study, module), facts)
}

/**
 * Whether an activity may be worked at: its module has been released, and what comes before it is done. Whoever asks
 * for all activities of a module gives its opening along.
 */
export function activityOpening(
  study: Study,
  activity: CurriculumActivity,
  facts: ReleaseFacts,
  ofModule: Opening = moduleOpening(study, moduleOf(study, activity), facts),
): Opening {
  if (!ofModule.open) return ofModule
  if (study.outcomes.get(activity.id)?.handedInAt) return { open: true }
  return releasable(activity.after, facts)
}

export function conditionOf(study: Pick<Study, 'conditions'>, module: CurriculumModule): Condition | null {
  return conditionFor(study.conditions, module)
}

/** A module that the cohort's conditions do not name opens with its week. */
export function conditionFor(
  conditions: ReadonlyMap<string, Condition | null>,
  module: Pick<CurriculumModule, 'id' | 'opensWeek'>,
): Condition | null {
  const condition = conditions.get(module.id)
  return condition === undefined ? { kind: 'week', week: module.opensWeek } : condition
}

export function deadlineFor(study: Study, activity: CurriculumActivity): Deadline {
  const module = moduleOf(study, activity)
  return deadlineOf({
    calendar: study.cohort,
    closesWeek: module.closesWeek,
    endsOn: study.cohort.endsOn,
    moduleClosedAt: study.moduleClosings.get(module.id) ?? null,
    cohortClosedAt: study.cohortClosedAt,
    later: laterFor(study, activity.id),
  })
}

export function extraAttemptsFor(study: Study, activityId: string): number {
  return study.concessions.filter((one) => one.kind === 'attempt' && one.activityId === activityId).length
}

function moduleOf(study: Study, activity: CurriculumActivity): CurriculumModule {
  return study.curriculum.modules.find((one) => one.id === activity.moduleId)!
}

function laterFor(study: Study, activityId: string): Date | null {
  let latest: Date | null = null
  for (const { kind, activityId: of, until } of study.concessions) {
    if (kind !== 'later' || (of !== null && of !== activityId) || until === null) continue
    if (latest === null || until > latest) latest = until
  }
  return latest
}

function attendedOf(marks: StudyMark[]): ReadonlyMap<string, number> {
  const attended = new Map<string, number>()
  for (const { activityId, plannedMinutes, entries } of marks) {
    const standing = standingMark(entries)
    if (!standing?.mark || !counts(standing.mark, standing.minutes, plannedMinutes)) continue
    attended.set(activityId, (attended.get(activityId) ?? 0) + 1)
  }
  return attended
}
