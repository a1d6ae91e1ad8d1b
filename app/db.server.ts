// The one Prisma client, and the one pg pool under it. Importing this file opens nothing: PostgreSQL may
// not be running yet. `server/` (or a test) calls openDatabase once; only then are `db` and `pool` there.
import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { PrismaPg } from '@prisma/adapter-pg'
import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import pg from 'pg'
import kyselyExtension from 'prisma-extension-kysely'
import { PrismaClient } from '#generated/client/client'
import type { DB } from '#generated/kysely'

export type Database = ReturnType<typeof connect>
export type Tx = Parameters<Parameters<Database['$transaction']>[0]>[0]
export type AfterCommit = (work: () => unknown) => void

type Running = { tx: Tx; afterCommit: AfterCommit }

const ATTEMPTS = 5
const running = new AsyncLocalStorage<Running>()

// A statement that begins with its name in a comment is prepared once on each connection: for the few that are asked
// all the time and cost more to plan than to run.
const NAMED = /^\s*\/\* ([a-z-]+) \*\//

// Kept beside the modules, because a reloaded build is a new instance of this one.
const kept = globalThis as { gongxueDb?: { db: Database; pool: pg.Pool } }

export let db: Database = kept.gongxueDb?.db as Database
export let pool: pg.Pool = kept.gongxueDb?.pool as pg.Pool

/**
 * Opens the client and the pool on a database; a second call for another database closes the first. `hasty` waits for
 * no disk: for rows that can be made again.
 */
export async function openDatabase(url: string, connections = 20, { hasty = false } = {}) {
  await closeDatabase()
  const options = `-c TimeZone=UTC -c jit=off${hasty ? ' -c synchronous_commit=off' : ''}`
  pool = new pg.Pool({ connectionString: url, max: connections, options })
  // An idle connection that the server closes is replaced at the next query; only its error must be taken.
  pool.on('error', () => undefined)
  pool.on('connect', askInTurn)
  db = connect(pool)
  kept.gongxueDb = { db, pool }
}

// A connection answers one question at a time, and Prisma asks for all relations of an include at once.
function askInTurn(client: pg.PoolClient) {
  const ask = client.query.bind(client) as (...args: unknown[]) => unknown
  let last: Promise<unknown> = Promise.resolve()
  client.query = ((...args: unknown[]) => {
    // Who brings a callback or a stream has the connection for themselves.
    if (typeof args.at(-1) === 'function' || hasSubmit(args[0])) return ask(...args)
    const answer = last.then(() => ask(...args))
    last = answer.catch(() => undefined)
    return answer
  }) as typeof client.query
}

function hasSubmit(query: unknown) {
  return typeof query === 'object' && query !== null && 'submit' in query
}

export async function closeDatabase() {
  const open = kept.gongxueDb
  if (!open) return
  kept.gongxueDb = undefined
  await open.db.$disconnect()
  await open.pool.end()
}

function connect(under: pg.Pool) {
  // The adapter was typed against a newer @types/pg; it is the same pg that runs.
  const adapter = new PrismaPg(under as unknown as ConstructorParameters<typeof PrismaPg>[0], {
    statementNameGenerator: ({ sql }) => NAMED.exec(sql)?.[1] ?? '',
  })
  const client = new PrismaClient({ adapter })
  return client.$extends(
    kyselyExtension({
      kysely: (driver) =>
        new Kysely<DB>({
          dialect: {
            createDriver: () => driver,
            createAdapter: () => new PostgresAdapter(),
            createIntrospector: (kysely) => new PostgresIntrospector(kysely),
            createQueryCompiler: () => new PostgresQueryCompiler(),
          },
        }),
    }),
  )
}

/**
 * Runs a command as one transaction (read committed; commands lock the rows that they decide by). What
 * `afterCommit` was given runs in order once the rows are there for everybody, and not at all if they never
 * are. A deadlock or a failed serialization is tried anew, five times at most, so `work` has no other effect
 * than its rows. A command that calls another shares its transaction.
 */
export async function inTransaction<T>(
  work: (tx: Tx, afterCommit: AfterCommit) => Promise<T>,
  options: { timeout?: number } = {},
): Promise<T> {
  const outer = running.getStore()
  if (outer) return work(outer.tx, outer.afterCommit)
  for (let attempt = 1; ; attempt += 1) {
    const promised: (() => unknown)[] = []
    try {
      const result = await db.$transaction(
        (tx) => {
          const one: Running = { tx: withItsKysely(tx as Tx), afterCommit: (then) => promised.push(then) }
          return running.run(one, () => work(one.tx, one.afterCommit))
        },
        { maxWait: 15_000, timeout: options.timeout ?? 60_000 },
      )
      for (const then of promised) await running.exit(async () => then())
      return result
    } catch (error) {
      if (attempt === ATTEMPTS || !clashed(error)) throw error
      await pause(10 * 2 ** attempt * (0.5 + Math.random()))
    }
  }
}

// The extension hangs a transaction's Kysely on an object that transactions share, so that of two at once the
// first would write through the second's connection. At this moment it is still ours; from here on we keep it.
// That is why nobody but inTransaction calls db.$transaction.
function withItsKysely(tx: Tx): Tx {
  const { $kysely } = tx
  return new Proxy(tx, { get: (target, name) => (name === '$kysely' ? $kysely : Reflect.get(target, name)) })
}

/** The transaction that is under way here, if any: a question asked through it sees what its commands have written. */
export function transactionUnderWay(): Tx | null {
  return running.getStore()?.tx ?? null
}

/** What to run after the commit of the transaction that is under way; throws where there is none. */
export function afterThisCommit(then: () => unknown) {
  const one = running.getStore()
  if (!one) throw new Error('afterThisCommit outside of a transaction')
  one.afterCommit(then)
}

// Prisma's own word for it is P2034; in SQL of ours the state of PostgreSQL comes through in its cause.
function clashed(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 5) return false
  const { code, originalCode, kind, meta, cause } = error as Record<string, unknown>
  if ([code, originalCode].some((one) => one === '40001' || one === '40P01' || one === 'P2034')) return true
  if (kind === 'TransactionWriteConflict') return true
  return clashed(meta, depth + 1) || clashed(cause, depth + 1) || driverError(error, depth)
}

function driverError(error: object, depth: number) {
  return 'driverAdapterError' in error && clashed(error.driverAdapterError, depth + 1)
}
