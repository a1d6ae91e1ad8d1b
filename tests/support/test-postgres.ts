// One PostgreSQL for a whole run of tests, with a template database that is migrated once. Its files are nobody's:
// it writes without waiting for the disk.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from '../../server/migrate'
import { startEmbedded } from '../../server/postgres/embedded'

export const TEMPLATE = 'gongxue_template'

const hasty = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '400' }

export async function startTestPostgres() {
  const folder = mkdtempSync(join(tmpdir(), 'gongxue-test-'))
  const server = await startEmbedded({ dataDir: join(folder, 'postgres'), settings: hasty })
  async function stop() {
    await server.stop({ evenIfShared: true })
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await withClient(server.url('postgres'), (client) => client.query(`create database ${TEMPLATE}`))
    await migrate(server.url(TEMPLATE), 'prisma/migrations')
    return { url: server.url('postgres'), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** A database that nobody else uses, a copy of a template; its address. */
export async function cloneDatabase(serverUrl: string, template = TEMPLATE): Promise<string> {
  const name = `gongxue_${randomBytes(6).toString('hex')}`
  await withClient(serverUrl, (client) => cloned(client, name, template))
  return addressOn(serverUrl, name)
}

/** A database that nobody else uses, without a table; its address. */
export function bareDatabaseOn(serverUrl: string): Promise<string> {
  return cloneDatabase(serverUrl, 'template0')
}

/**
 * A template with something laid into it, made by whoever asks first: others wait for it. Its name.
 */
export async function templateOf(serverUrl: string, name: string, lay: (url: string) => Promise<void>) {
  const template = `${TEMPLATE}_${name}`
  await withClient(serverUrl, async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [template])
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [template])
    if (rowCount) return
    const making = `${template}_making`
    await client.query(`drop database if exists ${making} with (force)`)
    await cloned(client, making, TEMPLATE)
    await lay(addressOn(serverUrl, making))
    await client.query(`alter database ${making} rename to ${template}`)
  })
  return template
}

export function addressOn(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

// Copying the pages of a template takes some 50 ms; two that do so at once wait for one another.
async function cloned(client: pg.Client, name: string, template: string) {
  for (let tried = 1; ; tried += 1) {
    try {
      await client.query(`create database ${name} template ${template} strategy file_copy`)
      return
    } catch (error) {
      if ((error as { code?: string }).code !== '55006' || tried === 100) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
