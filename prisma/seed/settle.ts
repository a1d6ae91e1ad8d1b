// What the laying leaves in order: its rows written for good, each table in the order of its key, so that a dump of the
// same demonstration is the same text, and the planner told what is there.
import { db, pool } from '~/db.server'

/** Until then nothing waits for the disk: a demonstration that was cut short is laid anew. */
export async function hastily<T>(work: () => Promise<T>): Promise<T> {
  const hasten = (client: { query(sql: string): unknown }) =>
    void client.query('set synchronous_commit = off')
  pool.on('connect', hasten)
  try {
    return await work()
  } finally {
    pool.off('connect', hasten)
  }
}

export async function settle() {
  const tables = await db.$queryRaw<{ table: string; key: string }[]>`
    select format('%I', c.relname) as table, format('%I', k.relname) as key
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_class k on k.oid = i.indexrelid
    where i.indisprimary and c.relnamespace = 'public'::regnamespace and c.relname <> '_prisma_migrations'
    order by 1`
  for (const { table, key } of tables) await db.$executeRawUnsafe(`cluster ${table} using ${key}`)
  await db.$executeRawUnsafe('analyze')
}
