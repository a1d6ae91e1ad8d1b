import { availableParallelism } from 'node:os'
import tsconfigPaths from 'vite-tsconfig-paths'
import { defineConfig } from 'vitest/config'

const failOnErrors = './tests/support/fail-on-console-error.ts'
const database = './tests/support/database-setup.ts'

// Two kinds of test: those of pure files stand beside them and need nothing; those under tests/ have a real
// PostgreSQL, and those that speak to the server a built one.
export default defineConfig({
  plugins: [tsconfigPaths()],
  test: {
    // Files wait for PostgreSQL and for servers more than they compute: as many at once as there are cores, one of them
    // not left to whoever started the tests.
    maxWorkers: availableParallelism(),
    reporters: process.env.GONGXUE_TEST_REPORT
      ? ['default', ['json', { outputFile: process.env.GONGXUE_TEST_REPORT }]]
      : ['default'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{app,server,prisma,templates,bench}/**/*.test.{ts,tsx}', 'tests/rules/**/*.test.ts'],
          setupFiles: [failOnErrors],
          // Pure files keep nothing from one another; loading them once saves half of the time.
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'domain',
          include: ['tests/{domain,templates}/**/*.test.{ts,tsx}'],
          setupFiles: [failOnErrors, database],
          globalSetup: './tests/support/postgres.ts',
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['tests/{routes,realtime,security}/**/*.test.{ts,tsx}'],
          setupFiles: [failOnErrors],
          globalSetup: ['./tests/support/postgres.ts', './tests/support/built.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'boot',
          include: ['tests/boot/**/*.test.ts'],
          setupFiles: [failOnErrors],
          globalSetup: ['./tests/support/postgres.ts', './tests/support/built.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
