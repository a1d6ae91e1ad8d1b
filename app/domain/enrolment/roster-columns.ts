// Finds, in a sheet of cells, the header row below its title block, what each column is, and which of the
// rows below it are people. The manager may say otherwise, and then the manager is right.

import type { Cell, Sheet } from './roster-file'
import { type Meaning, meaningOfHeader } from './roster-headers'

export type Reason =
  | { by: 'header'; word: string }
  /** `share` of the `of` filled cells look like it. */
  | { by: 'content'; share: number; of: number }
  | { by: 'manager' }
  | { by: 'none' }

export type Column = {
  index: number
  header: string
  meaning: Meaning
  confidence: 'high' | 'medium' | 'low'
  reason: Reason
}

export type Layout = {
  /** As the file counts, from 1; null where the people begin in the first row. */
  headerRow: number | null
  title: string[]
  /** A title may name a quota: （名额1020人）. */
  quotaInTitle: number | null
  columns: Column[]
}

export type LayoutRefusal = { refused: 'no-header' }

/** What the manager says about a sheet: the header's row, and the meaning of columns by their index. */
export type Override = { headerRow?: number; columns?: Record<number, Meaning> }

export type RowKind = 'person' | 'empty' | 'totals' | 'header-again'

const looks: Partial<Record<Meaning, RegExp>> = {
  'identity-number': /^['‘]?\d{14,17}[\dXx]$/,
  telephone: /^(\+?86)?1[3-9]\d{9}$/,
  sex: /^[男女]性?$/,
  'birth-date': /^(19|20)\d\d[-/.年]\d{1,2}([-/.月]\d{1,2}日?|月)?$/,
  name: /^\p{Script=Han}{2,4}$/u,
}

const rowsSearched = 30
const rowsSampled = 200

/** The sheet's layout, or a word where no header and no column of identity numbers can be found. */
export function layoutOf(sheet: Sheet, override: Override = {}): Layout | LayoutRefusal {
  const header = override.headerRow ? override.headerRow - 1 : headerIndexOf(sheet)
  const sample = sheet.cells.slice(header + 1, header + 1 + rowsSampled)
  const columns = columnsOf(sheet.cells[header] ?? [], sample)
  for (const column of columns) {
    const said = override.columns?.[column.index]
    if (said) Object.assign(column, { meaning: said, confidence: 'high', reason: { by: 'manager' } })
  }
  keepOneEach(columns)
  const found = columns.some(({ meaning }) => meaning === 'name' || meaning === 'identity-number')
  const trusted =
    header >= 0 || override.columns || columns.some(({ meaning }) => meaning === 'identity-number')
  if (!found || !trusted) return { refused: 'no-header' }
  const title = sheet.cells.slice(0, Math.max(header, 0)).flat().map(textOf).filter(Boolean)
  const quota = /名额\D{0,3}(\d{1,6})/.exec(title.join(' '))
  return {
    headerRow: header >= 0 ? header + 1 : null,
    title,
    quotaInTitle: quota ? Number(quota[1]) : null,
    columns,
  }
}

/** The index of the column with this meaning, or null. */
export function columnOf(layout: Layout, meaning: Meaning) {
  return layout.columns.find((column) => column.meaning === meaning)?.index ?? null
}

/** Whether a row below the header is somebody, nobody, a total, or the header printed once more. */
export function kindOfRow(cells: Cell[], layout: Layout): RowKind {
  const filled = cells.map(textOf).filter(Boolean)
  if (filled.length === 0) return 'empty'
  const at = (meaning: Meaning) => textOf(cells[columnOf(layout, meaning) ?? -1])
  if (/^(合计|总计|小计|共计|总人数|共\d+人|total)/i.test(filled[0]!) && at('identity-number').length < 15)
    return 'totals'
  const again = layout.columns.filter(({ index, header }) => header && textOf(cells[index]) === header).length
  if (again >= 2 && again >= filled.length - 1) return 'header-again'
  // A number written down in advance for somebody who was never filled in is nobody.
  return filled.length === 1 && at('number') === filled[0] ? 'empty' : 'person'
}

export function textOf(cell: Cell | undefined) {
  return cell?.text.trim() ?? ''
}

/** The row with the most words that headers use; two at least, a name or an identity number among them. */
function headerIndexOf(sheet: Sheet) {
  let best = { index: -1, words: 1 }
  sheet.cells.slice(0, rowsSearched).forEach((cells, index) => {
    const found = new Set(cells.map((cell) => meaningOfHeader(textOf(cell))?.meaning))
    if (!found.has('name') && !found.has('identity-number')) return
    const words = [...found].filter(Boolean).length
    if (words > best.words) best = { index, words }
  })
  return best.index
}

function columnsOf(header: Cell[], sample: Cell[][]): Column[] {
  const width = Math.max(header.length, ...sample.map((cells) => cells.length))
  const columns: Column[] = []
  for (let index = 0; index < width; index++) {
    const name = textOf(header[index])
    const filled = sample.map((cells) => textOf(cells[index])).filter(Boolean)
    if (name || filled.length) columns.push(columnFrom(index, name, filled))
  }
  const byHeader = columns.some(({ meaning }) => meaning === 'name')
  // Two to four Chinese characters may be a post or a town: without a header only the most varied is a name.
  if (byHeader) return columns
  const name = columns.find(({ index, meaning }) => meaning === 'other' && namesIn(sample, index))
  if (name)
    Object.assign(name, {
      meaning: 'name',
      confidence: 'low',
      reason: { by: 'content', share: 1, of: sample.length },
    })
  return columns
}

function columnFrom(index: number, header: string, filled: string[]): Column {
  const byHeader = meaningOfHeader(header)
  const shareOf = (meaning: Meaning) => share(filled, looks[meaning])
  if (byHeader) {
    const agrees = filled.length === 0 || !looks[byHeader.meaning] || shareOf(byHeader.meaning) >= 0.5
    const confidence = !agrees ? 'low' : byHeader.exact ? 'high' : 'medium'
    return { index, header, meaning: byHeader.meaning, confidence, reason: { by: 'header', word: header } }
  }
  const measured: Meaning[] = ['identity-number', 'telephone', 'sex', 'birth-date']
  const best = measured
    .map((meaning) => ({ meaning, share: shareOf(meaning) }))
    .find(({ share }) => share >= 0.6)
  if (best && filled.length > 0) {
    // A date under a header of its own (入职日期) is not the birth date.
    const birth = best.meaning === 'birth-date' && header !== ''
    if (!birth) {
      const reason: Reason = { by: 'content', share: best.share, of: filled.length }
      return { index, header, meaning: best.meaning, confidence: header ? 'low' : 'medium', reason }
    }
  }
  return {
    index,
    header,
    meaning: 'other',
    confidence: header ? 'high' : 'low',
    reason: header ? { by: 'header', word: header } : { by: 'none' },
  }
}

/** Of two columns that seem to be the same the surer one is; what the manager said is surest. */
function keepOneEach(columns: Column[]) {
  const rank = (column: Column) =>
    (column.reason.by === 'manager' ? 8 : 0) +
    { high: 4, medium: 2, low: 0 }[column.confidence] +
    (column.reason.by === 'header' ? 1 : 0)
  const first = new Map<Meaning, Column>()
  for (const column of columns) {
    if (column.meaning === 'other' || column.meaning === 'ignored') continue
    const before = first.get(column.meaning)
    const loser = !before ? null : rank(column) > rank(before) ? before : column
    if (loser) Object.assign(loser, { meaning: 'other', confidence: 'low' })
    if (loser !== column) first.set(column.meaning, column)
  }
}

function namesIn(sample: Cell[][], index: number) {
  const filled = sample.map((cells) => textOf(cells[index])).filter(Boolean)
  return filled.length > 0 && share(filled, looks.name) >= 0.8 && new Set(filled).size >= filled.length * 0.6
}

function share(filled: string[], pattern: RegExp | undefined) {
  if (!pattern || filled.length === 0) return 0
  return filled.filter((text) => pattern.test(text.replace(/[\s-]/g, ''))).length / filled.length
}
