// What a roster's check is asked, and what it answers.

import type { Layout, Override } from './roster-columns'
import type { RosterFile } from './roster-file'
import type { Issue, Place } from './roster-issues'
import type { RosterPerson, RowReader } from './roster-person'
import type { Found, KnownOrganisation, Proposal } from './roster-places'

/** A cohort that has not ended, of those that the manager may see, in which a person of the roster learns too. */
export type Elsewhere = { cohort: string; sameProgramme: boolean }

/** What is known of the number in force: whose name it is under, whether that person is in this cohort, and where else. */
export type KnownPerson = {
  name: string
  enrolment: 'none' | 'in-force' | 'withdrawn'
  elsewhere: Elsewhere[]
}

export type Quota = { organisationId: string; seats: number; used: number }

export type RosterInput = {
  file: RosterFile
  /** What the manager said about a sheet, by its place in the file. */
  overrides?: Record<number, Override>
  /** The organisation that the cohort is held for, and the tree below it. */
  organisations: KnownOrganisation[]
  heldForId: string
  /** By identity number, of those in `identityNumbersOf(file)`. */
  known: ReadonlyMap<string, KnownPerson>
  /** None at all means that seats are not counted. */
  quotas: Quota[]
  /** yyyy-MM-dd */
  today: string
  withoutNumber: 'refuse' | 'wait'
}

export type CheckedRow = {
  sheet: number
  /** As the file counts, from 1. */
  row: number
  /** The roster's own 序号. */
  number: string
  state: 'ready' | 'error' | 'waiting' | 'skipped'
  waitsFor: 'administrator' | 'identity-number' | 'seat' | null
  skippedFor: 'empty' | 'totals' | 'header-again' | 'enrolled' | null
  person: RosterPerson | null
  sentBy: Found | null
  /** The organisation whose quota the row counts in. */
  quotaOf: string | null
  signsInBy: 'telephone' | 'identity-number' | null
  issues: Issue[]
}

export type CheckedSheet = { name: string; layout: Layout | null; rows: number }

export type OverQuota = Quota & { name: string; ready: number; over: number }

export type RosterCheck = {
  sheets: CheckedSheet[]
  rows: CheckedRow[]
  counts: {
    people: number
    ready: number
    error: number
    waiting: number
    skipped: number
    warned: number
    mended: number
    /** Ready, and learning the same programme in another cohort: see `learnsTwice`. */
    twice: number
  }
  proposals: Proposal[]
  overQuota: OverQuota[]
}

/** A row with what is needed to say more about it. */
export type Reading = { row: CheckedRow; reader: RowReader }

/** Whether enrolling a row would have somebody learn one programme twice at once: the manager says what becomes of it. */
export function learnsTwice(row: CheckedRow) {
  return row.state === 'ready' && row.issues.some(({ word }) => word === 'in-same-programme')
}

export function wait(row: CheckedRow, waitsFor: NonNullable<CheckedRow['waitsFor']>) {
  row.state = 'waiting'
  row.waitsFor = waitsFor
}

export function placeOf({ row, reader }: Reading): Place {
  return { sheet: reader.sheet, row: row.row, number: row.number }
}
