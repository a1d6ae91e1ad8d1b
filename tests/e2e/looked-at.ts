import type { Page } from '@playwright/test'
import { expect, expectAccessible, open, test } from '../support/browser'
import type { RunningServer } from '../support/server'

const widths = {
  phone: { width: 360, height: 780 },
  desk: { width: 1440, height: 900 },
} as const

export type Look = {
  said: string
  locale: 'zh-CN' | 'en'
  colorScheme: 'light' | 'dark'
  /** Where a page is opened and read through by axe; then it is shown at the other width. */
  at: keyof typeof widths
}

/** Each page is looked at in both: every language, scheme and width once, not each with each. */
export const byDay: Look = {
  said: 'in Chinese by day',
  locale: 'zh-CN',
  colorScheme: 'light',
  at: 'phone',
}
export const byNight: Look = {
  said: 'in English by night',
  locale: 'en',
  colorScheme: 'dark',
  at: 'desk',
}

/**
 * Opens each page and finds no fault: it hydrates, axe has nothing to say, nothing is wider than a phone or a desk,
 * and on a phone whatever is pressed has room for a thumb.
 */
export async function lookAt(page: Page, site: RunningServer, look: Look, paths: string[]) {
  const { at, colorScheme, locale } = look
  test.setTimeout(60_000 + 30_000 * paths.length)
  await page.context().addCookies([{ name: 'lang', value: locale, url: site.origin }])
  await page.emulateMedia({ colorScheme })
  for (const path of paths) {
    await test.step(path, async () => {
      await page.setViewportSize(widths[at])
      await open(page, path)
      await expect(page.locator('html')).toHaveAttribute('lang', locale)
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
      await expectAccessible(page)
      await expectFits(page, at)
      await page.setViewportSize(widths[at === 'phone' ? 'desk' : 'phone'])
      await expectFits(page, at === 'phone' ? 'desk' : 'phone')
    })
  }
}

async function expectFits(page: Page, at: keyof typeof widths) {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(beyond, `wider than a ${at}`).toBeLessThanOrEqual(0)
  if (at === 'phone') expect(await tooSmall(page), 'too small for a thumb').toEqual([])
}

/** Buttons, fields and folds below 44 pixels. A link inside a sentence is as tall as its line. */
function tooSmall(page: Page) {
  return page.evaluate(() => {
    const pressed = document.querySelectorAll(
      '#app button, #app summary, #app select, #app textarea, #app input:not([type="hidden"]), #app nav a',
    )
    return [...pressed]
      .map((one) => (one instanceof HTMLInputElement && one.closest('label')) || one)
      .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 43.5)
      .filter((one) => !(one instanceof HTMLInputElement && one.type === 'file'))
      .map(
        (one) =>
          `${one.tagName} ${one.textContent?.trim().slice(0, 30)} ${one.getBoundingClientRect().height}`,
      )
  })
}
