import type { Page } from '@playwright/test'
import { close } from '~/open.server'
import { paths } from '~/paths'
import { expect, open } from '../support/browser'
import { type PagesWorld, pagesWorld } from '../support/pages-world'
import { openSite, signIn } from './signed-in'
import { test } from './site'

let made: PagesWorld

test.beforeEach(async ({ page, site }) => {
  await openSite(site)
  made = await pagesWorld()
  await site.setClock(made.at)
  await signIn(page.context(), made.liNa.person, { origin: site.origin, at: made.at })
  await open(page, paths.activityOf(made.liNa.enrolment.id, made.idOf('video'), 'video'))
})

test.afterEach(close)

/** Presses play where a browser lets a script do so: without sound. */
function play(page: Page) {
  return page.locator('video').evaluate((video: HTMLVideoElement) => {
    video.muted = true
    return video.play()
  })
}

function position(page: Page) {
  return page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime)
}

test('a film that may not be skipped goes back from a jump ahead, and counts once it is watched through', async ({
  page,
}) => {
  await expect(page.getByText('这个视频须按顺序看完，不能快进。')).toBeVisible()
  const opened = page.waitForResponse((response) => response.url().endsWith('/playing'))
  await play(page)
  await opened
  await page.locator('video').evaluate((video: HTMLVideoElement) => {
    video.currentTime = 9
  })
  await expect.poll(() => position(page)).toBeLessThan(5)
  await page.getByLabel('播放速度').selectOption('2')
  await play(page)
  await expect(page.getByText(/已看 \d+%，这一项已完成/)).toBeVisible({ timeout: 60_000 })
  await page.reload()
  await expect(page.getByText('已完成', { exact: true }).first()).toBeVisible()
})

test('what was watched while the network was away is counted when it is back, and until then the page says so', async ({
  page,
  context,
  watched,
}) => {
  watched.allow(/ERR_INTERNET_DISCONNECTED/)
  const opened = page.waitForResponse((response) => response.url().endsWith('/playing'))
  await play(page)
  await opened
  await expect.poll(() => position(page)).toBeGreaterThan(2)
  await context.setOffline(true)
  await page.locator('video').evaluate((video: HTMLVideoElement) => video.pause())
  await expect(page.getByText('网络断开，刚看的部分还没有记上')).toBeVisible()
  await expect(page.getByText('已看 0%', { exact: false })).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText('网络断开，刚看的部分还没有记上')).toHaveCount(0)
  await expect(page.getByText(/已看 [1-9]\d%，看到 90% 算完成/)).toBeVisible()
})

test('a film that cannot be had says so, and begins when the network is back', async ({
  page,
  context,
  watched,
}) => {
  watched.allow(/ERR_INTERNET_DISCONNECTED/)
  await context.setOffline(true)
  await page.locator('video').evaluate((video: HTMLVideoElement) => {
    video.muted = true
    video.play().catch(() => undefined)
  })
  await expect(page.getByText('视频没有加载出来')).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText('视频没有加载出来')).toHaveCount(0)
  await expect.poll(() => position(page)).toBeGreaterThan(0)
})
