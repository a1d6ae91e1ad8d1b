import type { BrowserContext } from '@playwright/test'
import { openBeside } from '../support/open-beside'
import type { RunningServer } from '../support/server'
import { signedIn } from '../support/sessions'

/** Lets a test write into a running site by the domain's own commands, its files into the site's folder. */
export function openSite(site: RunningServer) {
  return openBeside(site.databaseUrl, { folder: site.folder })
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
