// A trainee's pages on the wire, in the demonstration, pictures and video apart: what a visit begins with on a phone
// that has nothing of ours yet, and what each page after it adds.
import type { Page } from '@playwright/test'
import { paths } from '~/paths'
import { comesIn, expect, started } from '../support/browser'
import { type Weight, weigh } from '../support/weigh'
import { test } from './site'

test.use({ laid: 'daming' })

const FIRST = 150_000
const LATER = 12_000

type Routed = { __remixRouter: { navigate(to: string): Promise<void> } }

test('a trainee’s first page weighs at most 150 KB, whichever it is, and each after it at most 12 KB', async ({
  page,
  watched,
}) => {
  // A copy of the demonstration has its films' rows and not their files.
  watched.allow(/404.*\/video\)/)
  await comesIn(page, '欧阳云彩')
  const id = /learn\/([\w-]+)/.exec(page.url())![1]!
  await page.goto(paths.outline(id))
  const activities = await page.locator('a[href*="/activities/"]').evaluateAll((links) => {
    const addresses = links.map((link) => (link as HTMLAnchorElement).pathname)
    return [...new Set(addresses)]
  })
  expect(activities.length).toBeGreaterThan(10)
  const pages = [paths.today(id), paths.outline(id), paths.group(id), paths.workshops(id), paths.me(id)]

  for (const path of [...pages, activities[0]!]) {
    const first = await weigh(page, () => visitAnew(page, path))
    expect(first.bytes, heaviest(path, first)).toBeLessThanOrEqual(FIRST)
  }

  await visitAnew(page, paths.today(id))
  await page.waitForLoadState('networkidle')
  for (const path of [...pages.slice(1), paths.ownCompletion(id), ...activities]) {
    const later = await weigh(page, () => goOnTo(page, path))
    expect(later.bytes, heaviest(path, later)).toBeLessThanOrEqual(LATER)
  }
})

async function visitAnew(page: Page, path: string) {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.clearBrowserCache')
  await page.goto(path)
  await started(page)
}

async function goOnTo(page: Page, path: string) {
  await page.evaluate((to) => (window as unknown as Routed).__remixRouter.navigate(to), path)
  await expect(page).toHaveURL(new RegExp(path))
}

function heaviest(path: string, { parts }: Weight) {
  const byWeight = parts.sort((a, b) => b.bytes - a.bytes).slice(0, 8)
  return [path, ...byWeight.map(({ url, bytes }) => `${bytes} ${new URL(url).pathname}`)].join('\n')
}
