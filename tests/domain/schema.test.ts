import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { pool } from '~/db.server'
import { sqlOfSchema } from '../support/prisma-diff'
import { cloneDatabase } from '../support/test-postgres'

test('the migrations make all that schema.prisma says, and what they add is what it cannot say', async () => {
  const fromSchema = await madeFromSchema()
  const said = await catalogOf(fromSchema)
  await fromSchema.end()
  const made = await catalogOf(pool)
  expect(said.columns.length).toBeGreaterThan(500)
  expect(made.columns).toEqual(said.columns)
  expect(made.foreignKeys).toEqual(said.foreignKeys)
  expect(made.indexes).toEqual(said.indexes)
})

async function madeFromSchema() {
  const address = await cloneDatabase(inject('postgresUrl'), 'template0')
  const client = new pg.Pool({ connectionString: address, max: 1 })
  await client.query(await sqlOfSchema('prisma/schema.prisma', address))
  return client
}

// What schema.prisma can say: columns; foreign keys; primary keys and indexes that are neither partial, nor over an
// expression, nor made by an exclusion.
async function catalogOf(database: pg.Pool) {
  const rows = async (sql: string) =>
    (await database.query<{ line: string }>(sql)).rows.map(({ line }) => line)
  const ours = `relnamespace = 'public'::regnamespace and relname <> '_prisma_migrations'`
  return {
    columns: await rows(
      `select concat_ws(' ', relname, attname, format_type(atttypid, atttypmod),
         case when attnotnull then 'not null' end, pg_get_expr(adbin, adrelid)) as line
       from pg_attribute join pg_class on pg_class.oid = attrelid
       left join pg_attrdef on adrelid = attrelid and adnum = attnum
       where ${ours} and relkind = 'r' and attnum > 0 and not attisdropped order by line`,
    ),
    foreignKeys: await rows(
      `select concat_ws(' ', relname, conname, pg_get_constraintdef(pg_constraint.oid)) as line
       from pg_constraint join pg_class on pg_class.oid = conrelid
       where ${ours} and contype = 'f' order by line`,
    ),
    indexes: await rows(
      `select pg_get_indexdef(indexrelid) as line
       from pg_index join pg_class on pg_class.oid = indrelid
       where ${ours} and indpred is null and indexprs is null and not indisexclusion order by line`,
    ),
  }
}
