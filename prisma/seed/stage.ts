// Where and when the demonstration is laid. The anchor is the Monday of the week in which it is made, which opens week
// nine of the Daming cohort; all days count from it. Each act runs on its own clock, so that the commands see the day
// that they are of, and what is drawn for one group does not depend on what runs beside it.
import { TZDate } from '@date-fns/tz'
import { addDays, addMinutes, format } from 'date-fns'
import { withClock } from '~/clock.server'
import { inTransaction } from '~/db.server'
import type { Actor } from '~/domain/actor'
import { withRandomness } from '~/domain/random.server'

export const timeZone = 'Asia/Shanghai'

export type Someone = { id: string; name: string }

export type Stage = {
  /** 2027-03-15, a Monday. */
  anchor: string
  /** The day of a week of the cohort, Monday being 1, at a time of its clock: `at(3, 2, '20:15')`. */
  at: (week: number, weekday: number, time: string) => Date
  /** The same as a day without a time. */
  day: (week: number, weekday: number) => string
  /** The stage of a cohort whose first week is this week of the Daming cohort. */
  beginning: (week: number) => Stage
  /** Runs an act on randomness of its own, drawn from the anchor and its name. */
  apart: <T>(name: string, work: () => Promise<T>) => Promise<T>
}

/** The stage of the Daming cohort, which is in its ninth week. */
export function stageAt(now: Date): Stage {
  const here = new TZDate(now.getTime(), timeZone)
  const anchor = format(addDays(here, -((here.getDay() + 6) % 7)), 'yyyy-MM-dd')
  return stageOf(anchor, 1)
}

function stageOf(anchor: string, first: number): Stage {
  const [year, month, date] = anchor.split('-').map(Number)
  const midnight = (week: number, weekday: number) => {
    const monday = new TZDate(year!, month! - 1, date!, timeZone)
    return addDays(monday, (first + week - 1 - 9) * 7 + weekday - 1)
  }
  return {
    anchor,
    day: (week, weekday) => format(midnight(week, weekday), 'yyyy-MM-dd'),
    at(week, weekday, time) {
      const [hours, minutes] = time.split(':').map(Number)
      return new Date(addMinutes(midnight(week, weekday), hours! * 60 + minutes!).getTime())
    },
    beginning: (week) => stageOf(anchor, week),
    apart: (name, work) => withRandomness(`the demonstration of ${anchor}: ${name}`, work),
  }
}

/** Somebody of the demonstration, at an instant. */
export function acting(person: Someone, at: Date): Actor & { person: Someone } {
  return { person, at, through: 'seed' }
}

export function theSystem(at: Date): Actor {
  return { person: null, at, through: 'seed' }
}

/** Runs an act on the clock of its instant. */
export function on<T>(at: Date, work: () => Promise<T>): Promise<T> {
  return withClock(at, work)
}

/**
 * Runs what one person or one group does over weeks as one transaction, command after command, which saves most of the
 * way to the database and back. Nobody else writes about them meanwhile.
 */
export function inOneGo<T>(deeds: () => Promise<T>): Promise<T> {
  return inTransaction(deeds, { timeout: 600_000 })
}

/** What a command gave, where a refusal would be a mistake of the demonstration itself. */
export function must<T extends object>(result: T): Exclude<T, { refused: string }> {
  if ('refused' in result && result.refused)
    throw new Error(`The demonstration was refused: ${JSON.stringify(result)}`)
  return result as Exclude<T, { refused: string }>
}
