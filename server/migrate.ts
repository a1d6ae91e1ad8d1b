// The migrations of prisma/migrations, applied at boot. See docs/decisions/0002-migrations.md.
//
// Invariants:
// 1. One at a time: a PostgreSQL advisory lock makes a second node wait, then find nothing to do.
// 2. A migration is applied whole or not at all, in one transaction with the row that says so.
// 3. A database that knows a migration which this program does not is newer, and is left alone.
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { MIGRATION_LOCK } from './locks'
import { Problem } from './words.mjs'

type Migration = { name: string; sql: string; checksum: string }

// Between nodes announcements travel over PostgreSQL, which needs a table for those too large to notify.
const ANNOUNCEMENTS = `
  create schema if not exists realtime;
  create table if not exists realtime.attachments (
    id bigserial unique, created_at timestamptz default now(), payload bytea
  )`

/** Brings a database to this program's schema, the queue's and the sockets' own tables too; tells how many it applied. */
export async function migrate(databaseUrl: string, folder: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    const missing = await missingFrom(client, readMigrations(folder))
    for (const migration of missing) await apply(client, migration)
    await migrateQueue(databaseUrl)
    await client.query(ANNOUNCEMENTS)
    return missing.length
  } finally {
    await client.end()
  }
}

export function readMigrations(folder: string): Migration[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

async function missingFrom(client: pg.Client, migrations: Migration[]) {
  await client.query(
    `create table if not exists _prisma_migrations (
       id varchar(36) primary key,
       checksum varchar(64) not null,
       finished_at timestamptz,
       migration_name varchar(255) not null,
       logs text,
       rolled_back_at timestamptz,
       started_at timestamptz not null default now(),
       applied_steps_count integer not null default 0
     )`,
  )
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select migration_name as name, checksum from _prisma_migrations where finished_at is not null',
  )
  const applied = new Map(rows.map((row) => [row.name, row.checksum]))
  const known = new Set(migrations.map((migration) => migration.name))
  const unknown = [...applied.keys()].filter((name) => !known.has(name))
  if (unknown.length > 0) throw new Problem('databaseNewer', unknown.join(', '))
  const changed = migrations.find(({ name, checksum }) => applied.has(name) && applied.get(name) !== checksum)
  if (changed) throw new Problem('migrationChanged', changed.name)
  return migrations.filter((migration) => !applied.has(migration.name))
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration) {
  const started = new Date()
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query(
      `insert into _prisma_migrations
         (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, $4, $5, 1)`,
      [randomUUID(), checksum, name, started, new Date()],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    const { code, message } = error as { code?: string; message: string }
    throw code === '53100' ? new Problem('diskFull') : new Problem('migrationFailed', name, message)
  }
}

// graphile-worker looks itself before it changes anything, so a database that is up to date costs a query.
async function migrateQueue(databaseUrl: string) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 })
  pool.on('error', () => undefined)
  try {
    await runMigrations({ pgPool: pool })
  } finally {
    await pool.end()
  }
}
