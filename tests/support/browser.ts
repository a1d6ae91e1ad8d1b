import { type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test'
import axe from 'axe-core'

// A browser whose every complaint fails the test: an error in the console, a hydration warning, a request that
// fails, a page that throws. What a test brings about itself (a 404 that it asks for) it allows by name.

type Watched = { allow: (complaint: RegExp) => void; complaints: string[] }
type Newcomer = (options?: BrowserContextOptions) => Promise<Page>

export const test = base.extend<{ watched: Watched; newcomer: Newcomer }>({
  watched: [
    async ({ page }, use) => {
      const complaints: string[] = []
      const allowed: RegExp[] = []
      watch(page, complaints)
      await use({ allow: (complaint) => allowed.push(complaint), complaints })
      expect(complaints.filter((complaint) => !allowed.some((pattern) => pattern.test(complaint)))).toEqual(
        [],
      )
    },
    { auto: true },
  ],

  /** Somebody else, at a browser of their own that is watched like the first. */
  newcomer: async ({ browser, watched }, use) => {
    const contexts: Awaited<ReturnType<typeof browser.newContext>>[] = []
    await use(async (options) => {
      const context = await browser.newContext(options)
      contexts.push(context)
      const page = await context.newPage()
      watch(page, watched.complaints)
      return page
    })
    await Promise.all(contexts.map((context) => context.close()))
  },
})

export { expect }

/** Collects into `complaints` whatever a page finds fault with. */
export function watch(page: Page, complaints: string[]) {
  page.on('console', (message) => {
    if (message.type() === 'error' || /hydrat|did not match/i.test(message.text())) {
      complaints.push(`${message.text()} (${page.url()})`)
    }
  })
  page.on('pageerror', (error) => complaints.push(`${error.message} (${page.url()})`))
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? ''
    // A navigation that overtakes another gives up its requests.
    if (!/ERR_ABORTED/.test(reason)) complaints.push(`${reason} ${request.url()}`)
  })
}

/** Waits until the client runs: it has hydrated the page and drawn its own title in place of the served one. */
export async function started(page: Page) {
  await page.waitForFunction(
    () => '__remixRouter' in window && document.head.querySelector('title:not([data-served])') !== null,
  )
}

/** Opens a page and waits for its client. */
export async function open(page: Page, path: string) {
  const response = await page.goto(path)
  await started(page)
  return response
}

/** No fault that axe finds by WCAG 2.2 A and AA. */
export async function expectAccessible(page: Page) {
  await page.evaluate(axe.source)
  const faults = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      resultTypes: ['violations'],
    })
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
    )
  })
  expect(faults).toEqual([])
}

/** Puts elements into head and body of every page before React sees it, as extensions and messengers' browsers do. */
export async function meddle(page: Page) {
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.fallback()
    const response = await route.fetch()
    const html = await response.text()
    await route.fulfill({
      response,
      body: html
        .replace('<head>', '<head><meta name="foreign" content="1"/>')
        .replace('</head>', '<link rel="foreign" href="#"/></head>')
        .replace(/<body([^>]*)>/, '<body$1 data-foreign="1"><div id="foreign-first">translate</div>')
        .replace('</body>', '<div id="foreign-last"><input/></div></body>'),
    })
  })
}

/** Signs in to the demonstration by one press, and waits until that is done. */
export async function comesIn(page: Page, name: string) {
  await open(page, '/sign-in')
  await page.getByRole('button', { name }).click()
  await expect(page).not.toHaveURL(/sign-in/)
}
