import { type Page, test } from '@playwright/test'

/** Keeps a picture of what somebody sees, beside the results of the run. */
export async function picture({ page }: { page: Page }, name: string) {
  await page.screenshot({ path: test.info().outputPath(`${name}.png`), animations: 'disabled' })
}
