import type { BrowserContext } from '@playwright/test'
import { DEMONSTRATION_SECRET, readEnv } from '~/env.server'
import { open } from '~/open.server'
import type { RunningServer } from '../support/server'
import { signedIn } from '../support/sessions'

/** Lets a test write into a running site by the domain's own commands, its files into the site's folder. */
export function openSite(site: RunningServer) {
  return open({
    env: readEnv({ NODE_ENV: 'test', DATABASE_CONNECTIONS: '4', DATA_DIR: site.folder }),
    databaseUrl: site.databaseUrl,
    secret: DEMONSTRATION_SECRET,
    ports: { publish: () => undefined, disconnect: () => undefined, present: async () => [] },
  })
}

/** Signs somebody in at the site, in every page of this context. */
export async function signIn(
  context: BrowserContext,
  person: { id: string; name: string },
  { origin, at, consented = true }: { origin: string; at: Date; consented?: boolean },
) {
  const cookie = await signedIn(person, at, { consented })
  await context.addCookies([{ name: 'session', value: cookie.split('=')[1]!, url: origin }])
}
