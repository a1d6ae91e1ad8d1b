import type { Page } from '@playwright/test'
import type { RunningServer } from '../support/server'
import { signedIn } from '../support/sessions'
import { inside } from './inside'

/** Lets a browser be somebody's who has signed in at an instant of the site's clock, without the sign-in page. */
export async function entersAs(
  page: Page,
  site: RunningServer,
  person: { id: string; name: string },
  at: Date,
) {
  const cookie = await inside(site, () => signedIn(person, at))
  await page.context().addCookies([{ name: 'session', value: cookie.split('=')[1]!, url: site.origin }])
}
