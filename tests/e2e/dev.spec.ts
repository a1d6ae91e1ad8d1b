// npm run dev, as a developer has it: pages start, nothing complains, and it is told of changes.
import { DEMONSTRATION_SECRET } from '~/env.server'
import { expect, open, test } from '../support/browser'
import { startServer } from '../support/server'
import { cloneDatabase } from '../support/test-postgres'

test('pages of the development server start, and hear of changes', async ({ page }) => {
  const databaseUrl = await cloneDatabase(process.env.GONGXUE_TEST_POSTGRES!)
  const env = { SECRET: DEMONSTRATION_SECRET, NODE_ENV: 'development' }
  const server = await startServer({ databaseUrl, args: ['--dev'], env })
  try {
    const frames: string[] = []
    page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => frames.push(`${payload}`)))
    await open(page, `${server.origin}/sign-in`)
    await expect.poll(() => frames.join()).toContain('connected')
    await page.getByRole('button', { name: 'English' }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  } finally {
    await page.close()
    await server.stop()
  }
})
