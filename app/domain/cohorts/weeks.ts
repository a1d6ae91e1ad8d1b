// Week 1 is the calendar week, Monday to Sunday, of the cohort's start. Week n opens on its Monday at 0:00 and
// closes when its Sunday is over, in the cohort's time zone. Days are written 2027-03-15 and counted from 1970-01-01,
// both without a zone; only the instant at which a day opens has one.
import { TZDate } from '@date-fns/tz'

export type CohortCalendar = { startsOn: string; timeZone: string }

const DAY = 86_400_000
const KEPT = 10_000

// A page asks for the same few days again and again, and a zone's rules are dear to look up.
const midnights = new Map<string, number>()

/** The first instant of a day in a place. */
export function dayOpensAt(day: string, timeZone: string): Date {
  return opensAt(numberOf(day), timeZone)
}

/** The first instant that no longer belongs to the day. */
export function dayClosesAt(day: string, timeZone: string): Date {
  return opensAt(numberOf(day) + 1, timeZone)
}

export function dayOf(at: Date, timeZone: string): string {
  return new Date(dayNumberAt(at, timeZone) * DAY).toISOString().slice(0, 10)
}

export function weekOpensAt(calendar: CohortCalendar, week: number): Date {
  return opensAt(firstMonday(calendar) + 7 * (week - 1), calendar.timeZone)
}

/** The first instant after the week: its Sunday still belongs to it. */
export function weekClosesAt(calendar: CohortCalendar, week: number): Date {
  return weekOpensAt(calendar, week + 1)
}

/** The Sunday of a week. */
export function weekEndsOn(startsOn: string, week: number): string {
  return new Date((firstMonday({ startsOn }) + 7 * week - 1) * DAY).toISOString().slice(0, 10)
}

/** The number of the week that a day lies in. */
export function weekOfDay(startsOn: string, day: string): number {
  return Math.floor((numberOf(day) - firstMonday({ startsOn })) / 7) + 1
}

/** The number of the week that an instant lies in; nought or less before the cohort's first. */
export function weekNumber(calendar: CohortCalendar, at: Date): number {
  return weekOfDay(calendar.startsOn, dayOf(at, calendar.timeZone))
}

function firstMonday({ startsOn }: Pick<CohortCalendar, 'startsOn'>): number {
  const day = numberOf(startsOn)
  // 1970-01-01 was a Thursday.
  return day - ((day + 3) % 7)
}

function numberOf(day: string): number {
  return Date.parse(day) / DAY
}

function dayNumberAt(at: Date, timeZone: string): number {
  const here = new TZDate(at.getTime(), timeZone)
  return Date.UTC(here.getFullYear(), here.getMonth(), here.getDate()) / DAY
}

function opensAt(day: number, timeZone: string): Date {
  const key = `${day} ${timeZone}`
  let opens = midnights.get(key)
  if (opens === undefined) {
    opens = new TZDate(1970, 0, 1 + day, timeZone).getTime()
    if (midnights.size >= KEPT) midnights.clear()
    midnights.set(key, opens)
  }
  return new Date(opens)
}
