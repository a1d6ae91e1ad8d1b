import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import { pathOfRoster } from '../support/rosters'

/** Every cell under a header that is a name, of every sheet of a workbook. */
export async function namesInWorkbook(file: string) {
  return (await rowsOf(file)).map((row) => row.get('姓名') ?? '').filter((name) => name)
}

/** The people of the Daming roster, in its order by township and unit. */
export async function damingRoster() {
  const rows = await rowsOf('daming-roster.xlsx')
  return rows
    .filter((row) => /^\d{17}[\dX]$/.test(row.get('身份证号码') ?? ''))
    .map((row) => ({
      name: row.get('姓名')!,
      township: row.get('乡镇')!,
      unit: row.get('工作单位')!,
      number: row.get('身份证号码')!,
    }))
    .sort((a, b) => `${a.township} ${a.unit}`.localeCompare(`${b.township} ${b.unit}`, 'zh'))
}

async function rowsOf(file: string) {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(pathOfRoster(file))
  return workbook.worksheets.flatMap((sheet) => {
    const rows: Map<string, string>[] = []
    let heads: string[] = []
    sheet.eachRow((row) => {
      const cells = Array.from({ length: sheet.columnCount }, (_, i) => row.getCell(i + 1).text)
      if (heads.length) rows.push(new Map(heads.map((head, i) => [head, cells[i]!])))
      else if (cells.includes('姓名')) heads = cells
    })
    return rows
  })
}

export function namesInCsv(file: string): string[] {
  const text = iconv.decode(readFileSync(pathOfRoster(file)), 'gb18030')
  const rows: Record<string, string>[] = parse(text, { columns: true })
  return rows.map((row) => row.姓名!)
}
