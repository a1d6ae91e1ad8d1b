import type ExcelJS from 'exceljs'
import { type Locale, longDate } from '../locale'
import { addSheet, bytesOf, fill, fills, openWorkbook, plainText, styleEntry, styleHead } from '../workbook'
import { reportWordsFor } from './areas'
import type { CompletionReportFacts, Figures, ReportPerson } from './facts'
import type { ReportWords as Words } from './words'

type Value = string | number | null

/** Writes the completion report as a workbook: the summary, the units, the people. `hash` as in the PDF. */
export async function writeCompletionWorkbook(
  facts: CompletionReportFacts,
  hash: string,
  locale: Locale = 'zh-CN',
): Promise<Uint8Array> {
  const words = reportWordsFor(facts, locale)
  const title = `${words.of(facts)} ${words.title}`
  const workbook = await openWorkbook({ title, author: facts.organisation, date: facts.issuedOn })
  summary(workbook, facts, hash, words, locale)
  units(workbook, facts, words)
  people(workbook, facts, words)
  return bytesOf(workbook)
}

function summary(
  workbook: ExcelJS.Workbook,
  facts: CompletionReportFacts,
  hash: string,
  words: Words,
  locale: Locale,
) {
  const { columns, labels } = words
  const above: [string, Value][] = [
    [labels.organisation, facts.organisation],
    [labels.number, facts.number],
    [labels.version, facts.version],
    [labels.cutOff, words.moment(facts.cutOff)],
    [labels.issuedOn, longDate(locale, facts.issuedOn)],
    [labels.hash, hash],
  ]
  const below: [string, Value][] = [
    [labels.withdrawn, facts.overall.withdrawn],
    [labels.notCompleted, facts.overall.notCompleted],
    ...facts.overall.lacking.map(({ reason, people }): [string, Value] => [words.reasons[reason], people]),
  ]
  const sheet = addSheet(workbook, words.sheets.overall, above.length + 3)
  widths(sheet, [26, 10, 10, 10, 11, 12, 13, 10])
  write(sheet, [`${words.of(facts)} ${words.title}`]).font = { bold: true, size: 14 }
  for (const line of above) write(sheet, line)
  write(sheet, [])
  styleHead(write(sheet, [columns.township, ...figureHeads(words)]), 8)
  for (const township of facts.townships) figureRow(sheet, [township.name], township)
  total(figureRow(sheet, [words.total(facts.townships.length)], facts.overall), 8)
  write(sheet, [])
  for (const line of below) write(sheet, line)
  write(sheet, [])
  write(sheet, [words.bases])
}

function units(workbook: ExcelJS.Workbook, facts: CompletionReportFacts, words: Words) {
  const { columns } = words
  const sheet = addSheet(workbook, words.sheets.units, 1, true)
  widths(sheet, [16, 34, 10, 10, 10, 11, 12, 13, 10])
  styleHead(write(sheet, [columns.township, columns.unit, ...figureHeads(words)]), 9)
  for (const unit of facts.units) figureRow(sheet, [unit.township, unit.name], unit)
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1 + facts.units.length, column: 9 } }
  total(figureRow(sheet, [words.unitsTotal(facts.units.length), ''], facts.overall), 9)
}

function people(workbook: ExcelJS.Workbook, facts: CompletionReportFacts, words: Words) {
  const { columns } = words
  const sheet = addSheet(workbook, words.sheets.people, 1, true)
  widths(sheet, [7, 14, 14, 34, 12, 8, 9, 11, 11, 9, 15, 26, 38])
  const heads = [
    columns.order,
    columns.name,
    columns.township,
    columns.unit,
    columns.lastFour,
    columns.arrived,
    columns.hours,
    columns.attended,
    words.sessions,
    columns.score,
    columns.result,
    columns.reasons,
    columns.certificate,
  ]
  styleHead(write(sheet, heads), heads.length)
  facts.people.forEach((person, i) => {
    const row = write(sheet, [i + 1, ...personCells(person, words)])
    styleEntry(row)
    row.getCell(5).numFmt = '@'
    row.getCell(7).numFmt = '0.0#'
    row.getCell(10).numFmt = '0.0'
  })
  sheet.autoFilter = {
    from: { row: 1, column: 1 },
    to: { row: 1 + facts.people.length, column: heads.length },
  }
}

function personCells(person: ReportPerson, words: Words): Value[] {
  return [
    person.name,
    person.township,
    person.unit,
    person.lastFour,
    person.arrived ? words.yes : null,
    person.hours,
    person.attended,
    person.sessions,
    person.score === null ? null : Math.floor(Number((person.score * 10).toFixed(6))) / 10,
    words.results[person.result],
    person.reasons.map((reason) => words.reasons[reason]).join(words.and),
    person.certificateNumber,
  ]
}

function figureHeads({ columns }: Words) {
  return [
    columns.expected,
    columns.checkedIn,
    columns.completed,
    columns.completionRate,
    columns.averageHours,
    columns.attendanceRate,
    columns.distinguished,
  ]
}

function figureRow(sheet: ExcelJS.Worksheet, names: string[], of: Figures) {
  const figures = [
    of.expected,
    of.checkedIn,
    of.completed,
    of.completionRate,
    of.averageHours,
    of.attendanceRate,
    of.distinguished,
  ]
  const row = write(sheet, [...names, ...figures])
  styleEntry(row)
  row.getCell(names.length + 4).numFmt = '0.0%'
  row.getCell(names.length + 5).numFmt = '0.0'
  row.getCell(names.length + 6).numFmt = '0.0%'
  return row
}

function total(row: ExcelJS.Row, columns: number) {
  for (let i = 1; i <= columns; i++) {
    const cell = row.getCell(i)
    cell.font = { bold: true }
    cell.border = { top: { style: 'thin' } }
    fill(cell, fills.total)
  }
}

function write(sheet: ExcelJS.Worksheet, values: Value[]) {
  return sheet.addRow(values.map((value) => (typeof value === 'string' ? plainText(value) : value)))
}

function widths(sheet: ExcelJS.Worksheet, all: number[]) {
  all.forEach((width, i) => {
    sheet.getColumn(i + 1).width = width
  })
}
