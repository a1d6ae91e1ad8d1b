// The bureau's officer: progress from the first weeks, the report at the end.
import ExcelJS from 'exceljs'
import { expect } from '../../support/browser'
import { textOf } from '../../templates/reading'
import { downloads } from './completing'
import { goTo, type Person } from './people'

/** Sees how many of its own people have arrived or not, and whom to telephone about one who has not. */
export async function seesProgress({ page }: Person, people: number, telephone: string) {
  await expect(page.getByRole('heading', { level: 1, name: '本单位学员' })).toBeVisible()
  await expect(page.getByText(`共 ${people} 人`)).toBeVisible()
  await page.locator('select[name="standing"]').selectOption({ label: '落后' })
  await expect(page.getByText('还没有报到').first()).toBeVisible()
  await expect(page.getByRole('link', { name: telephone }).first()).toHaveAttribute(
    'href',
    `tel:${telephone}`,
  )
  await page.locator('select[name="by"]').selectOption({ label: '乡镇' })
  await expect(page.getByRole('columnheader', { name: '乡镇' })).toBeVisible()
}

/** Downloads the report in both forms; answers its address and what stands in it. */
export async function downloadsReport(officer: Person) {
  const { page } = officer
  await goTo(page, '结业报告')
  const address = await page.getByRole('link', { name: 'PDF' }).first().getAttribute('href')
  const text = await textOf(await downloads(officer, 'PDF'))
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await downloads(officer, 'XLSX')) as unknown as ExcelJS.Buffer)
  return { address: address!, text, workbook }
}

/** Each kindergarten's figures equal a count over the list of people, and numbers stand there by their last four. */
export function expectFiguresCounted(workbook: ExcelJS.Workbook) {
  const people = listIn(workbook)
  for (const person of people) expect(person[4]).toMatch(/^\d{3}[\dX]$/)
  const units: Record<string, number[]> = {}
  workbook.worksheets[1]!.eachRow((row, place) => {
    const [township, unit, expected, , completed] = [1, 2, 3, 4, 5].map((cell) => row.getCell(cell).text)
    if (place > 1 && unit) units[`${township} ${unit}`] = [Number(expected), Number(completed)]
  })
  const counted: typeof units = {}
  for (const [, , township, unit, , , , , , , result] of people) {
    const name = `${township} ${unit}`
    const [expected, completed] = counted[name] ?? [0, 0]
    counted[name] = [expected! + 1, completed! + (isCompleted(result!) ? 1 : 0)]
  }
  expect(units).toEqual(counted)
}

/** 结业 or 结业（优秀学员）, as a list's row says it. */
export function isCompleted(result: string) {
  return result.startsWith('结业')
}

/** The rows of a sheet that begin with a running number: its list of people. */
export function listIn(workbook: ExcelJS.Workbook): string[][] {
  const sheets = workbook.worksheets.map((sheet) => {
    const rows: string[][] = []
    sheet.eachRow((row) => {
      const cells = (row.values as unknown[]).slice(1).map((_, place) => row.getCell(place + 1).text)
      if (/^\d+$/.test(cells[0] ?? '')) rows.push(cells)
    })
    return rows
  })
  return sheets.find((rows) => rows.length > 300) ?? []
}
