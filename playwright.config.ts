import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

const chromium = [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find((path) => path && existsSync(path))

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/setup.ts',
  outputDir: 'test-results/browser',
  timeout: 120_000,
  expect: { timeout: 30_000 },
  workers: 2,
  forbidOnly: true,
  reporter: process.env.GONGXUE_BROWSER_REPORT
    ? [['list'], ['json', { outputFile: process.env.GONGXUE_BROWSER_REPORT }]]
    : [['list']],
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 360, height: 780 },
    // A picture of each step costs a tenth of the time: asked for where a fault is looked into.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    actionTimeout: 60_000,
    launchOptions: {
      executablePath: chromium,
      // The first three for machines without a display or a sandbox; the rest keep it from calling home.
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
