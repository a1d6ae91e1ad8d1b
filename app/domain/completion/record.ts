// The facts of one enrolment that completion looks at: outcomes, ledger, attendance and posts, and no kind's own
// tables. One query gives them, for one person or for twenty thousand.
import type { Awaits, HourType, Kind } from '~/activities/kind'
import type { HourTotals, Hundredths } from '../learning/ledger'
import { type AttendedSession, fullyAttended, sessionCounts } from '../workshops/attendance'

export type ActivityFact = {
  activity: string
  module: string
  kind: Kind
  type: HourType
  required: boolean
  hundredths: Hundredths
  confirmed: boolean
  /** By a concession: counts as done, and leaves the scores. */
  exempt: boolean
  /** Percent; null while there is no mark. */
  score: number | null
  /** Whose move may still confirm it or raise its score, at this time: see `stillAwaits`. */
  awaits: Awaits
  /** Until when the trainee may hand in; null is without end. */
  until: Date | null
}

/** One planned session, at the workshop's turn of this enrolment. */
export type SessionFact = AttendedSession & {
  activity: string
  session: number
  hundredths: Hundredths
  /** Null while no turn has a day. */
  start: Date | null
  /** The session has ended. */
  over: boolean
  exempt: boolean
  /** Until when it may be made up; null where no make-up is arranged. */
  makeUpUntil: Date | null
}

export type LearningRecord = {
  at: Date
  /** In the programme's order. */
  activities: ActivityFact[]
  earned: HourTotals
  sessions: SessionFact[]
  posts: { substantial: number; until: Date | null }
}

/** What a deadline leaves of `awaits`: a mentor may still mark after it, a trainee may hand in no more. */
export function stillAwaits(awaits: Awaits, until: Date | null, at: Date): Awaits {
  return awaits === 'trainee' && !stillOpen(until, at) ? null : awaits
}

/**
 * Whose move an outcome waits for. No outcome, or none that says so: the trainee's until it is handed in, then
 * the mentor's, so that what is not known is never taken for lost.
 */
export function awaitsOf(
  outcome: { handedIn: boolean; confirmed: boolean; awaits: 'trainee' | 'mentor' | 'nobody' | null } | null,
): Awaits {
  if (!outcome) return 'trainee'
  if (outcome.awaits !== null) return outcome.awaits === 'nobody' ? null : outcome.awaits
  if (outcome.confirmed) return null
  return outcome.handedIn ? 'mentor' : 'trainee'
}

export function stillOpen(until: Date | null, at: Date): boolean {
  return until === null || at < until
}

export function isDone(fact: Pick<ActivityFact, 'confirmed' | 'exempt'>): boolean {
  return fact.confirmed || fact.exempt
}

/**
 * Where one session stands: it counts, it may still (ahead, roll not taken, or to be made up), or it is lost.
 * In full attendance, leaving early does not count.
 */
export type SessionStanding = 'counts' | 'ahead' | 'roll-not-taken' | 'make-up' | 'lost'

export function standingOf(fact: SessionFact, at: Date, full = false): SessionStanding {
  if (full ? fullyAttended(fact) : sessionCounts(fact) === true) return 'counts'
  if (!fact.standing?.mark) return fact.over ? 'roll-not-taken' : 'ahead'
  return fact.makeUpUntil && at < fact.makeUpUntil ? 'make-up' : 'lost'
}
