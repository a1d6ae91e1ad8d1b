// From what the database holds of one enrolment to the record that a rule judges. Pure: the rows come in as they
// were read, with everything that was recorded after the cut-off left out already.
import type { HourType } from '~/activities/kind'
import { kinds } from '~/activities/kinds'
import { type CohortCalendar, dayClosesAt } from '../cohorts/weeks'
import type { Curriculum, CurriculumActivity } from '../learning/curriculum'
import { deadlineOf } from '../learning/deadlines'
import { splitHours, totalHours } from '../learning/ledger'
import { type AttendanceEntry, standingMark } from '../workshops/attendance'
import { type ActivityFact, awaitsOf, type LearningRecord, type SessionFact, stillAwaits } from './record'

export type CohortFacts = {
  calendar: CohortCalendar
  endsOn: string
  cohortClosedAt: Date | null
  moduleClosings: ReadonlyMap<string, Date>
  curriculum: Curriculum
}

/** What all people of a cohort have in common. */
export type Frame = CohortFacts & {
  /** Until when each activity is taken from whoever has no later date by a concession. */
  until: ReadonlyMap<string, Date>
}

export type RawOutcome = {
  activity: string
  handedIn: boolean
  confirmed: boolean
  score: number | null
  exempt: boolean
  awaits: 'trainee' | 'mentor' | 'nobody' | null
  recordedAt: Date
}

export type RawSession = { activity: string; number: number; start: Date; end: Date; hundredths: number }

export type RawFacts = {
  outcomes: RawOutcome[]
  hours: { type: HourType; hundredths: number }[]
  /** At the turns where the enrolment is expected. */
  sessions: RawSession[]
  marks: (AttendanceEntry & { activity: string; number: number; plannedMinutes: number })[]
  posts: number
  concessions: {
    activity: string | null
    kind: 'attempt' | 'later' | 'exemption'
    until: Date | null
    recordedAt: Date
  }[]
}

/** What completion looks at, and beside it what pace looks at: the activities handed in. */
export type Evidence = { record: LearningRecord; handedIn: ReadonlySet<string> }

export function frameOf(cohort: CohortFacts): Frame {
  const activities = [...cohort.curriculum.activities.values()]
  return { ...cohort, until: new Map(activities.map((one) => [one.id, untilOf(cohort, one, null)])) }
}

export function gather(frame: Frame, facts: RawFacts, at: Date): Evidence {
  const outcomes = new Map(facts.outcomes.map((one) => [one.activity, one]))
  const activities = [...frame.curriculum.activities.values()]
  const handedIn = new Set(
    facts.outcomes.filter((one) => one.handedIn || one.exempt).map((one) => one.activity),
  )
  return {
    handedIn,
    record: {
      at,
      activities: activities.map((one) => activityFact(frame, facts, one, outcomes.get(one.id) ?? null, at)),
      earned: totalHours(facts.hours),
      sessions: activities.flatMap((one) =>
        sessionFacts(facts, one, outcomes.get(one.id)?.exempt ?? false, at),
      ),
      posts: { substantial: facts.posts, until: postsUntil(frame, facts) },
    },
  }
}

function activityFact(
  frame: Frame,
  facts: RawFacts,
  activity: CurriculumActivity,
  outcome: RawOutcome | null,
  at: Date,
): ActivityFact {
  const later = latest(facts, (of) => of === null || of === activity.id)
  const until = later ? untilOf(frame, activity, later) : frame.until.get(activity.id)!
  const stated = awaitsOf(outcome)
  const awaits = stated ?? (oneMoreAllowed(facts, activity.id, outcome) ? 'trainee' : null)
  return {
    activity: activity.id,
    module: activity.moduleId,
    kind: activity.kind,
    type: kinds[activity.kind].hours,
    required: activity.required,
    hundredths: activity.hours,
    confirmed: outcome?.confirmed ?? false,
    exempt: outcome?.exempt ?? false,
    score: outcome?.score ?? null,
    awaits: stillAwaits(awaits, until, at),
    until,
  }
}

/** A concession given after the outcome was last recorded allows one more attempt, which it does not yet know of. */
function oneMoreAllowed(facts: RawFacts, activity: string, outcome: RawOutcome | null): boolean {
  return facts.concessions.some(
    (one) =>
      one.kind === 'attempt' &&
      one.activity === activity &&
      outcome !== null &&
      one.recordedAt >= outcome.recordedAt,
  )
}

function untilOf(cohort: CohortFacts, activity: CurriculumActivity, later: Date | null): Date {
  const module = cohort.curriculum.modules.find((one) => one.id === activity.moduleId)!
  return deadlineOf({
    calendar: cohort.calendar,
    closesWeek: module.closesWeek,
    endsOn: cohort.endsOn,
    moduleClosedAt: cohort.moduleClosings.get(module.id) ?? null,
    cohortClosedAt: cohort.cohortClosedAt,
    later,
  }).refusedFrom
}

function postsUntil(frame: Frame, facts: RawFacts): Date {
  const lastDay = dayClosesAt(frame.endsOn, frame.calendar.timeZone)
  const ends = frame.cohortClosedAt && frame.cohortClosedAt < lastDay ? frame.cohortClosedAt : lastDay
  const discussions = new Set(
    [...frame.curriculum.activities.values()].filter((one) => one.kind === 'discussion').map((one) => one.id),
  )
  const later = latest(facts, (of) => of === null || discussions.has(of))
  return later && later > ends ? later : ends
}

function latest(facts: RawFacts, of: (activity: string | null) => boolean): Date | null {
  let date: Date | null = null
  for (const { kind, activity, until } of facts.concessions) {
    if (kind === 'later' && until && of(activity) && (!date || until > date)) date = until
  }
  return date
}

/** Every planned session of a workshop, whether or not a turn has a day for it. */
function sessionFacts(
  facts: RawFacts,
  activity: CurriculumActivity,
  exempt: boolean,
  at: Date,
): SessionFact[] {
  if (activity.kind !== 'workshop') return []
  const shares = splitHours(activity.hours, activity.config.sessions.length)
  const makeUpUntil = latest(facts, (of) => of === activity.id)
  return activity.config.sessions.map(({ number }, index) => {
    const own = facts.sessions.find((one) => one.activity === activity.id && one.number === number)
    const marks = facts.marks.filter((one) => one.activity === activity.id && one.number === number)
    const standing = standingMark(marks)
    return {
      activity: activity.id,
      session: number,
      hundredths: own?.hundredths ?? shares[index]!,
      start: own?.start ?? null,
      over: own ? own.end <= at : false,
      exempt,
      makeUpUntil,
      standing: standing && { mark: standing.mark, minutes: standing.minutes },
      plannedMinutes:
        standing?.plannedMinutes ?? (own ? (own.end.getTime() - own.start.getTime()) / 60_000 : 0),
    }
  })
}
