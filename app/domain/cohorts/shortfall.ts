// Whether the dates of a cohort leave room for what its programme teaches.
import type { Condition } from '../learning/release'
import { dayClosesAt, dayOpensAt, weekEndsOn, weekOfDay, weekOpensAt } from './weeks'

export type CohortDates = { startsOn: string; endsOn: string; timeZone: string }

export type PlannedModule = { id: string; title: string; closesWeek: number; opens: Condition | null }

export type Shortfall = {
  /** How many weeks the programme takes, the last day of the last one, and how many there are. */
  weeks: number
  lastDay: string
  given: number
  /** Titles of the modules that nobody would ever see open, and of those that would open and end early. */
  never: string[]
  early: string[]
}

/** Null where the dates reach into the programme's last week and each module has a chance to open. */
export function shortfallOf(
  dates: CohortDates,
  { weeks, modules }: { weeks: number; modules: PlannedModule[] },
): Shortfall | null {
  const given = weekOfDay(dates.startsOn, dates.endsOn)
  const over = dayClosesAt(dates.endsOn, dates.timeZone).getTime()
  const never = modules.filter((one) => earliest(one.opens, dates, modules) >= over)
  if (given >= weeks && never.length === 0) return null
  const early = modules.filter((one) => one.closesWeek > given && !never.includes(one))
  return {
    weeks,
    lastDay: weekEndsOn(dates.startsOn, weeks),
    given,
    never: titles(never),
    early: titles(early),
  }
}

/** The first instant at which the calendar lets a condition come true; what people do may be done at any time. */
function earliest(condition: Condition | null, dates: CohortDates, modules: PlannedModule[]): number {
  switch (condition?.kind) {
    case 'all':
      return Math.max(...condition.of.map((one) => earliest(one, dates, modules)))
    case 'any':
      return Math.min(...condition.of.map((one) => earliest(one, dates, modules)))
    case 'week':
      return weekOpensAt(dates, condition.week).getTime()
    case 'date':
      return dayOpensAt(condition.day, dates.timeZone).getTime()
    case 'module': {
      // Without itself, so that modules that wait for each other come to an end.
      const others = modules.filter((one) => one.id !== condition.module)
      const first = modules.find((one) => one.id === condition.module)
      return earliest(first?.opens ?? null, dates, others)
    }
    default:
      return 0
  }
}

function titles(modules: PlannedModule[]) {
  return modules.map((one) => one.title)
}
