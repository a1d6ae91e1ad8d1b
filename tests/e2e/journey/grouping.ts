// The manager puts people into groups, finds them mentors, and moves whom the proposal put elsewhere.
import type { Page } from '@playwright/test'
import { expect, open } from '../../support/browser'
import { expectSaid } from './people'

/** Groups are proposed by township, each exception with its reason. */
export async function proposesGroups(page: Page) {
  await page.getByRole('link', { name: '分组与导学教师' }).first().click()
  await page.getByRole('button', { name: '按乡镇分组' }).click()
  await expectSaid(page, '已按乡镇分组，请核对后确认。')
  await expect(page.getByText('这是建议的分组，还没有生效')).toBeVisible()
  await expect(page.getByRole('heading', { name: '例外及原因' })).toBeVisible()
  await expect(page.getByText('从龙王庙镇借 2 人给金滩镇，编为金滩镇·龙王庙镇组')).toBeVisible()
}

/** Each group has twelve to eighteen people, on however many pages the groups stand. */
export async function seesSizes(page: Page) {
  const sizes: number[] = []
  const groups = page.getByText(/^成员 \d+ 人/)
  const next = page.getByRole('link', { name: '下一页' })
  for (;;) {
    for (const text of await groups.allTextContents()) sizes.push(Number(/\d+/.exec(text)![0]))
    if ((await next.count()) === 0) break
    await open(page, (await next.getAttribute('href'))!)
  }
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(322)
  expect(sizes.filter((size) => size < 12 || size > 18)).toEqual([])
}

/** Nobody is offered as the mentor of a group that they learn in. */
export async function neverOffers(page: Page, name: string) {
  const own = await groupNameOf(page, name)
  await cardOf(page, own).getByRole('link', { name: '安排导学教师' }).click()
  const choice = page.getByLabel('从名单中选（园长、教研组长）')
  await expect(choice).toBeVisible()
  await expect(choice.locator('option', { hasText: name })).toHaveCount(0)
}

/** Two people change places, so that both groups keep their size; answers who went the other way. */
export async function swaps(page: Page, name: string, into: string): Promise<string> {
  const from = await groupNameOf(page, name)
  const to = await groupNameOf(page, into)
  const other = await lastOf(page, to, into)
  await moves(page, name, to)
  await moves(page, other, from)
  return other
}

/** The group that somebody stands in, as the page calls it. */
export async function groupNameOf(page: Page, name: string) {
  await finds(page, name)
  return (await cardWith(page, name).getByRole('heading', { level: 2 }).textContent())!
}

/** Narrows the list to the groups that a word is found in; nothing is all of them. */
async function finds(page: Page, word: string) {
  await page.getByRole('searchbox').fill(word)
  await page.getByRole('button', { name: '搜索' }).click()
  await expect(page).toHaveURL((url) => (url.searchParams.get('q') ?? '') === word)
}

function cardWith(page: Page, name: string) {
  return page.locator('section', { has: page.locator(`[aria-label="移动 ${name}"]`) })
}

function cardOf(page: Page, group: string) {
  return page.locator('section', { has: page.getByRole('heading', { name: group, exact: true }) })
}

async function lastOf(page: Page, group: string, but: string) {
  const labels = await cardOf(page, group)
    .locator('[aria-label^="移动 "]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')!.slice(3)))
  return labels.filter((name) => name !== but).at(-1)!
}

async function moves(page: Page, name: string, to: string) {
  await finds(page, name)
  await page.getByRole('link', { name: `移动 ${name}`, exact: true }).click()
  await page.getByLabel(`把${name}移到`).selectOption({ label: to })
  await page.getByRole('button', { name: '移动', exact: true }).click()
  await expectSaid(page, '已移动。')
}

/** Takes a head of a kindergarten from the roster as the mentor of a group that she does not learn in. */
export async function choosesMentor(page: Page, group: string, name: string) {
  await finds(page, group)
  await cardOf(page, group).getByRole('link', { name: '安排导学教师' }).click()
  const choice = page.getByLabel('从名单中选（园长、教研组长）')
  const value = await choice.locator('option', { hasText: name }).getAttribute('value')
  await choice.selectOption(value!)
  await page.getByRole('button', { name: '安排', exact: true }).click()
  await expectSaid(page, '已安排导学教师。')
  await expect(cardOf(page, group).getByText(name).first()).toBeVisible()
}

/** Adds a mentor who is on no roster, to the first group that has none. */
export async function addsMentor(page: Page, name: string, telephone: string) {
  await finds(page, '')
  await page.locator('section', { hasText: '还没有导学教师' }).first().locator('summary').click()
  await page.getByRole('link', { name: '安排导学教师' }).filter({ visible: true }).click()
  await page.getByLabel('姓名', { exact: true }).fill(name)
  await page.getByLabel('手机号码', { exact: true }).fill(telephone)
  await page.getByRole('button', { name: '添加', exact: true }).click()
  await expectSaid(page, '已添加并安排导学教师。')
}

export async function confirmsGroups(page: Page) {
  await page.getByRole('link', { name: '确认分组' }).click()
  await expect(page.getByText(/^\d+ 个小组中有 \d+ 个还没有导学教师$/)).toBeVisible()
  await page.getByRole('button', { name: /^仍然确认 \d+ 个小组$/ }).click()
  await expectSaid(page, /^已确认 \d+ 个小组。$/)
}
