// The end: the manager gives a concession, confirms decisions, issues certificates and the report.
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect } from '../../support/browser'
import { expectSaid, goTo, type Person } from './people'

/** From the list of cohorts to the completion page of the one. */
export async function opensCompletion(page: Page, cohort: string) {
  await goTo(page, '期次')
  await page.getByRole('link', { name: cohort, exact: true }).click()
  await page.getByRole('link', { name: '结业认定' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: '结业认定' })).toBeVisible()
}

/** Finds somebody among those of the cohort, and opens their page. */
export async function opensPerson(page: Page, cohort: string, name: string) {
  await opensCompletion(page, cohort)
  await page.getByRole('searchbox').fill(name)
  await page.getByRole('button', { name: '搜索' }).click()
  await page.getByRole('rowheader', { name }).getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** Allows one more attempt at an activity, with a reason. */
export async function givesAttempt(page: Page, activity: string, reason: string) {
  await page.getByText('给予个别安排').first().click()
  await page.getByLabel('安排', { exact: true }).selectOption({ label: '多一次机会' })
  await page.getByLabel('学习活动').selectOption({ label: activity })
  await page.getByLabel('理由').first().fill(reason)
  await page.getByRole('button', { name: '给予个别安排' }).click()
  await expectSaid(page, '已给予个别安排')
  await expect(page.getByText(`多一次机会 · ${activity}`)).toBeVisible()
  await expect(page.getByText(reason)).toBeVisible()
}

/** How many stand at a stage, as the strip at the head counts them. */
export function peopleAt(page: Page, stage: string) {
  return page.getByRole('definition').filter({ has: page.locator('xpath=..').getByText(stage) })
}

export async function confirms(page: Page, people: number) {
  await page.getByRole('link', { name: `认定 ${people} 人结业` }).click()
  await page.getByRole('button', { name: `确认认定 ${people} 人结业` }).click()
  await expectSaid(page, `已认定 ${people} 人`)
}

/** Decides all others as not completed, which asks for the word to be typed. */
export async function closesTheRest(page: Page, people: number) {
  await page.getByRole('link', { name: `把其余 ${people} 人认定为未结业` }).click()
  await page.getByLabel(/请输入“未结业”确认/).fill('未结业')
  await page.getByRole('button', { name: `确认认定 ${people} 人未结业` }).click()
  await expectSaid(page, `已认定 ${people} 人`)
}

export async function issues(page: Page, people: number) {
  await page.getByRole('link', { name: `给 ${people} 人发证` }).click()
  await page.getByRole('button', { name: `确认发证 ${people} 本` }).click()
  await expectSaid(page, `已发证 ${people} 本`)
}

/** Issues the report for the county's bureau; answers its number. */
export async function reports(page: Page) {
  await page.getByLabel('给', { exact: true }).selectOption({ label: '大名县教育局' })
  await page.getByRole('button', { name: '出具报告' }).click()
  await page.getByRole('button', { name: '确认出具' }).click()
  await expectSaid(page, /^已出具 .+（第 \d 版）$/)
}

/** Downloads what a link leads to. */
export async function downloads({ page }: { page: Page }, link: string): Promise<Buffer> {
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: link, exact: true }).first().click()
  return readFile(await (await downloading).path())
}

/** A trainee's certificate, from their own page. */
export async function ownCertificate(trainee: Person, link: '下载证书' | '英文版' = '下载证书') {
  await trainee.page.goto(trainee.page.url().replace(/(\/learn\/[\w-]+).*/, '$1/completion'))
  return downloads(trainee, link)
}

/** A trainee's own page of completion says this. */
export async function seesVerdict(trainee: Person, text: string) {
  await goTo(trainee.page, '我的')
  await trainee.page.getByRole('link', { name: '结业条件与证书' }).click()
  await expect(trainee.page.getByText(text).first()).toBeVisible()
}

/** On the roll that lies open: somebody has made the session up. */
export async function marksMadeUp(page: Page, name: string) {
  const row = page.getByRole('listitem').filter({ has: page.getByRole('group', { name }) })
  await page.getByText('早退、补训').click()
  const option = page.getByRole('option', { name: new RegExp(`^${name} · `) })
  await page.getByLabel('学员').selectOption(await option.getAttribute('value'))
  await page.getByRole('button', { name: '记为补训' }).click()
  await expect(row.getByText('补训', { exact: true })).toBeVisible()
}
