import { test as base, expect, type Page } from '@playwright/test'
import { type RunningServer, seedInto, startServer } from '../support/server'
import { cloneDatabase } from '../support/test-postgres'

export { expect }

type Options = {
  /** What lies in the site's database: nothing, the organisations and an administrator, or the demonstration. */
  laid: 'nothing' | 'empty' | 'daming'
  /** Complaints that a test is about, and expects. */
  expectedComplaints: RegExp[]
}

/**
 * A page on a server of its own, and a test that fails on any error in the console, any warning of hydration and
 * any request that failed.
 */
export const test = base.extend<{ watch: undefined }, { site: RunningServer } & Options>({
  laid: ['nothing', { option: true, scope: 'worker' }],
  expectedComplaints: [[], { option: true, scope: 'worker' }],

  site: [
    async ({ laid }, use) => {
      const databaseUrl = await cloneDatabase(process.env.GONGXUE_TEST_POSTGRES!)
      if (laid !== 'nothing') await seedInto(databaseUrl, laid)
      const server = await startServer({ databaseUrl })
      await use(server)
      await server.stop()
    },
    { scope: 'worker', timeout: 180_000 },
  ],

  baseURL: async ({ site }, use) => use(site.origin),

  watch: [
    async ({ context, expectedComplaints }, use) => {
      const complaints: string[] = []
      const complain = (text: string) => {
        if (!expectedComplaints.some((pattern) => pattern.test(text))) complaints.push(text)
      }
      context.on('page', (page: Page) => {
        page.on('console', (message) => {
          const wrong = message.type() === 'error' || /hydrat/i.test(message.text())
          if (wrong) complain(`console: ${message.text()}`)
        })
        page.on('pageerror', (error) => complain(`error: ${error.message}`))
        page.on('requestfailed', (request) => {
          const why = request.failure()?.errorText ?? ''
          if (why !== 'net::ERR_ABORTED') complain(`request: ${request.url()} ${why}`)
        })
      })
      await use(undefined)
      expect(complaints).toEqual([])
    },
    { auto: true },
  ],
})
