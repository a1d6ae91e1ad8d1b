// Rows that the database takes, made from its own catalog: a value for each column that must have one, a parent row
// for each foreign key that must be filled, and what a table's checks ask for.
import { randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'

export type Row = Record<string, unknown>

/** In a row's values: a row of the table that this column points to. */
export const parent = Symbol('parent')

type Column = { table: string; name: string; type: string; required: boolean }
type ForeignKey = { table: string; column: string; target: string; targetColumn: string }

export type Catalog = { columns: Column[]; foreignKeys: ForeignKey[]; words: Map<string, string[]> }

const INSTANT = '2026-03-02T01:00:00.000Z'
const samples: Record<string, (count: number) => unknown> = {
  uuid: () => randomUUID(),
  text: (count) => `text ${count}`,
  integer: (count) => count,
  smallint: (count) => count,
  bigint: (count) => count,
  numeric: () => 1,
  boolean: () => false,
  bytea: () => randomBytes(32),
  jsonb: () => '{}',
  date: () => '2026-03-02',
  'timestamp with time zone': () => INSTANT,
  'double precision': () => 1,
  'text[]': () => [],
  'uuid[]': () => [],
  'integer[]': () => [],
}

export async function readCatalog(client: pg.Pool | pg.PoolClient): Promise<Catalog> {
  const { rows: columns } = await client.query<Column>(
    `select relname as table, attname as name, format_type(atttypid, null) as type,
            attnotnull and not atthasdef as required
     from pg_attribute join pg_class on pg_class.oid = attrelid
     where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0 and not attisdropped`,
  )
  const { rows: foreignKeys } = await client.query<ForeignKey>(
    `select own.relname as table, a.attname as column, other.relname as target, b.attname as "targetColumn"
     from pg_constraint c
     join pg_class own on own.oid = c.conrelid join pg_class other on other.oid = c.confrelid
     join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     join pg_attribute b on b.attrelid = c.confrelid and b.attnum = c.confkey[1]
     where c.contype = 'f' and cardinality(c.conkey) = 1`,
  )
  const { rows: checks } = await client.query<{ name: string; definition: string }>(
    `select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
     where contype = 'c' and conname like '%\\_word'`,
  )
  const words = new Map(
    checks.map(({ name, definition }) => [
      name.replace(/_word$/, ''),
      [...definition.matchAll(/'([^']+)'::text/g)].map((match) => match[1]!),
    ]),
  )
  return { columns, foreignKeys, words }
}

export type RowMaker = (table: string, given?: Row) => Promise<Row>

/** Inserts valid rows; `needs` are what a table's checks ask for beyond the types of its columns. */
export function rowMaker(client: pg.PoolClient, catalog: Catalog, needs: Record<string, Row>): RowMaker {
  let count = 0

  async function make(table: string, given: Row = {}): Promise<Row> {
    const values: Row = { ...needs[table], ...given }
    for (const column of catalog.columns.filter((one) => one.table === table)) {
      const key = catalog.foreignKeys.find((one) => one.table === table && one.column === column.name)
      const asked = values[column.name] === parent
      if (!asked && (column.name in values || !column.required)) continue
      values[column.name] = key ? (await make(key.target))[key.targetColumn] : sample(column)
    }
    const names = Object.keys(values)
    const { rows } = await client.query<Row>(
      `insert into "${table}" (${names.map((name) => `"${name}"`).join(', ')})
       values (${names.map((_, index) => `$${index + 1}`).join(', ')}) returning *`,
      Object.values(values),
    )
    return rows[0]!
  }

  function sample({ table, name, type }: Column) {
    const word = catalog.words.get(`${table}_${name}`)?.[0]
    if (word) return word
    const value = samples[type]
    if (!value) throw new Error(`No sample for ${table}.${name} of type ${type}`)
    count += 1
    return value(count)
  }

  return make
}
