// Credit hours as entries. A number of hours is kept in whole hundredths, as the database's decimal(8,2) holds
// it, so that sums are exact.
// Invariants:
// 1. A total is the sum of its entries and nothing else.
// 2. What is due changes by a difference: posted entries are never touched.
import type { HourType } from '~/activities/kind'

export type Hundredths = number

export type HourEntry = {
  activity: string
  /** The session's number in a workshop; null elsewhere. */
  session: number | null
  type: HourType
  hundredths: Hundredths
}

export type HourTotals = Record<HourType, Hundredths> & { total: Hundredths }

/** Of a decimal as the database gives it ('1.50') or an author writes it (1.5). Throws on a third decimal. */
export function hundredthsOf(hours: string | number): Hundredths {
  const hundredths = Math.round(Number(hours) * 100)
  if (!Number.isFinite(hundredths) || Math.abs(hundredths - Number(hours) * 100) > 1e-6) {
    throw new RangeError(`not a number of hours with two decimals: ${hours}`)
  }
  return hundredths
}

/** As the database takes it: '1.50'. */
export function decimalOf(hundredths: Hundredths): string {
  const whole = Math.trunc(Math.abs(hundredths) / 100)
  const rest = String(Math.abs(hundredths) % 100).padStart(2, '0')
  return `${hundredths < 0 ? '-' : ''}${whole}.${rest}`
}

/** As pages show it, without idle noughts: 71.5, 6, 0.33. */
export function shownHours(hundredths: Hundredths): string {
  return String(hundredths / 100)
}

/** Shares of a workshop's hours among its sessions; the last takes what the split leaves. */
export function splitHours(hundredths: Hundredths, sessions: number): Hundredths[] {
  if (sessions < 1) return []
  const share = Math.trunc(hundredths / sessions)
  return Array.from({ length: sessions }, (_, index) =>
    index === sessions - 1 ? hundredths - share * (sessions - 1) : share,
  )
}

export function totalHours(entries: Iterable<Pick<HourEntry, 'type' | 'hundredths'>>): HourTotals {
  const totals: HourTotals = { online: 0, discussion: 0, practice: 0, workshop: 0, total: 0 }
  for (const { type, hundredths } of entries) {
    totals[type] += hundredths
    totals.total += hundredths
  }
  return totals
}

/**
 * The entry that brings one source's posted hours to what is due now: positive at confirmation, negative when a
 * signature is undone, a difference when a newer version is worth more or less; null where nothing is owed.
 */
export function hoursOwed(posted: Iterable<Hundredths>, due: Hundredths): Hundredths | null {
  let sum = 0
  for (const hundredths of posted) sum += hundredths
  return due === sum ? null : due - sum
}
