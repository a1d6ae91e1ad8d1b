// Checks a roster before anything is written: each row becomes ready, an error, something to skip, or
// something that waits, and says why.
//
//   error    what the row says cannot be enrolled; the sender mends it
//   waiting  for an administrator (the number is known under another name), for an identity number (where
//            the cohort takes people without), for a seat (more people than the quota)
//   skipped  nobody (empty, a total, the header again), or enrolled before
//   ready    all others, warned about or not
//
// 1. Nothing here tells what else is known about a person: no other name, and no cohort but the manager's own. Who learns
//    in another of these is ready, and warned about.
// 2. The first row with a number has it, every later one is an error that names the first.
// 3. Of the rows that are not errors the first with a telephone signs in with it, the others by number.
// 4. Seats go to ready rows in the order of the file.
// 5. The same input gives the same answer.

import { readIdentityNumber } from '../accounts/identity-number'
import { sameName } from '../accounts/person-name'
import type { CheckedRow, CheckedSheet, Reading, RosterCheck, RosterInput } from './roster-answer'
import { type Elsewhere, learnsTwice, placeOf, wait } from './roster-answer'
import { columnOf, kindOfRow, type LayoutRefusal, layoutOf, type Override, textOf } from './roster-columns'
import type { RosterFile } from './roster-file'
import { personOf, type RowReader, say } from './roster-person'
import { indexOf, type PlaceIndex } from './roster-places'
import { countSeats, proposalsFor, shareTelephones } from './roster-seats'
import { type Proposals, senderOf } from './roster-sender'

/** Every identity number in the file that is one, once each: what the caller looks up before the check. */
export function identityNumbersOf(file: RosterFile, overrides: Record<number, Override> = {}) {
  const numbers = new Set<string>()
  file.sheets.forEach((sheet, place) => {
    const layout = layoutOf(sheet, overrides[place])
    const column = 'refused' in layout ? null : columnOf(layout, 'identity-number')
    if (column === null) return
    for (const cells of sheet.cells) {
      const cell = cells[column]
      const read = cell && readIdentityNumber(cell.text, { storedAsNumber: cell.number })
      if (read?.number) numbers.add(read.number)
    }
  })
  return [...numbers]
}

/** Checks all sheets that are rosters; refused where none is. */
export function checkRoster(input: RosterInput): RosterCheck | LayoutRefusal {
  const index = indexOf(input.organisations, input.heldForId)
  const proposals: Proposals = { byKey: new Map(), byParent: new Map() }
  const sheets: CheckedSheet[] = []
  const readings: Reading[] = []
  input.file.sheets.forEach((sheet, place) => {
    const layout = layoutOf(sheet, input.overrides?.[place])
    const found = 'refused' in layout ? null : layout
    const before = readings.length
    if (found) {
      const start = found.headerRow ?? 0
      for (let at = start; at < sheet.cells.length; at++) {
        const reader = { sheet: sheet.name, row: at + 1, layout: found, cells: sheet.cells[at]!, issues: [] }
        readings.push(readRow(reader, place, input, index, proposals))
      }
    }
    sheets.push({ name: sheet.name, layout: found, rows: readings.length - before })
  })
  if (sheets.every((sheet) => sheet.layout === null)) return { refused: 'no-header' }
  dropTrailing(readings)
  const people = readings.filter(({ row }) => row.person)
  findTwice(people)
  judge(people, input)
  shareTelephones(people)
  const used = proposalsFor(people, proposals)
  const overQuota = countSeats(people, input.quotas, index, proposals)
  return {
    sheets,
    rows: readings.map(({ row }) => row),
    counts: countsOf(readings),
    proposals: used,
    overQuota,
  }
}

function readRow(
  reader: RowReader,
  sheet: number,
  input: RosterInput,
  index: PlaceIndex,
  proposals: Proposals,
): Reading {
  const kind = kindOfRow(reader.cells, reader.layout)
  const number = textOf(reader.cells[columnOf(reader.layout, 'number') ?? -1]).slice(0, 20)
  const row: CheckedRow = {
    sheet,
    row: reader.row,
    number: kind === 'person' ? number : '',
    state: 'skipped',
    waitsFor: null,
    skippedFor: kind === 'person' ? null : kind,
    person: null,
    sentBy: null,
    quotaOf: null,
    signsInBy: null,
    issues: reader.issues,
  }
  if (kind !== 'person') return { row, reader }
  row.person = personOf(reader, input)
  row.sentBy = senderOf(reader, index, proposals)
  return { row, reader }
}

/** Empty rows below the last filled one are no rows of the roster. */
function dropTrailing(readings: Reading[]) {
  const last = new Map<number, number>()
  for (const { row } of readings) if (row.skippedFor !== 'empty') last.set(row.sheet, row.row)
  const kept = readings.filter(({ row }) => row.row <= (last.get(row.sheet) ?? 0))
  readings.splice(0, readings.length, ...kept)
}

function findTwice(people: Reading[]) {
  const first = new Map<string, Reading>()
  for (const reading of people) {
    const number = reading.row.person!.identityNumber
    if (!number) continue
    const before = first.get(number)
    if (!before) first.set(number, reading)
    else
      say(reading.reader, 'identity-number', 'identity-twice', {
        first: placeOf(before),
        name: before.row.person!.name ?? '',
      })
  }
}

function judge(people: Reading[], { known }: RosterInput) {
  for (const { row, reader } of people) {
    const { identityNumber, name } = row.person!
    const before = identityNumber ? known.get(identityNumber) : undefined
    if (row.issues.some(({ severity }) => severity === 'error')) {
      row.state = 'error'
    } else if (before && !sameName(before.name, name!)) {
      wait(row, 'administrator')
      say(reader, 'name', 'waits-for-administrator', {})
    } else if (before && before.enrolment !== 'none') {
      row.skippedFor = 'enrolled'
      say(reader, null, before.enrolment === 'in-force' ? 'already-enrolled' : 'enrolled-and-withdrawn', {})
    } else if (!identityNumber) {
      wait(row, 'identity-number')
    } else {
      row.state = 'ready'
      tellElsewhere(reader, before?.elsewhere ?? [])
    }
  }
}

function tellElsewhere(reader: RowReader, elsewhere: Elsewhere[]) {
  const titles = (same: boolean) =>
    elsewhere.filter(({ sameProgramme }) => sameProgramme === same).map(({ cohort }) => cohort)
  if (titles(true).length) say(reader, 'name', 'in-same-programme', { cohorts: titles(true) })
  if (titles(false).length) say(reader, 'name', 'in-other-programme', { cohorts: titles(false) })
}

function countsOf(readings: Reading[]) {
  const counts = { people: 0, ready: 0, error: 0, waiting: 0, skipped: 0, warned: 0, mended: 0, twice: 0 }
  for (const { row } of readings) {
    counts[row.state] += 1
    if (!row.person) continue
    counts.people += 1
    if (learnsTwice(row)) counts.twice += 1
    if (row.issues.some(({ severity }) => severity === 'warning')) counts.warned += 1
    if (row.issues.some(({ severity }) => severity === 'fixed')) counts.mended += 1
  }
  return counts
}
