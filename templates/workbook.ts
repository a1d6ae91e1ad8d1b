import type ExcelJS from 'exceljs'

export const fills = {
  head: 'FFE4EFE8',
  error: 'FFFAE8E5',
  warning: 'FFFBF0D9',
  fixed: 'FFE4EFE8',
  total: 'FFF4F3EE',
}

/** Opens a workbook that carries the facts' date, never today's. */
export async function openWorkbook(options: { title: string; author: string; date: string }) {
  // Loaded by whoever writes a workbook first: its hundreds of files would take a good part of each start.
  const { default: excel } = await import('exceljs')
  const workbook = new excel.Workbook()
  const date = new Date(`${options.date}T00:00:00Z`)
  workbook.title = options.title
  workbook.creator = options.author
  workbook.lastModifiedBy = options.author
  workbook.created = date
  workbook.modified = date
  return workbook
}

/** Adds a sheet that prints on A4, its columns within the width of one page, its first rows repeated and in sight. */
export function addSheet(workbook: ExcelJS.Workbook, name: string, headRow: number, landscape = false) {
  return workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: headRow }],
    pageSetup: {
      paperSize: 9,
      orientation: landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${headRow}:${headRow}`,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&C&P / &N' },
  })
}

export function fill(cell: ExcelJS.Cell, argb: string) {
  cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb } }
}

/** Makes a row of heads: bold, tinted, with a line below. */
export function styleHead(row: ExcelJS.Row, columns: number) {
  for (let i = 1; i <= columns; i++) {
    const cell = row.getCell(i)
    cell.font = { bold: true }
    cell.alignment = { vertical: 'middle', wrapText: true }
    cell.border = { bottom: { style: 'thin' } }
    fill(cell, fills.head)
  }
}

/** Makes a row of a list: a text that is wider than its column goes on below, so that nobody's name is cut. */
export function styleEntry(row: ExcelJS.Row) {
  row.eachCell((cell) => {
    cell.alignment = { vertical: 'middle', wrapText: typeof cell.value === 'string' }
  })
}

/** A text that stays one: cells are written as strings, so what begins with = is never a formula. */
export function plainText(text: string) {
  // Excel's files cannot hold these; exceljs would leave them out one way and Excel another.
  return text.replace(/[^\P{Cc}\n\t]|\ufffe|\uffff/gu, '')
}

/** The bytes of a workbook. The same facts give the same bytes. */
export async function bytesOf(workbook: ExcelJS.Workbook): Promise<Uint8Array> {
  return withoutTimes(new Uint8Array(await workbook.xlsx.writeBuffer()))
}

const endOfDirectory = 0x06054b50
// 1980-01-01 00:00, the first that a ZIP can say.
const earliest = 0x00210000

/** Sets the time of each entry of a ZIP, in its own header and in the directory, to the earliest there is. */
function withoutTimes(zip: Uint8Array) {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  let end = zip.byteLength - 22
  while (view.getUint32(end, true) !== endOfDirectory) end--
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    view.setUint32(at + 12, earliest, true)
    view.setUint32(view.getUint32(at + 42, true) + 10, earliest, true)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return zip
}
