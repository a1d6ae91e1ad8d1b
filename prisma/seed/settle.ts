import { db } from '~/db.server'

/** Leaves each table in the order of its key, so that a dump of the same demonstration is the same text, and tells the
 * planner what is there. */
export async function settle() {
  const tables = await db.$queryRaw<{ table: string; key: string }[]>`
    select format('%I', c.relname) as table, format('%I', k.relname) as key
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_class k on k.oid = i.indexrelid
    where i.indisprimary and c.relnamespace = 'public'::regnamespace and c.relname <> '_prisma_migrations'
    order by 1`
  for (const { table, key } of tables) await db.$executeRawUnsafe(`cluster ${table} using ${key}`)
  await db.$executeRawUnsafe('analyze')
}
