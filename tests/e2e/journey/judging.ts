// The mentor's work of an evening: practice to sign off, case studies and assignments to mark.
import type { Page } from '@playwright/test'
import { expect } from '../../support/browser'
import { expectSaid, goTo, type Person } from './people'

async function opensWaiting(page: Page, name: string, title: string) {
  const card = page
    .locator('section', { has: page.getByRole('heading', { name }) })
    .filter({ hasText: title })
  await card.getByText('查看并评定').click()
  return card
}

export async function signsOff({ page }: Person, name: string, title: string, mark: number) {
  await goTo(page, '实践审核')
  const card = await opensWaiting(page, name, title)
  await card.getByLabel('分数（0—100）').fill(String(mark))
  await card.getByLabel('评语').fill('记录具体，支持有依据。')
  await card.getByRole('button', { name: '审核通过' }).click()
  await expectSaid(page, `${name} 的实践已审核：${mark} 分`)
}

/** Marks a case study row by row of its rubric. */
export async function marksCase({ page }: Person, name: string, title: string, points: number[]) {
  await goTo(page, '批阅')
  const card = await opensWaiting(page, name, title)
  const fields = await card.getByLabel(/（满分 \d+）$/).all()
  for (const [place, field] of fields.entries()) await field.fill(String(points[place]))
  await card.getByLabel('评语').fill('分析有依据，调整做得到。')
  await card.getByRole('button', { name: '评分', exact: true }).click()
  const score = points.reduce((sum, one) => sum + one, 0)
  await expectSaid(page, `已给 ${name} 评分：${score} 分`)
}

export async function marksAssignment({ page }: Person, name: string, title: string, mark: number) {
  await goTo(page, '批阅')
  const card = await opensWaiting(page, name, title)
  await card.getByLabel('分数（0—100）').fill(String(mark))
  await card.getByRole('button', { name: '评分', exact: true }).click()
  await expectSaid(page, `已给 ${name} 评分：${mark} 分`)
}

/** Takes back what was just signed or marked, from the sentence that says it was. */
export async function takesBack({ page }: Person) {
  await page.getByRole('status').getByRole('button', { name: '撤销' }).click()
  await expectSaid(page, '已撤销，重新等您评定')
}

/** A trainee's own ledger, each entry as the page shows it. */
export async function ledgerOf({ page }: Person) {
  await goTo(page, '我的')
  const entries = page.getByRole('list', { name: '学时明细' }).getByRole('listitem')
  await expect(entries.first()).toBeVisible()
  return entries.allTextContents()
}
