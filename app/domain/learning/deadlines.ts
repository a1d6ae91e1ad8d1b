// Until when work is taken.
//   due      the end of the module's last week, or a concession's later date: what comes after is late
//   refused  from when nothing more is taken: the manager closed the module, or the cohort has ended;
//            a concession's later date outlives both
import { type CohortCalendar, dayClosesAt, weekClosesAt } from '../cohorts/weeks'

export type DeadlineFacts = {
  calendar: CohortCalendar
  closesWeek: number
  /** The cohort's last day, 2027-07-11. */
  endsOn: string
  moduleClosedAt: Date | null
  cohortClosedAt: Date | null
  /** The latest concession for this enrolment and activity. */
  later: Date | null
}

export type Deadline = {
  dueAt: Date
  refusedFrom: Date
  closedBy: 'module-closed' | 'cohort-closed'
  /** By a concession. */
  later: boolean
}

export function deadlineOf(facts: DeadlineFacts): Deadline {
  const week = weekClosesAt(facts.calendar, facts.closesWeek)
  const lastDay = dayClosesAt(facts.endsOn, facts.calendar.timeZone)
  const ends = earlier(lastDay, facts.cohortClosedAt)
  const closes = earlier(ends, facts.moduleClosedAt)
  const later = facts.later !== null && facts.later > week
  return {
    dueAt: later ? facts.later! : week,
    refusedFrom: facts.later !== null && facts.later > closes ? facts.later : closes,
    closedBy: closes < ends ? 'module-closed' : 'cohort-closed',
    later,
  }
}

export function refusalAt(deadline: Deadline, at: Date): Deadline['closedBy'] | null {
  return at < deadline.refusedFrom ? null : deadline.closedBy
}

export function isLate(deadline: Deadline, at: Date): boolean {
  return at >= deadline.dueAt
}

function earlier(a: Date, b: Date | null): Date {
  return b !== null && b < a ? b : a
}
