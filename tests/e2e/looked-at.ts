import type { Page } from '@playwright/test'
import { expect, expectAccessible, open, test } from '../support/browser'

/**
 * Opens each page as a phone and finds no fault: it hydrates, axe has nothing to say, nothing is wider than the
 * screen, and whatever is pressed has room for a thumb; then as wide as a desk, where nothing overflows either.
 */
export async function lookAt(page: Page, paths: string[]) {
  for (const path of paths) {
    await test.step(path, async () => {
      await page.setViewportSize({ width: 360, height: 780 })
      await open(page, path)
      await expectAccessible(page)
      await expectNoOverflow(page)
      expect(await tooSmall(page)).toEqual([])
      await page.setViewportSize({ width: 1440, height: 900 })
      await expectNoOverflow(page)
    })
  }
}

async function expectNoOverflow(page: Page) {
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0)
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
