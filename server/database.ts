import { join } from 'node:path'
import { connected } from './connected'
import { MARK, wasCutShort } from './laying-mark'
import { type Embedded, startEmbedded } from './postgres/embedded'
import type { Stopping } from './stopping'
import { Problem, say } from './words.mjs'

export type RunningDatabase = {
  url: string
  /** Takes a demonstration, or what a cut laying has left, away; null where the server is not our own. */
  clear: (() => Promise<void>) | null
  /** What went wrong with it, where that is something that a person can mend. */
  problem(error: unknown): Problem | null
  stop(): Promise<void>
}

const NAME = 'gongxue'

/** The database of DATABASE_URL, checked, or else our own under the data folder, started. */
export async function startDatabase(
  { databaseUrl, dataDir }: { databaseUrl: string | null; dataDir: string },
  undo: Stopping['undo'] = () => undefined,
): Promise<RunningDatabase> {
  if (databaseUrl) {
    await check(databaseUrl)
    return { url: databaseUrl, clear: null, problem: fullDisk, stop: async () => undefined }
  }
  const tell = (step: 'initialising' | 'startingDatabase') => say(step, join(dataDir, 'postgres'))
  const embedded = await startEmbedded({ dataDir: join(dataDir, 'postgres'), tell, undo })
  try {
    await createIfMissing(embedded.url('postgres'))
  } catch (error) {
    await embedded.stop()
    throw embedded.problem() ?? error
  }
  return {
    url: embedded.url(NAME),
    clear: () => clear(embedded),
    problem: (error) => fullDisk(error) ?? embedded.problem(),
    stop: embedded.stop,
  }
}

// What is no demonstration is somebody's work, and what is in use is not ours to take away.
async function clear(embedded: Embedded) {
  const { empty, demonstration, cutShort } = await stateOf(embedded.url(NAME))
  if (!empty && !demonstration && !cutShort) throw new Problem('anewNoDemonstration')
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
    await client.end().catch(() => undefined)
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

// PostgreSQL's word for a full disk, however deep a library has wrapped it.
function fullDisk(error: unknown, depth = 0): Problem | null {
  if (typeof error !== 'object' || error === null || depth > 6) return null
  const { code, originalCode, meta, cause, driverAdapterError } = error as Record<string, unknown>
  if (code === '53100' || originalCode === '53100') return new Problem('diskFull')
  return [meta, cause, driverAdapterError].reduce<Problem | null>(
    (found, inner) => found ?? fullDisk(inner, depth + 1),
    null,
  )
}

export type DatabaseState = {
  /** Nobody and nothing is in it but tables. */
  empty: boolean
  /** It holds the demonstration. */
  demonstration: boolean
  /** What is in it was being laid when that was cut short. */
  cutShort: boolean
}

/** What a migrated database holds. */
export async function stateOf(url: string): Promise<DatabaseState> {
  const client = await connected(url)
  try {
    const cutShort = await wasCutShort(client)
    const { rows } = await client.query<{ name: string }>(
      `select quote_ident(relname) as name from pg_class
       where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
         and relname not in ('_prisma_migrations', '${MARK}')`,
    )
    const filled = new Set<string>()
    for (const { name } of rows) {
      const { rowCount } = await client.query(`select from ${name} limit 1`)
      if (rowCount) filled.add(name)
    }
    return { empty: filled.size === 0, demonstration: filled.has('"DemoMark"'), cutShort }
  } finally {
    await client.end()
  }
}
