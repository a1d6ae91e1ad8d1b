// Week 1 is the calendar week, Monday to Sunday, of the cohort's start. Week n opens on its Monday at 0:00 and
// closes when its Sunday is over, in the cohort's time zone. Days are written 2027-03-15.
import { TZDate } from '@date-fns/tz'
import { addDays, addWeeks, differenceInCalendarWeeks, format, startOfWeek } from 'date-fns'

export type CohortCalendar = { startsOn: string; timeZone: string }

/** The first instant of a day in a place. */
export function dayOpensAt(day: string, timeZone: string): Date {
  return instant(midnight(day, timeZone))
}

/** The first instant that no longer belongs to the day. */
export function dayClosesAt(day: string, timeZone: string): Date {
  return instant(addDays(midnight(day, timeZone), 1))
}

export function dayOf(at: Date, timeZone: string): string {
  return format(new TZDate(at.getTime(), timeZone), 'yyyy-MM-dd')
}

export function weekOpensAt(calendar: CohortCalendar, week: number): Date {
  return instant(addWeeks(firstMonday(calendar), week - 1))
}

/** The first instant after the week: its Sunday still belongs to it. */
export function weekClosesAt(calendar: CohortCalendar, week: number): Date {
  return weekOpensAt(calendar, week + 1)
}

/** The number of the week that an instant lies in; nought or less before the cohort's first. */
export function weekNumber(calendar: CohortCalendar, at: Date): number {
  const here = new TZDate(at.getTime(), calendar.timeZone)
  return differenceInCalendarWeeks(here, firstMonday(calendar), { weekStartsOn: 1 }) + 1
}

function firstMonday({ startsOn, timeZone }: CohortCalendar): TZDate {
  return startOfWeek(midnight(startsOn, timeZone), { weekStartsOn: 1 })
}

function midnight(day: string, timeZone: string): TZDate {
  const [year, month, date] = day.split('-').map(Number)
  return new TZDate(year!, month! - 1, date!, timeZone)
}

function instant(date: Date): Date {
  return new Date(date.getTime())
}
