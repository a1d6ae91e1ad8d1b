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
