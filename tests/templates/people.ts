import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'

const fixtures = join(process.cwd(), 'tests/fixtures')

/** Every cell under a header that is a name, of every sheet of a workbook. */
export async function namesInWorkbook(file: string) {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(join(fixtures, file))
  const names: string[] = []
  for (const sheet of workbook.worksheets) {
    let column = 0
    sheet.eachRow((row) => {
      if (column) names.push(row.getCell(column).text)
      else
        row.eachCell((cell, i) => {
          if (cell.text === '姓名') column = i
        })
    })
  }
  return names.filter((name) => name)
}

export function namesInCsv(file: string): string[] {
  const text = iconv.decode(readFileSync(join(fixtures, file)), 'gb18030')
  const rows: Record<string, string>[] = parse(text, { columns: true })
  return rows.map((row) => row.姓名!)
}
