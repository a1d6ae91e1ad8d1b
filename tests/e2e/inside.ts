import { close } from '~/open.server'
import { openBeside } from '../support/open-beside'
import type { RunningServer } from '../support/server'

/** Runs work in the test's own process on a site's database and files, by the commands that its pages use. */
export async function inside<T>(site: RunningServer, work: () => Promise<T>): Promise<T> {
  await openBeside(site.databaseUrl, { folder: site.folder })
  try {
    return await work()
  } finally {
    await close()
  }
}
