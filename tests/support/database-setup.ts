import { afterAll, beforeAll } from 'vitest'
import type { Announcement } from '~/domain/publish.server'
import { DEMONSTRATION_SECRET, readEnv } from '~/env.server'
import { close, open } from '~/open.server'
import { freshDatabase } from './database'

/** What commands have announced, and which sessions they cut, in this test file. */
export const heard: { announcements: Announcement[]; cut: string[] } = { announcements: [], cut: [] }

// Each test file has a database of its own, opened as the server opens one. Tests of a file share it: each makes
// its own people, with new identifiers, and asks about those only.
beforeAll(async () => {
  await open({
    env: readEnv({ NODE_ENV: 'test', DATABASE_CONNECTIONS: '8' }),
    databaseUrl: await freshDatabase(),
    secret: DEMONSTRATION_SECRET,
    ports: {
      publish: (announcement) => heard.announcements.push(announcement),
      disconnect: (sessionIds) => heard.cut.push(...sessionIds),
      present: async () => [],
    },
  })
})

afterAll(close)
