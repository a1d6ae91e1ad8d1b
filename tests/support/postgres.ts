// One PostgreSQL for the whole test run, with a template database that is migrated once. Test files clone it
// (tests/support/database.ts). Its files are nobody's: it writes without waiting for the disk.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { type Embedded, startEmbedded } from '../../server/embedded-postgres'
import { migrate } from '../../server/migrate'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
  }
}

export const TEMPLATE = 'gongxue_template'

const hasty = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '400' }

export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'gongxue-test-'))
  const dataDir = join(folder, 'postgres')
  const server = await startEmbedded({ dataDir, settings: hasty })
  const end = async () => {
    await server.stop({ evenIfShared: true })
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await makeTemplate(server)
  } catch (error) {
    await end()
    throw error
  }
  project.provide('postgresUrl', server.url('postgres'))
  return end
}

async function makeTemplate(server: Embedded) {
  const client = new pg.Client({ connectionString: server.url('postgres') })
  await client.connect()
  await client.query(`create database ${TEMPLATE}`)
  await client.end()
  await migrate(server.url(TEMPLATE), 'prisma/migrations')
}
