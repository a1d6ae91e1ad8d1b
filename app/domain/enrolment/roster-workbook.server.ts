// Workbooks (.xlsx): numbers, dates, rich text and the results of formulas as the text that a person sees.

import { Readable } from 'node:stream'
import type ExcelJS from 'exceljs'
import { pack, unpack } from './roster-archive.server'
import {
  type Cell,
  longestText,
  noCell,
  type RosterFile,
  type RosterFileRefusal,
  type Sheet,
} from './roster-file'
import type { Limits } from './roster-file.server'

const wanted =
  /^(\[Content_Types\]\.xml|mimetype|_rels\/\.rels|xl\/(workbook\.(xml|bin)|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/sheet\d+\.xml)|word\/document\.xml|ppt\/presentation\.xml)$/

type Book = { sheets: { name: string; path: string; hidden: boolean }[] }

export async function readWorkbook(file: Buffer, limits: Limits): Promise<RosterFile | RosterFileRefusal> {
  const archive = unpack(file, wanted, limits.unpacked)
  if ('refused' in archive) {
    if (archive.refused === 'bomb') return bomb(limits)
    if (archive.refused === 'encrypted') return { refused: 'encrypted' }
    return { refused: 'not-a-roster', looksLike: null }
  }
  const { entries } = archive
  if (!entries.has('xl/workbook.xml')) return { refused: 'not-a-roster', looksLike: kindOf(entries) }
  const book = bookOf(entries)
  const shown = book.sheets.filter((sheet) => !sheet.hidden && entries.has(sheet.path))
  if (shown.length > limits.sheets) return bomb(limits)
  const sheets = await sheetsOf(
    pack(
      inReadingOrder(
        entries,
        shown.map((sheet) => sheet.path),
      ),
    ),
    limits,
  )
  if (!sheets) return bomb(limits)
  return {
    format: 'xlsx',
    encoding: 'utf-8',
    sheets: sheets.map((cells, place) => ({ name: shown[place]?.name ?? '', cells })),
  }
}

async function sheetsOf(file: Buffer, limits: Limits): Promise<Sheet['cells'][] | null> {
  // Loaded by whoever reads a workbook first: its hundreds of files would take a good part of each start.
  const { default: excel } = await import('exceljs')
  const reader = new excel.stream.xlsx.WorkbookReader(Readable.from([file]), {
    entries: 'ignore',
    sharedStrings: 'cache',
    hyperlinks: 'ignore',
    styles: 'cache',
    worksheets: 'emit',
  })
  const left = { cells: limits.cells, characters: limits.characters }
  const sheets: Sheet['cells'][] = []
  for await (const worksheet of reader) {
    const cells: Cell[][] = []
    for await (const row of worksheet) {
      const number = Number.isInteger(row.number) && row.number > 0 ? row.number : cells.length + 1
      if (number > limits.rows) {
        if (row.hasValues) return null
        continue
      }
      while (cells.length < number) cells.push([])
      const filled = cellsOf(row, limits.columns)
      cells[number - 1] = filled
      for (const cell of filled) {
        if (cell.text) left.cells -= 1
        left.characters -= cell.text.length
      }
      if (left.cells < 0 || left.characters < 0) return null
    }
    sheets.push(cells)
  }
  return sheets
}

function cellsOf(row: ExcelJS.Row, most: number): Cell[] {
  const values = Array.isArray(row.values) ? row.values : []
  const cells: Cell[] = []
  for (let column = 1; column < values.length && column <= most; column++) {
    cells.push(cellOf(values[column]))
  }
  return cells
}

function cellOf(value: ExcelJS.CellValue | undefined): Cell {
  if (value === null || value === undefined) return noCell
  if (typeof value === 'number') return Number.isNaN(value) ? noCell : { text: digitsOf(value), number: true }
  if (typeof value === 'string') return text(value)
  if (typeof value === 'boolean') return text(value ? 'TRUE' : 'FALSE')
  if (value instanceof Date) return text(dayOf(value))
  if ('richText' in value) return text(value.richText.map((run) => run.text ?? '').join(''))
  if ('error' in value) return text(String(value.error))
  if ('formula' in value || 'sharedFormula' in value) {
    if (value.result !== undefined) return cellOf(value.result)
    return text('formula' in value ? `=${value.formula}` : '')
  }
  return 'text' in value ? cellOf(value.text as ExcelJS.CellValue) : noCell
}

function text(content: string): Cell {
  return { text: content.slice(0, longestText), number: false }
}

/** Without an exponent, as the cell would show it if it were wide enough. */
function digitsOf(value: number) {
  return Math.abs(value) < 1e21 ? String(value) : value.toExponential()
}

/** yyyy-MM-dd: a spreadsheet's day has no time zone and is read as if it were UTC. */
function dayOf(date: Date) {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
}

function inReadingOrder(entries: Map<string, Buffer>, sheets: string[]) {
  const ordered = new Map<string, Buffer>()
  const keep = (path: string, bytes = entries.get(path)) => bytes && ordered.set(path, bytes)
  keep('xl/workbook.xml')
  keep('xl/_rels/workbook.xml.rels')
  keep('xl/sharedStrings.xml', withoutReadings(entries.get('xl/sharedStrings.xml')))
  keep('xl/styles.xml')
  // The reader tells sheets apart by their number only, and the first may stand in sheet9.xml.
  sheets.forEach((path, place) => {
    ordered.set(`xl/worksheets/sheet${place + 1}.xml`, entries.get(path)!)
  })
  return ordered
}

/** How a text is pronounced stands beside it, and the reader would take it for the text. */
function withoutReadings(strings: Buffer | undefined) {
  const empty = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
  if (!strings) return Buffer.from(empty)
  if (!strings.includes('<rPh')) return strings
  return Buffer.from(strings.toString('utf8').replace(/<rPh\b[^>]*>.*?<\/rPh>/gs, ''))
}

function bookOf(entries: Map<string, Buffer>): Book {
  const targets = new Map<string, string>()
  for (const [tag] of (entries.get('xl/_rels/workbook.xml.rels')?.toString('utf8') ?? '').matchAll(
    /<Relationship\s[^>]*>/g,
  )) {
    targets.set(attribute(tag, 'Id'), attribute(tag, 'Target'))
  }
  const sheets = [
    ...entries
      .get('xl/workbook.xml')!
      .toString('utf8')
      .matchAll(/<sheet\s[^>]*>/g),
  ].map(([tag]) => ({
    name: unescaped(attribute(tag, 'name')),
    path: `xl/${(targets.get(attribute(tag, 'r:id')) ?? '').replace(/^\/?xl\/|^\.?\//, '')}`,
    hidden: attribute(tag, 'state').toLowerCase().includes('hidden'),
  }))
  return { sheets }
}

function attribute(tag: string, name: string) {
  return new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)?.slice(1).find(Boolean) ?? ''
}

function unescaped(content: string) {
  const marks: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
  return content.replace(/&(amp|lt|gt|quot|apos);/g, (_, mark: string) => marks[mark]!)
}

function kindOf(entries: Map<string, Buffer>) {
  if (entries.has('word/document.xml') || entries.has('ppt/presentation.xml')) return 'document'
  return entries.has('xl/workbook.bin') || entries.has('mimetype') ? 'other-sheet' : null
}

function bomb(limits: Limits): RosterFileRefusal {
  return { refused: 'bomb', mostMegabytes: Math.ceil(limits.unpacked / 1024 / 1024), mostCells: limits.cells }
}
