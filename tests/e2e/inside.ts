import { DEMONSTRATION_SECRET, readEnv } from '~/env.server'
import { close, open } from '~/open.server'
import type { RunningServer } from '../support/server'

/** Runs work in the test's own process on a site's database and files, by the commands that its pages use. */
export async function inside<T>(site: RunningServer, work: () => Promise<T>): Promise<T> {
  await open({
    env: readEnv({ NODE_ENV: 'test', DATA_DIR: site.folder }),
    databaseUrl: site.databaseUrl,
    secret: DEMONSTRATION_SECRET,
    ports: { publish: () => undefined, disconnect: () => undefined, present: async () => [] },
  })
  try {
    return await work()
  } finally {
    await close()
  }
}
