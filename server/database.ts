import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { type Embedded, startEmbedded } from './embedded-postgres'
import { Problem, say } from './words.mjs'

export type RunningDatabase = {
  url: string
  /** Takes a demonstration away and leaves an empty database; null where the server is not our own. */
  clear: (() => Promise<void>) | null
  stop(): Promise<void>
}

const NAME = 'gongxue'

/** The database of DATABASE_URL, checked, or else our own under the data folder, started. */
export async function startDatabase(databaseUrl: string | null, dataDir: string): Promise<RunningDatabase> {
  if (databaseUrl) {
    await check(databaseUrl)
    return { url: databaseUrl, clear: null, stop: async () => undefined }
  }
  if (!existsSync(dataDir)) mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const embedded = await startEmbedded({ dataDir: join(dataDir, 'postgres'), tell: (step) => say(step) })
  await createIfMissing(embedded.url('postgres'))
  return { url: embedded.url(NAME), clear: () => clear(embedded), stop: embedded.stop }
}

// What is no demonstration is somebody's work, and what is in use is not ours to take away.
async function clear(embedded: Embedded) {
  const { empty, demonstration } = await stateOf(embedded.url(NAME))
  if (!empty && !demonstration) throw new Problem('anewNoDemonstration')
  const client = await connected(embedded.url('postgres'))
  try {
    await client.query(`drop database ${NAME}`)
    await client.query(`create database ${NAME}`)
  } catch (error) {
    if ((error as { code: string }).code === '55006') throw new Problem('anewInUse')
    throw error
  } finally {
    await client.end()
  }
}

async function createIfMissing(url: string) {
  const client = await connected(url)
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [NAME])
    if (rowCount === 0) await client.query(`create database ${NAME}`)
  } catch (error) {
    // Two first starts at once: the other one made it.
    if (!['42P04', '23505'].includes((error as { code: string }).code)) throw error
  } finally {
    await client.end()
  }
}

async function check(url: string) {
  const client = await connected(url)
  try {
    const { rows } = await client.query<{ number: number; version: string; encoding: string; icu: boolean }>(
      `select current_setting('server_version_num')::int as number,
              current_setting('server_version') as version,
              current_setting('server_encoding') as encoding,
              exists (select from pg_collation where collname = 'zh-x-icu') as icu`,
    )
    const found = rows[0]!
    if (found.number < 150_000) throw new Problem('databaseTooOld', found.version)
    if (found.encoding !== 'UTF8') throw new Problem('databaseEncoding', found.encoding)
    if (!found.icu) throw new Problem('databaseNoIcu')
  } finally {
    await client.end()
  }
}

async function connected(url: string) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch (error) {
    throw new Problem('databaseUnreachable', withoutPassword(url), reason(error))
  }
}

function withoutPassword(text: string) {
  try {
    const url = new URL(text)
    return `${url.hostname}${url.port ? `:${url.port}` : ''}${url.pathname}`
  } catch {
    return 'DATABASE_URL'
  }
}

function reason(error: unknown) {
  const { message, code, errors } = error as { message?: string; code?: string; errors?: Error[] }
  return message || errors?.[0]?.message || code || String(error)
}

export type DatabaseState = {
  /** Nobody and nothing is in it but tables. */
  empty: boolean
  /** It holds the demonstration. */
  demonstration: boolean
}

/** What a migrated database holds. */
export async function stateOf(url: string): Promise<DatabaseState> {
  const client = await connected(url)
  try {
    const { rows } = await client.query<{ name: string }>(
      `select quote_ident(relname) as name from pg_class
       where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and relname <> '_prisma_migrations'`,
    )
    const filled = new Set<string>()
    for (const { name } of rows) {
      const { rowCount } = await client.query(`select from ${name} limit 1`)
      if (rowCount) filled.add(name)
    }
    return { empty: filled.size === 0, demonstration: filled.has('"DemoMark"') }
  } finally {
    await client.end()
  }
}
