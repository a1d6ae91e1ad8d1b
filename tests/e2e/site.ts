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
      const postgres = process.env.GONGXUE_TEST_POSTGRES!
      // Laid once for all files of a run, and copied for each of them.
      const databaseUrl =
        laid === 'nothing'
          ? await cloneDatabase(postgres)
          : await cloneDatabase(postgres, await templateOf(postgres, laid, (url) => seedInto(url, laid)))
      const server = await startServer({ databaseUrl, env: { SECRET: DEMONSTRATION_SECRET } })
      await use(server)
      await server.stop()
    },
    { scope: 'worker', timeout: 600_000 },
  ],

  baseURL: async ({ site }, use) => use(site.origin),
})
