import type { Locale } from '../locale'
import { addSheet, bytesOf, fill, fills, openWorkbook, plainText, styleHead } from '../workbook'

/** A roster as it came in, with what was found in it. */
export type MarkedRosterFacts = {
  fileName: string
  /** Who asks for it back, named in the file. */
  author: string
  madeOn: string
  sheets: MarkedSheet[]
}

export type MarkedSheet = {
  name: string
  /** The heads of the roster's own columns, in its order. */
  header: string[]
  rows: MarkedRow[]
}

export type MarkedRow = {
  /** The row as the roster's file counts. */
  number: number
  cells: string[]
  issues: MarkedIssue[]
}

export type MarkedIssue = {
  /** Which of the header's columns, from 0; null for the row as a whole. */
  column: number | null
  severity: 'error' | 'warning' | 'fixed'
  /** What is wrong and what would mend it, in the reader's language. */
  text: string
}

const words = {
  'zh-CN': { row: '原行号', problem: '问题', and: '；', title: (file: string) => `${file} 标注` },
  en: { row: 'Row', problem: 'Problem', and: '; ', title: (file: string) => `${file}, marked` },
}

const gravest = ['error', 'warning', 'fixed'] as const
const longest = 46

/** Writes the roster back: its own columns, the cells in question coloured, what is wrong said in a last column. */
export async function writeMarkedRoster(
  facts: MarkedRosterFacts,
  locale: Locale = 'zh-CN',
): Promise<Uint8Array> {
  const t = words[locale]
  const workbook = await openWorkbook({
    title: t.title(facts.fileName),
    author: facts.author,
    date: facts.madeOn,
  })
  facts.sheets.forEach((marked, i) => {
    const sheet = addSheet(workbook, sheetName(marked.name, i), 1, true)
    const heads = [t.row, ...marked.header, t.problem]
    styleHead(sheet.addRow(heads.map(plainText)), heads.length)
    for (const { number, cells, issues } of marked.rows) {
      const padded = marked.header.map((_, column) => plainText(cells[column] ?? ''))
      const row = sheet.addRow([number, ...padded, plainText(issues.map(({ text }) => text).join(t.and))])
      for (let column = 2; column <= heads.length; column++) row.getCell(column).numFmt = '@'
      row.getCell(heads.length).alignment = { wrapText: true, vertical: 'top' }
      for (const [column, severity] of colours(issues, heads.length))
        fill(row.getCell(column), fills[severity])
    }
    heads.forEach((head, column) => {
      const texts = [head, ...marked.rows.slice(0, 200).map(({ cells }) => cells[column - 1] ?? '')]
      sheet.getColumn(column + 1).width =
        column === heads.length - 1 ? 60 : Math.min(longest, Math.max(8, ...texts.map(displayWidth)) + 2)
    })
    sheet.autoFilter = {
      from: { row: 1, column: 1 },
      to: { row: 1 + marked.rows.length, column: heads.length },
    }
  })
  return bytesOf(workbook)
}

/** Each column in question with its gravest issue, the last column with that of the whole row. */
function colours(issues: MarkedIssue[], last: number) {
  const found = new Map<number, MarkedIssue['severity']>()
  for (const severity of gravest) {
    for (const issue of issues) {
      if (issue.severity !== severity) continue
      for (const column of [issue.column === null ? 1 : issue.column + 2, last]) {
        if (!found.has(column)) found.set(column, severity)
      }
    }
  }
  return found
}

/** Excel refuses these characters in a sheet's name, more than 31 of any, and an apostrophe at either end. */
function sheetName(name: string, i: number) {
  const allowed = plainText(name)
    .replace(/[*?:\\/[\]\n\t]/g, ' ')
    .slice(0, 31)
    .replace(/^'+|'+$/g, '')
    .trim()
  return allowed || String(i + 1)
}

/** Chinese characters take two columns. */
function displayWidth(text: string) {
  let width = 0
  for (const char of text) width += char.codePointAt(0)! > 0x2e80 ? 2 : 1
  return width
}
