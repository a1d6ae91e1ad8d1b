// The manager sets the workshops' days, venues and turns, and the live session's time and link.
import type { Page } from '@playwright/test'
import { expect } from '../../support/browser'
import { calendar } from './calendar'
import { expectSaid } from './people'
import { programme, titlesOf } from './programme'

/** The days of each workshop's turns: one, two, three and one of them. */
export const workshopDays = [
  [{ week: 2, weekday: 6 }],
  [
    { week: 6, weekday: 6 },
    { week: 6, weekday: 7 },
  ],
  [
    { week: 11, weekday: 6 },
    { week: 11, weekday: 7 },
    { week: 12, weekday: 6 },
  ],
  [{ week: 17, weekday: 6 }],
]

export async function addsVenues(page: Page) {
  await expect(page.getByRole('heading', { level: 1, name: '面授' })).toBeVisible()
  for (const { name, address, capacity } of programme.venues) {
    if (!(await page.getByLabel('名称').isVisible()))
      await page.getByText('添加学习基地', { exact: true }).click()
    await page.getByLabel('名称').fill(name)
    await page.getByLabel('地址').fill(address)
    await page.getByLabel('可容纳人数').fill(String(capacity))
    await page.getByRole('button', { name: '添加', exact: true }).click()
    await expectSaid(page, '已添加学习基地。')
  }
}

/** Sets one of the four workshops; all in one turn first where `crowded`, which its venue cannot hold. */
export async function setsWorkshop(page: Page, number: number, { crowded = false } = {}) {
  const title = titlesOf('workshop')[number - 1]!
  const card = page.locator('section', { has: page.getByRole('heading', { name: title }) })
  await card.getByRole('link', { name: '安排', exact: true }).click()
  const days = workshopDays[number - 1]!
  if (crowded) {
    await fillsTurns(page, number, days.slice(0, 1))
    await page.getByRole('button', { name: '保存安排' }).click()
    await expect(page.getByRole('alert').getByText(/超出|容纳/)).toBeVisible()
  }
  await fillsTurns(page, number, days)
  await page.getByRole('button', { name: '保存安排' }).click()
  await expectSaid(page, '已保存面授安排，学员的“面授”页已更新。')
}

async function fillsTurns(page: Page, number: number, days: { week: number; weekday: number }[]) {
  const { name, capacity } = programme.venues[number - 1]!
  await page.getByLabel('分几批').fill(String(days.length))
  await page
    .locator('form', { has: page.getByLabel('分几批') })
    .getByLabel('学习基地')
    .selectOption({ label: `${name}（${capacity} 人）` })
  await page.getByRole('button', { name: '按批次分配' }).click()
  await expect(page).toHaveURL(new RegExp(`turns=${days.length}&`))
  for (const [place, { week, weekday }] of days.entries()) {
    const turn = page.getByRole('group', { name: `第 ${place + 1} 批` })
    await turn.getByLabel('日期').fill(calendar.day(week, weekday))
  }
}

export const liveLink = 'https://live.example.org/daming'

export async function setsLive(page: Page, week: number, weekday: number) {
  await page.getByRole('link', { name: '直播', exact: true }).first().click()
  await page.getByLabel('日期').fill(calendar.day(week, weekday))
  await page.getByLabel('开始').fill('19:30')
  await page.getByLabel('结束').fill('21:00')
  await page.getByLabel('直播链接').fill(liveLink)
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expectSaid(page, '已保存，学员的页面会显示时间')
}

/** Finds each of these people, and records how long they were there. */
export async function marksLive(page: Page, names: string[]) {
  await page.getByRole('link', { name: '直播', exact: true }).first().click()
  for (const name of names) {
    await page.getByRole('searchbox').fill(name)
    await page.getByRole('button', { name: '搜索' }).click()
    await page.getByLabel(`${name}的在场分钟`).fill('88')
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await expectSaid(page, '已登记 1 人')
  }
}
