// Where and when the demonstration is laid. The anchor is the Monday of the week in which it is made, which opens week
// nine; all days count from it. Each act runs on its own clock, so that the commands see the day that they are of.
import { TZDate } from '@date-fns/tz'
import { addDays, addMinutes, format } from 'date-fns'
import { withClock } from '~/clock.server'
import type { Actor } from '~/domain/actor'

export const timeZone = 'Asia/Shanghai'

export type Someone = { id: string; name: string }

export type Stage = {
  /** 2027-03-15, a Monday. */
  anchor: string
  /** The day of a week of the cohort, Monday being 1, at a time of Daming's clock: `at(3, 2, '20:15')`. */
  at: (week: number, weekday: number, time: string) => Date
  /** The same as a day without a time. */
  day: (week: number, weekday: number) => string
}

export function stageAt(now: Date): Stage {
  const here = new TZDate(now.getTime(), timeZone)
  const anchor = format(addDays(here, -((here.getDay() + 6) % 7)), 'yyyy-MM-dd')
  const day = (week: number, weekday: number) => {
    const [year, month, date] = anchor.split('-').map(Number)
    const monday = new TZDate(year!, month! - 1, date!, timeZone)
    return format(addDays(monday, (week - 9) * 7 + weekday - 1), 'yyyy-MM-dd')
  }
  return {
    anchor,
    day,
    at(week, weekday, time) {
      const [year, month, date] = day(week, weekday).split('-').map(Number)
      const [hours, minutes] = time.split(':').map(Number)
      return new Date(
        addMinutes(new TZDate(year!, month! - 1, date!, timeZone), hours! * 60 + minutes!).getTime(),
      )
    },
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

/** What a command gave, where a refusal would be a mistake of the demonstration itself. */
export function must<T extends object>(result: T): Exclude<T, { refused: string }> {
  if ('refused' in result && result.refused)
    throw new Error(`The demonstration was refused: ${JSON.stringify(result)}`)
  return result as Exclude<T, { refused: string }>
}
