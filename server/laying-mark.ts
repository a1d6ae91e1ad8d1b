// A laying that is cut short (Ctrl-C, kill -9, a full disk) leaves rows that are neither nothing nor whole. While it
// runs a table stands in the database as its mark, and its program holds a lock: a mark without the lock is what a cut
// has left.
import type pg from 'pg'
import { connected } from './connected'
import { LAYING_LOCK } from './locks'
import { Problem } from './words.mjs'

export const MARK = '_laying'

/** Runs a laying under its mark, which stays where it fails. */
export async function marked<T>(databaseUrl: string, work: () => Promise<T>): Promise<T> {
  const client = await connected(databaseUrl)
  try {
    if (!(await lock(client))) throw new Problem('layingNow')
    await client.query(`create table ${MARK} (since timestamptz)`)
    const result = await work()
    await client.query(`drop table ${MARK}`)
    return result
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Whether an earlier laying was cut short; ends with a sentence where one is under way. */
export async function wasCutShort(client: pg.Client) {
  const { rows } = await client.query(`select to_regclass('public.${MARK}') is not null as there`)
  if (!rows[0].there) return false
  if (!(await lock(client))) throw new Problem('layingNow')
  return true
}

// The lock of a killed program takes a moment to be free.
async function lock(client: pg.Client) {
  for (let tried = 0; tried < 20; tried += 1) {
    const { rows } = await client.query('select pg_try_advisory_lock($1) as mine', [LAYING_LOCK])
    if (rows[0].mine) return true
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return false
}
