// Every page of managers, bureau officers and administrators, on a desk and on a phone, by day and by night: it starts,
// says nothing to the console, fits the window, and can be read by everybody.
import type { Page } from '@playwright/test'
import { expect, expectAccessible, open } from '../support/browser'
import { test } from './site'

test.use({ laid: 'daming', locale: 'zh-CN' })

const windows = [
  { name: 'on a desk by day', viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  { name: 'on a phone by night', viewport: { width: 360, height: 780 }, colorScheme: 'dark' },
] as const

for (const { name, viewport, colorScheme } of windows) {
  test.describe(name, { tag: '@whole' }, () => {
    test.use({ viewport, colorScheme })

    test(`a manager's pages can be used by everybody, ${name}`, async ({ page }) => {
      test.setTimeout(600_000)
      await signIn(page, '周敏')
      const cohort = await addressIn(page, '/cohorts', '第一期')
      const within = ['', '/quotas', '/roster', '/to-check', '/people', '/groups', '/workshops', '/live']
      await look(page, ['/cohorts', '/cohorts/new', ...within.map((one) => cohort + one)])
      await look(page, [`${cohort}/completion`, `${cohort}/people?state=withdrawn&sort=-hours`])
      await look(page, ['/programmes', '/certificates', '/reports', '/me'])
      await look(page, [await firstOf(page, '/programmes', '/programmes/')])
      await look(page, [await firstOf(page, `${cohort}/people`, `${cohort}/people/`)])
      await look(page, [await firstOf(page, `${cohort}/roster`, `${cohort}/roster/`)])
      await look(page, [await firstOf(page, `${cohort}/groups`, `${cohort}/groups?mentor=`)])
      await look(page, [await firstOf(page, `${cohort}/workshops`, `${cohort}/workshops?set=`)])
    })

    test(`a bureau officer's pages can be used by everybody, ${name}`, async ({ page }) => {
      test.setTimeout(300_000)
      await signIn(page, '赵国强')
      await look(page, ['/bureau', '/bureau?standing=behind', '/bureau?by=township', '/bureau/reports'])
    })

    test(`an administrator's pages can be used by everybody, ${name}`, async ({ page }) => {
      test.setTimeout(300_000)
      await signIn(page, '何静')
      await look(page, ['/admin/organisations', '/admin/people', '/admin/cohorts', '/admin/audit'])
      await look(page, [await firstOf(page, '/admin/organisations', '/admin/organisations/')])
      await look(page, [await firstOf(page, '/admin/people', '/admin/people/')])
    })
  })
}

async function signIn(page: Page, name: string) {
  await open(page, '/sign-in')
  await page.getByRole('button', { name }).first().click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

/** The address of a link by its words. */
async function addressIn(page: Page, path: string, words: string) {
  await open(page, path)
  const href = await page.getByRole('main').getByRole('link', { name: words }).first().getAttribute('href')
  expect(href).not.toBeNull()
  return href!
}

/** The first link of a page that leads below an address. */
async function firstOf(page: Page, path: string, below: string) {
  await open(page, path)
  const href = await page.locator(`main a[href^="${below}"]`).first().getAttribute('href')
  expect(href).not.toBeNull()
  return href!
}

async function look(page: Page, paths: string[]) {
  for (const path of paths) {
    await test.step(path, async () => {
      const response = await open(page, path)
      expect(response?.status()).toBe(200)
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(beyond, 'wider than its window').toBeLessThanOrEqual(0)
      await expectAccessible(page)
    })
  }
}
