import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { type RunningDatabase, startDatabase, stateOf } from '../../server/database'
import { migrate } from '../../server/migrate'

const running: { folder: string; database: RunningDatabase }[] = []

afterEach(async () => {
  for (const { folder, database } of running.splice(0)) {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})

async function databaseWith(sql: string) {
  const folder = mkdtempSync(join(tmpdir(), 'gongxue-anew-'))
  const database = await startDatabase({ databaseUrl: null, dataDir: join(folder, 'data') })
  running.push({ folder, database })
  await migrate(database.url, 'prisma/migrations')
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query(sql)
  return { database, client }
}

const demonstration = `insert into "DemoMark" (id, anchor, "madeAt", people) values (1, '2027-03-15', '2027-03-15', '[]')`
const somebody = `insert into "Person" (id, name, "recordedAt") values (gen_random_uuid(), '李娜', '2027-03-15')`

test('a demonstration makes room for the next one, once nobody uses it any more', async () => {
  const { database, client } = await databaseWith(`${demonstration}; ${somebody}`)
  await expect(database.clear!()).rejects.toMatchObject({ key: 'anewInUse' })
  await client.end()
  await database.clear!()
  await migrate(database.url, 'prisma/migrations')
  expect(await stateOf(database.url)).toEqual({ empty: true, demonstration: false, cutShort: false })
})

test('what is no demonstration stays', async () => {
  const { database, client } = await databaseWith(somebody)
  await client.end()
  await expect(database.clear!()).rejects.toMatchObject({ key: 'anewNoDemonstration' })
  expect(await stateOf(database.url)).toEqual({ empty: false, demonstration: false, cutShort: false })
})

test('a database of somebody’s own is never cleared', async () => {
  const { database, client } = await databaseWith(demonstration)
  const foreign = await startDatabase({ databaseUrl: database.url, dataDir: 'nowhere' })
  await client.end()
  expect(foreign.clear).toBeNull()
})
