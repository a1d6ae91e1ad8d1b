// Terms: an *entry* is what somebody recorded for one person and session; the *standing mark* is the one that
// holds among them; a roll *not taken* is no mark at all, and nobody's absence.
// Invariants:
// 1. A self check-in yields to a mentor's mark, and that to a manager's; among equals the one recorded later
//    stands. Entries are never edited.
// 2. The share is of planned sessions: excused and absent stay in the denominator.
import { differenceInMinutes, max, min } from 'date-fns'

export type Mark = 'present' | 'late' | 'left-early' | 'excused' | 'absent' | 'made-up'

/** An instructor's mark stands as a mentor's. */
export type Authority = 'self' | 'mentor' | 'manager'

export type AttendanceEntry = {
  /** Breaks ties: ids grow with time. */
  id: string
  /** Null takes back what the same authority has recorded before. */
  mark: Mark | null
  by: Authority
  recordedAt: Date
  /** Minutes present, where somebody left early. */
  minutes: number | null
}

export type PlannedTime = { start: Date; end: Date }

/** A planned session of one person, with the mark that stands; null while no roll was taken. */
export type AttendedSession = {
  standing: Pick<AttendanceEntry, 'mark' | 'minutes'> | null
  plannedMinutes: number
}

export type AttendanceSum = {
  planned: number
  counted: number
  notTaken: number
  /** 0 to 1; null where nothing is planned. */
  share: number | null
  full: boolean
}

const RANK: Record<Authority, number> = { self: 0, mentor: 1, manager: 2 }

/** The entry that holds for one person and session; null where no roll was taken. */
export function standingMark<E extends AttendanceEntry>(entries: readonly E[]): E | null {
  let standing: E | null = null
  for (const authority of ['self', 'mentor', 'manager'] as const) {
    const latest = entries.filter((entry) => entry.by === authority).reduce<E | null>(later, null)
    if (latest?.mark) standing = latest
  }
  return standing
}

/** Whether `newer` would take the place of `older`: for a page that warns before a mark that changes nothing. */
export function outranks(newer: Authority, older: Authority): boolean {
  return RANK[newer] >= RANK[older]
}

/** Present, late and made up count; left early from two thirds of the planned minutes; excused and absent not. */
export function counts(mark: Mark, minutes: number | null, plannedMinutes: number): boolean {
  switch (mark) {
    case 'present':
    case 'late':
    case 'made-up':
      return true
    case 'left-early':
      return minutes !== null && minutes * 3 >= plannedMinutes * 2
    case 'excused':
    case 'absent':
      return false
  }
}

/** Null while no roll was taken. */
export function sessionCounts(session: AttendedSession): boolean | null {
  const { standing, plannedMinutes } = session
  return standing?.mark ? counts(standing.mark, standing.minutes, plannedMinutes) : null
}

/** Full attendance is each planned session present, late or made up: who left early was not there to the end. */
export function fullyAttended(session: AttendedSession): boolean {
  const mark = session.standing?.mark
  return mark === 'present' || mark === 'late' || mark === 'made-up'
}

export function sumAttendance(sessions: readonly AttendedSession[]): AttendanceSum {
  const planned = sessions.length
  const counted = sessions.filter((session) => sessionCounts(session) === true).length
  const notTaken = sessions.filter((session) => sessionCounts(session) === null).length
  const full = planned > 0 && sessions.every(fullyAttended)
  return { planned, counted, notTaken, share: planned ? counted / planned : null, full }
}

export function plannedMinutes(session: PlannedTime): number {
  return differenceInMinutes(session.end, session.start)
}

/** Minutes of the session during which somebody was there. */
export function minutesPresent(session: PlannedTime, presence: PlannedTime): number {
  const start = max([session.start, presence.start])
  const end = min([session.end, presence.end])
  return Math.max(0, differenceInMinutes(end, start))
}

function later<E extends AttendanceEntry>(one: E | null, other: E): E {
  if (!one) return other
  const apart = other.recordedAt.getTime() - one.recordedAt.getTime()
  return apart > 0 || (apart === 0 && other.id > one.id) ? other : one
}
