import { maskNumber } from '../accounts/identity-number'
import { maskTelephone } from '../accounts/telephone'
import { pageOf } from '../pages'
import { shownAs } from './import.server'
import type { checkImport } from './import-check.server'
import { type CheckedRow, learnsTwice } from './roster-answer'
import { columnOf, textOf } from './roster-columns'
import type { Meaning } from './roster-headers'
import type { RosterLocale } from './roster-labels'
import { rosterLabels } from './roster-labels'
import { sentenceOf } from './roster-words'

export type Checked = Extract<Awaited<ReturnType<typeof checkImport>>, { refused: null }>
export type RowFilter = 'attention' | 'error' | 'waiting' | 'warned' | 'mended' | 'elsewhere' | 'all'
export type ShownCell = { text: string; severity: 'error' | 'warning' | 'fixed' | null; says: string[] }
export type ShownRow = {
  key: string
  place: string
  state: CheckedRow['state']
  cells: ShownCell[]
  says: string[]
}

const pageSize = 100
const shownColumns: { key: string; meanings: Meaning[] }[] = [
  { key: 'name', meanings: ['name'] },
  { key: 'identity-number', meanings: ['identity-number', 'sex', 'birth-date'] },
  { key: 'telephone', meanings: ['telephone'] },
  { key: 'unit', meanings: ['county', 'township', 'unit'] },
]

/** A page of the check's rows as they are shown: identity numbers masked, also wrong ones; the row says where they stand. */
export function shownRows(
  check: Checked,
  locale: RosterLocale,
  { filter, page }: { filter: RowFilter; page: number },
) {
  const rows = check.rows.filter(
    (row) => row.skippedFor !== 'empty' && row.skippedFor !== 'totals' && wanted(row, filter),
  )
  const { shown, pages } = pageOf(rows, page, pageSize)
  return { rows: shown.map((row) => shownRow(check, row, locale)), total: rows.length, pages }
}

function wanted(row: CheckedRow, filter: RowFilter) {
  const has = (severity: string) => row.issues.some((issue) => issue.severity === severity)
  if (filter === 'all') return true
  if (filter === 'error') return row.state === 'error'
  if (filter === 'waiting') return row.state === 'waiting'
  if (filter === 'warned') return has('warning')
  if (filter === 'mended') return has('fixed')
  if (filter === 'elsewhere') return row.issues.some(isElsewhere)
  return row.issues.length > 0 || row.state === 'waiting'
}

function shownRow(check: Checked, row: CheckedRow, locale: RosterLocale): ShownRow {
  const layout = check.sheets[row.sheet]!.layout!
  const cells = check.file.sheets[row.sheet]!.cells[row.row - 1]!
  const written = (meaning: Meaning) => textOf(cells[columnOf(layout, meaning) ?? -1])
  const cellsShown = shownColumns.map(({ key, meanings }): ShownCell => {
    const issues = row.issues.filter((issue) => issue.meaning && meanings.includes(issue.meaning))
    const severity =
      (['error', 'warning', 'fixed'] as const).find((one) => issues.some((i) => i.severity === one)) ?? null
    return {
      text: textIn(key, row, severity === 'error', written),
      severity,
      says: issues.map((issue) => sentenceOf(issue, locale)),
    }
  })
  const others = row.issues.filter(
    (issue) => !issue.meaning || !shownColumns.some(({ meanings }) => meanings.includes(issue.meaning!)),
  )
  return {
    key: `${row.sheet}-${row.row}`,
    place: row.number || String(row.row),
    state: row.state,
    cells: cellsShown,
    says: others.map((issue) => sentenceOf(issue, locale)),
  }
}

function textIn(key: string, { person }: CheckedRow, wrong: boolean, written: (meaning: Meaning) => string) {
  const long = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text)
  if (key === 'name') return long(wrong ? written('name') : (person?.name ?? written('name')))
  if (key === 'telephone') {
    return long(!wrong && person?.telephone ? maskTelephone(person.telephone) : written('telephone'))
  }
  if (key === 'identity-number') {
    const number = person?.identityNumber ?? written('identity-number')
    return long(/\d{6}/.test(number) ? maskNumber(number) : number)
  }
  return long(unitText([written('county'), written('township'), written('unit')]))
}

// What the manager may see of other cohorts, the sender of the roster may not.
function isElsewhere({ word }: CheckedRow['issues'][number]) {
  return word === 'in-same-programme' || word === 'in-other-programme'
}

/** Those who would learn one programme twice at once, by the cohort where they are; null where nobody would. */
export function shownTwice(check: Checked) {
  const doubled = check.rows.filter(learnsTwice)
  if (doubled.length === 0) return null
  const cohorts = new Map<string, number>()
  for (const { issues } of doubled) {
    for (const issue of issues) {
      if (issue.word !== 'in-same-programme') continue
      for (const title of issue.details.cohorts) cohorts.set(title, (cohorts.get(title) ?? 0) + 1)
    }
  }
  return {
    people: doubled.length,
    shown: shownAs(doubled),
    cohorts: [...cohorts].map(([title, people]) => ({ title, people })),
  }
}

/** Where somebody works, from above: what the next name begins with is not written twice. */
export function unitText(names: string[]) {
  const parts = names.filter(Boolean)
  return parts
    .filter((part, place) => !parts.slice(place + 1).some((next) => next.startsWith(part)))
    .join(' ')
}

/** What each column was taken for, by sheet. */
export function shownSheets(check: Checked, locale: RosterLocale) {
  const labels = rosterLabels[locale]
  return check.sheets.flatMap((sheet, place) =>
    sheet.layout
      ? [
          {
            place,
            name: sheet.name,
            headerRow: sheet.layout.headerRow,
            columns: sheet.layout.columns.map((column) => ({
              index: column.index,
              header: column.header,
              meaning: column.meaning,
              label: labels.meaning(column.meaning),
              reason: labels.reason(column),
              sure: column.confidence !== 'low',
            })),
          },
        ]
      : [],
  )
}

/** The roster with its problems beside its rows, for whoever sent it. */
export function markedSheets(check: Checked, locale: RosterLocale) {
  return check.sheets.flatMap((sheet, place) => {
    if (!sheet.layout) return []
    const { headerRow } = sheet.layout
    const cells = check.file.sheets[place]!.cells
    const rows = check.rows.filter(
      (row) => row.sheet === place && row.skippedFor !== 'empty' && row.skippedFor !== 'totals',
    )
    return [
      {
        name: sheet.name,
        header: headerRow
          ? cells[headerRow - 1]!.map((cell) => textOf(cell))
          : sheet.layout.columns.map((one) => one.header),
        rows: rows.map((row) => ({
          number: row.row,
          cells: cells[row.row - 1]!.map((cell) => textOf(cell)),
          issues: row.issues
            .filter((issue) => !isElsewhere(issue))
            .map(({ column, severity, ...issue }) => ({
              column,
              severity,
              text: sentenceOf({ column, severity, ...issue } as (typeof row.issues)[number], locale),
            })),
        })),
      },
    ]
  })
}
