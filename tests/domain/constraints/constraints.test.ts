// Every check, exclusion, unique index and refusing trigger in the database refuses a row here, and every other
// index serves a query. The lists come from the database's own catalog, so one without its test fails.
import type pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { pool } from '~/db.server'
import { type Catalog, parent, type Row, type RowMaker, readCatalog, rowMaker } from '../../support/rows'
import { indexQueries } from './index-queries'
import { needs } from './needs'
import { refusedRows } from './refused-rows'

type Named = { table: string; name: string }
type Constraint = Named & { definition: string }
type Index = Named & { columns: string[]; predicate: string | null }

let catalog: Catalog

beforeAll(async () => {
  catalog = await readCatalog(pool)
})

const OURS = `relnamespace = 'public'::regnamespace and relname <> '_prisma_migrations'`

test('every check refuses a row', async () => {
  const checks = await constraints('c')
  const known = new Set(checks.map(({ name }) => name))
  expect(Object.keys(refusedRows).filter((name) => !known.has(name))).toEqual([])
  const refused = await each(checks, async (check, make) => {
    const given = refusedBy(check)
    if (!given) return 'has no row in refused-rows.ts'
    const own = given.parentId === 'the organisation itself'
    const organisation = own && (await make('Organisation'))
    const values = organisation ? { parentId: organisation.id, organisationId: organisation.id } : given
    return make(check.table, values)
  })
  expect(refused).toEqual(checks.map(({ name }) => `${name} refuses by 23514`))
})

// A column of words refuses another word; a range refuses to end where it begins.
function refusedBy({ table, name }: Named): Row | null {
  if (name in refusedRows) return refusedRows[name]!
  const column = name.slice(table.length + 1)
  if (column.endsWith('_word')) return { [column.slice(0, -'_word'.length)]: 'no word of ours' }
  if (column !== 'ordered') return null
  const instant = '2026-03-02T01:00:00Z'
  return { from: instant, until: instant, ...(table === 'GroupMembership' && { readsUpTo: 0 }) }
}

test('every exclusion refuses a second row at the same instant', async () => {
  const exclusions = await constraints('x')
  const refused = await each(exclusions, async ({ table, definition }, make) => {
    const first = await make(table)
    const same = Object.entries(first).filter(([column]) => new RegExp(`\\b${column}\\b`).test(definition))
    return make(table, Object.fromEntries(same))
  })
  expect(refused).toEqual(exclusions.map(({ name }) => `${name} refuses by 23P01`))
})

test('every unique index refuses the same a second time', async () => {
  const indexes = await indexesOf('i.indisunique')
  const refused = await each(indexes, async ({ table, name, columns, predicate }, make) => {
    const held = { ...holding(predicate), ...besides[name] }
    // Columns that may be empty are filled, because nothing is like nothing.
    const filled = catalog.foreignKeys.filter((one) => one.table === table && columns.includes(one.column))
    const parents = Object.fromEntries(filled.map(({ column }) => [column, parent]))
    const first = await make(table, { ...parents, ...held })
    const same = Object.fromEntries(columns.map((column) => [column, first[column]]))
    return make(table, { ...held, ...same })
  })
  expect(refused).toEqual(indexes.map(({ name }) => `${name} refuses by 23505`))
})

// What must be so for a partial index to look at a row; what is empty by itself needs no saying.
function holding(predicate: string | null): Row {
  const word = /"?(\w+)"? = '([^']+)'/.exec(predicate ?? '')
  return word ? { [word[1]!]: word[2]! } : {}
}

// What a check asks for once the columns of an index are filled.
const besides: Record<string, Row> = {
  GradeEntry_undoesId_key: { kind: 'undone', score: null },
  SignOffEntry_undoesId_key: { kind: 'undone', mark: null },
  PostRemoval_undoesId_key: { kind: 'restored' },
  SurveyAnswer_activityId_enrolmentId_key: { occurredAt: '2026-03-02T01:00:00Z' },
}

test('every trigger that keeps entries refuses to change and to delete them', async () => {
  const { rows: triggers } = await pool.query<Named>(
    `select relname as table, tgname as name from pg_trigger join pg_class on pg_class.oid = tgrelid
     where ${OURS} and not tgisinternal order by tgname`,
  )
  for (const change of ['update', 'delete'] as const) {
    const refused = await each(triggers, async ({ table }, make, client) => {
      const row = await make(table)
      await publish(client, table, row)
      const [first] = Object.keys(row) as [string]
      const where = `where "${first}" = $1`
      const sql =
        change === 'update'
          ? `update "${table}" set "${first}" = $1 ${where}`
          : `delete from "${table}" ${where}`
      await client.query(sql, [row[first]])
      return row
    })
    expect(refused).toEqual(triggers.map(({ name }) => `${name} refuses by 23001`))
  }
})

// The versions of a programme are kept from the moment that they are published.
async function publish(client: pg.PoolClient, table: string, row: Row) {
  const version = {
    ProgrammeVersion: 'select $1::uuid',
    ModuleVersion: 'select "programmeVersionId" from "ModuleVersion" where "id" = $1',
    ActivityVersion: `select m."programmeVersionId" from "ModuleVersion" m
      join "ActivityVersion" a on a."moduleVersionId" = m."id" where a."id" = $1`,
  }[table]
  if (!version) return
  await client.query(`update "ProgrammeVersion" set "publishedAt" = '2026-03-02' where "id" = (${version})`, [
    row.id,
  ])
}

test('every other index serves its query, where the planner is kept from scanning', async () => {
  const indexes = await indexesOf('not i.indisunique and not i.indisexclusion')
  expect(Object.keys(indexQueries).sort()).toEqual(indexes.map(({ name }) => name).sort())
  const tables = [...new Set(indexes.map(({ table }) => `"${table}"`))].join(', ')
  const served = await inRollback(async (client) => {
    // Emptied, they have no figures: those of an earlier clean-up would let the planner take any index of a table.
    await client.query(`truncate ${tables} cascade`)
    await client.query('set local enable_seqscan = off')
    const uses: string[] = []
    for (const index of indexes) {
      const { rows } = await client.query(`explain (generic_plan, format json) ${indexQueries[index.name]}`)
      const used = JSON.stringify(rows).includes(`"Index Name":"${index.name}"`)
      uses.push(used ? index.name : `${index.name} is not used: ${JSON.stringify(rows)}`)
    }
    return uses
  })
  expect(served).toEqual(indexes.map(({ name }) => name))
})

async function constraints(kind: 'c' | 'x') {
  const { rows } = await pool.query<Constraint>(
    `select relname as table, conname as name, pg_get_constraintdef(pg_constraint.oid) as definition from pg_constraint join pg_class on pg_class.oid = conrelid
     where ${OURS} and contype = $1 order by conname`,
    [kind],
  )
  return rows
}

async function indexesOf(which: string) {
  const { rows } = await pool.query<Index>(
    `select t.relname as table, c.relname as name, pg_get_expr(i.indpred, i.indrelid) as predicate,
            array(select attname::text from unnest(i.indkey) with ordinality k(number, place)
                  join pg_attribute on attrelid = i.indrelid and attnum = k.number order by place) as columns
     from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
     where t.relnamespace = 'public'::regnamespace and t.relname <> '_prisma_migrations'
       and ${which} order by c.relname`,
  )
  return rows
}

// What became of the attempt at each of them, each in a transaction that leaves nothing.
async function each<T extends Named>(
  all: T[],
  attempt: (one: T, make: RowMaker, client: pg.PoolClient) => Promise<Row | string>,
) {
  const outcomes: string[] = []
  for (const one of all) {
    outcomes.push(
      await inRollback(async (client) => {
        try {
          const taken = await attempt(one, rowMaker(client, catalog, needs), client)
          return `${one.name} ${typeof taken === 'string' ? taken : 'took the row'}`
        } catch (error) {
          return refusal(one, error as pg.DatabaseError)
        }
      }),
    )
  }
  return outcomes
}

function refusal({ name, table }: Named, { code, constraint, message }: pg.DatabaseError) {
  const byIt = constraint === name || (code === '23001' && !constraint && message.includes(table))
  const byTrigger = code === '23001' && /published/.test(message)
  return byIt || byTrigger ? `${name} refuses by ${code}` : `${name} was not reached: ${message}`
}

async function inRollback<T>(work: (client: pg.PoolClient) => Promise<T>) {
  const client = await pool.connect()
  try {
    await client.query('begin')
    return await work(client)
  } finally {
    await client.query('rollback')
    client.release()
  }
}
