import { withClock } from '~/clock.server'
import { newId } from '~/domain/ids.server'
import { between } from '../dice'
import type { Stage } from '../stage'

const DAY = 24 * 60 * 60 * 1000
const MINUTE = 60 * 1000

/** The weeks of a cohort whose first Monday lies so many weeks before the anchor. Its clock is never put forward. */
export type Weeks = {
  startsOn: string
  endsOn: string
  /** A day of a week, Monday being 1, so many minutes after its midnight. */
  at: (week: number, weekday: number, minutes: number) => Date
}

export function weeksOf(stage: Stage, weeksAgo: number, weeks: number): Weeks {
  const first = 9 - weeksAgo
  const monday = stage.at(first, 1, '00:00').getTime()
  return {
    startsOn: stage.day(first, 1),
    endsOn: stage.day(first + weeks - 1, 7),
    at: (week, weekday, minutes) =>
      new Date(monday + ((week - 1) * 7 + weekday - 1) * DAY + minutes * MINUTE),
  }
}

/** Some minute of an evening, between seven and half past ten. */
export function evening() {
  return between(19 * 60, 22 * 60 + 30)
}

export function minutesAfter(at: Date, minutes: number) {
  return new Date(at.getTime() + minutes * MINUTE)
}

/** An identifier that was made at an instant. */
export function idAt(at: Date): string {
  return withClock(at, newId)
}
