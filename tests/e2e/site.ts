import { DEMONSTRATION_SECRET } from '~/env.server'
import { test as base } from '../support/browser'
import { type RunningServer, seedInto, startServer } from '../support/server'
import { cloneDatabase, templateOf } from '../support/test-postgres'

type Options = {
  /** What lies in the site's database: nothing, the organisations, or the demonstration. */
  laid: 'nothing' | 'empty' | 'daming'
  /** Files share a site, one a worker; a file that wants nobody else's rows in its own names itself here. */
  alone: string
}

/** A page on a server of its own, watched for complaints. */
export const test = base.extend<object, { site: RunningServer } & Options>({
  laid: ['nothing', { option: true, scope: 'worker' }],
  alone: ['', { option: true, scope: 'worker' }],

  site: [
    async ({ laid }, use) => {
      const databaseUrl = await cloneDatabase(process.env.GONGXUE_TEST_POSTGRES!)
      if (laid !== 'nothing') await seedInto(databaseUrl, laid)
      const server = await startServer({ databaseUrl, env: { SECRET: DEMONSTRATION_SECRET } })
      await use(server)
      await server.stop()
    },
    { scope: 'worker', timeout: 600_000 },
  ],

  baseURL: async ({ site }, use) => use(site.origin),
})
