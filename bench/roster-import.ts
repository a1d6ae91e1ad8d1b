// Ours: what a manager does with daming-roster.xlsx: upload it, look it through, agree; 322 people with accounts, sealed
// numbers and enrolments. The floor: the same file read by the same reader, and the very rows that ours has written,
// kept from a first run, brought in by COPY under the same keys and checks.
import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from, to } from 'pg-copy-streams'
import { importToManage } from '~/domain/enrolment/import.access.server'
import { agreeToImport, uploadRoster } from '~/domain/enrolment/import.server'
import { readRosterFile } from '~/domain/enrolment/roster-file.server'
import { cloneDatabase } from '../tests/support/test-postgres'
import { type Case, inTurns, perSecond } from './measure'
import { type DamingCohort, damingCohort, withDatabase } from './world'

const PEOPLE = 322

export const rosterImport: Case = {
  name: 'roster-import',
  unit: 'people/s',
  aim: 0.3,
  async run(serverUrl) {
    const cohort = await damingCohort(serverUrl)
    const bytes = await readFile('tests/fixtures/daming-roster.xlsx')
    const rows = await rowsWritten(await cloneDatabase(serverUrl, cohort.name), cohort, bytes)
    return inTurns(9, {
      ours: async () => {
        const url = await cloneDatabase(serverUrl, cohort.name)
        return withDatabase(url, () => perSecond(PEOPLE, () => importRoster(cohort, bytes)))
      },
      floor: async () => {
        const url = await cloneDatabase(serverUrl, cohort.name)
        return withClient(url, (client) => perSecond(PEOPLE, () => readAndCopy(client, bytes, rows)))
      },
    })
  },
}

export async function importRoster({ manager, cohort }: DamingCohort, bytes: Buffer) {
  const uploaded = await uploadRoster(manager, cohort, { bytes, name: 'daming-roster.xlsx' })
  if ('refused' in uploaded) throw new Error(`The roster was refused: ${uploaded.refused}`)
  const roster = await importToManage(manager, cohort.id, uploaded.importId)
  const agreed = await agreeToImport(manager, roster!)
  if (agreed.refused !== null || agreed.summary.enrolled !== PEOPLE) {
    throw new Error(`The roster did not enrol ${PEOPLE}`)
  }
}

type TableRows = { table: string; text: Buffer }

async function readAndCopy(client: pg.Client, bytes: Buffer, rows: TableRows[]) {
  const read = await readRosterFile(bytes)
  if ('refused' in read) throw new Error(read.refused)
  await client.query('begin')
  for (const { table, text } of rows) {
    await pipeline(Readable.from([text]), client.query(from(`copy ${table} from stdin`)))
  }
  await client.query('commit')
}

/** What an import writes, table by table, those first that others point to. */
async function rowsWritten(url: string, cohort: DamingCohort, bytes: Buffer): Promise<TableRows[]> {
  return withClient(url, async (client) => {
    const before = await countAll(client)
    const { rows: started } = await client.query('select pg_current_xact_id()::text as number')
    await withDatabase(url, () => importRoster(cohort, bytes))
    const written: TableRows[] = []
    for (const table of await tablesInOrder(client)) {
      const { rows: counted } = await client.query<{ new: number; all: number }>(
        `select (count(*) filter (where xmin::text::bigint >= $1::bigint))::int as new, count(*)::int as all from ${table}`,
        [started[0].number],
      )
      const { new: fresh, all } = counted[0]!
      // Rows that stood there before and were only changed are not the floor's to write.
      if (fresh === 0 || all === before.get(table)) continue
      if (all - fresh !== before.get(table)) throw new Error(`${table} was both written and changed`)
      const rows = `select * from ${table} where xmin::text::bigint >= ${started[0].number}`
      written.push({ table, text: await buffer(client.query(to(`copy (${rows}) to stdout`))) })
    }
    return written
  })
}

async function countAll(client: pg.Client) {
  const counts = new Map<string, number>()
  for (const table of await tablesInOrder(client)) {
    const { rows } = await client.query(`select count(*)::int as all from ${table}`)
    counts.set(table, rows[0].all)
  }
  return counts
}

async function tablesInOrder(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; needs: string[] }>(
    `select c.oid::regclass::text as name,
            coalesce(array_agg(f.confrelid::regclass::text)
              filter (where f.confrelid is not null and f.confrelid <> c.oid), '{}') as needs
     from pg_class c left join pg_constraint f on f.conrelid = c.oid and f.contype = 'f'
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
     group by c.oid`,
  )
  const ordered: string[] = []
  let waiting = rows
  while (waiting.length > 0) {
    const ready = waiting.filter(({ needs }) => needs.every((name) => ordered.includes(name)))
    if (ready.length === 0) throw new Error('Tables point to each other in a circle')
    ordered.push(...ready.map(({ name }) => name))
    waiting = waiting.filter((one) => !ready.includes(one))
  }
  return ordered
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
