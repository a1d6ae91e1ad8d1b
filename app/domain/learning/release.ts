// What opens a module, or an activity within one: a tree of conditions, one interpreter, and reasons as data.
// Invariants:
// 1. A condition looks at what was handed in, never at what somebody else has confirmed of it.
// 2. All facts only grow (time passes, work is handed in, marks improve), and a release once written is never
//    taken back, so a condition that has been true needs no second look.
import { type CohortCalendar, dayOpensAt, weekOpensAt } from '../cohorts/weeks'

export type Condition =
  | { kind: 'all'; of: Condition[] }
  | { kind: 'any'; of: Condition[] }
  /** From the Monday of this week of the cohort. */
  | { kind: 'week'; week: number }
  /** From the first instant of this day, 2027-03-15, in the cohort's time zone. */
  | { kind: 'date'; day: string }
  /** All required activities of the module handed in; a workshop is, when the day of one's turn is over. */
  | { kind: 'module'; module: string }
  | { kind: 'activity'; activity: string }
  | { kind: 'score'; activity: string; atLeast: number }
  /** So many sessions attended, of one workshop activity or of all. */
  | { kind: 'attendance'; sessions: number; activity: string | null }
  /** Only for those whom this organisation, or one below it, has sent. */
  | { kind: 'organisation'; organisation: string }
  | { kind: 'group'; group: string }

/** One enrolment's facts. Activities and modules are the identities that outlive versions. */
export type ReleaseFacts = {
  at: Date
  calendar: CohortCalendar
  /** Required activities of each module, in order. */
  required: ReadonlyMap<string, readonly string[]>
  /** Handed in, or exempted. */
  handedIn: ReadonlySet<string>
  scores: ReadonlyMap<string, number>
  /** Sessions that count as attended, by workshop activity. */
  attended: ReadonlyMap<string, number>
  /** Whoever sent them, and all above. */
  organisations: ReadonlySet<string>
  group: string | null
}

export type Reason =
  | { kind: 'opens'; at: Date; week: number | null }
  | { kind: 'hand-in'; activity: string }
  | { kind: 'score'; activity: string; atLeast: number; score: number | null }
  | { kind: 'attend'; sessions: number; activity: string | null }
  | { kind: 'organisation'; organisation: string }
  | { kind: 'group'; group: string }
  /** One of these ways is enough. */
  | { kind: 'any'; ways: Reason[][] }

export type Opening = { open: true } | { open: false; reasons: Reason[] }

/** Null stands for no condition. */
export function releasable(condition: Condition | null, facts: ReleaseFacts): Opening {
  const reasons = condition ? reasonsAgainst(condition, facts) : []
  return reasons.length ? { open: false, reasons } : { open: true }
}

/** Days on which this condition may come true by time alone, for whoever sweeps. */
export function opensByTime(condition: Condition | null, calendar: CohortCalendar): Date[] {
  if (!condition) return []
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap((one) => opensByTime(one, calendar))
    case 'week':
      return [weekOpensAt(calendar, condition.week)]
    case 'date':
      return [dayOpensAt(condition.day, calendar.timeZone)]
    default:
      return []
  }
}

type Now = Pick<ReleaseFacts, 'at' | 'calendar'>

/**
 * Whether a condition may come true now because this activity, of this module, is handed in or marked. What waits for a
 * day as well is for the sweep of that day.
 */
export function dependsOn(condition: Condition | null, activity: string, module: string, now: Now): boolean {
  if (!condition) return false
  switch (condition.kind) {
    case 'all':
      if (condition.of.some((one) => isAhead(one, now))) return false
      return condition.of.some((one) => dependsOn(one, activity, module, now))
    case 'any':
      return condition.of.some((one) => dependsOn(one, activity, module, now))
    case 'module':
      return condition.module === module
    case 'activity':
    case 'score':
      return condition.activity === activity
    default:
      return false
  }
}

function isAhead(condition: Condition, { at, calendar }: Now): boolean {
  const days = condition.kind === 'week' || condition.kind === 'date' ? opensByTime(condition, calendar) : []
  return days.some((day) => day > at)
}

function reasonsAgainst(condition: Condition, facts: ReleaseFacts): Reason[] {
  switch (condition.kind) {
    case 'all':
      return withoutDoubles(condition.of.flatMap((one) => reasonsAgainst(one, facts)))
    case 'any': {
      const ways = condition.of.map((one) => reasonsAgainst(one, facts))
      if (ways.some((way) => way.length === 0)) return []
      return ways.length === 1 ? ways[0]! : [{ kind: 'any', ways }]
    }
    case 'week':
      return unlessPast(weekOpensAt(facts.calendar, condition.week), facts.at, condition.week)
    case 'date':
      return unlessPast(dayOpensAt(condition.day, facts.calendar.timeZone), facts.at, null)
    case 'module':
      return (facts.required.get(condition.module) ?? []).flatMap((activity) =>
        unlessHandedIn(activity, facts),
      )
    case 'activity':
      return unlessHandedIn(condition.activity, facts)
    case 'score': {
      const score = facts.scores.get(condition.activity) ?? null
      if (score !== null && score >= condition.atLeast) return []
      return [{ kind: 'score', activity: condition.activity, atLeast: condition.atLeast, score }]
    }
    case 'attendance': {
      const sessions = condition.sessions - attendedIn(condition.activity, facts)
      return sessions > 0 ? [{ kind: 'attend', sessions, activity: condition.activity }] : []
    }
    case 'organisation':
      return facts.organisations.has(condition.organisation) ? [] : [condition]
    case 'group':
      return facts.group === condition.group ? [] : [condition]
  }
}

function unlessPast(opensAt: Date, at: Date, week: number | null): Reason[] {
  return opensAt <= at ? [] : [{ kind: 'opens', at: opensAt, week }]
}

function unlessHandedIn(activity: string, facts: ReleaseFacts): Reason[] {
  return facts.handedIn.has(activity) ? [] : [{ kind: 'hand-in', activity }]
}

function attendedIn(activity: string | null, facts: ReleaseFacts): number {
  if (activity !== null) return facts.attended.get(activity) ?? 0
  return [...facts.attended.values()].reduce((sum, one) => sum + one, 0)
}

function withoutDoubles(reasons: Reason[]): Reason[] {
  const seen = new Set<string>()
  return reasons.filter((reason) => {
    const key = JSON.stringify(reason)
    return !seen.has(key) && seen.add(key)
  })
}
