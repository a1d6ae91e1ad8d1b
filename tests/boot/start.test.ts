import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migrate } from '../../server/migrate'
import { ask, busy, folderIn, postgresIn, run } from '../support/boot'
import { startServer } from '../support/server'

function postmasterOf(dataDir: string) {
  return Number(readFileSync(`${dataDir}/postmaster.pid`, 'utf8').split('\n')[0])
}

test('PostgreSQL starts in a folder that only its owner may enter, in UTF8, sorting Chinese names', async () => {
  // As root this is a folder that the system user cannot pass through.
  const folder = folderIn(homedir())
  chmodSync(folder, 0o700)
  const database = await postgresIn(join(folder, 'postgres'))
  expect(await ask(database.url('postgres'), 'show server_encoding')).toEqual([{ server_encoding: 'UTF8' }])
  const sorted = await ask(
    database.url('postgres'),
    `select name from unnest(array['王芳', '李娜', '安静']) name order by name collate "zh-x-icu"`,
  )
  expect(sorted).toEqual([{ name: '安静' }, { name: '李娜' }, { name: '王芳' }])
  expect(await ask(database.url('postgres'), 'show listen_addresses')).toEqual([
    { listen_addresses: '127.0.0.1' },
  ])
})

test('a wrong password is refused', async () => {
  const database = await postgresIn()
  const url = new URL(database.url('postgres'))
  url.password = 'wrong'
  await expect(ask(url.href, 'select 1')).rejects.toThrow('password authentication failed')
})

test('a server that a killed app left running is taken over', async () => {
  const dataDir = join(folderIn(), 'postgres')
  const first = await postgresIn(dataDir)
  await ask(first.url('postgres'), 'create table kept as select 1 as one')
  const second = await postgresIn(dataDir)
  expect(second.url('postgres')).toBe(first.url('postgres'))
  expect(await ask(second.url('postgres'), 'select one from kept')).toEqual([{ one: 1 }])
})

test('a killed server is started again with all that was committed', async () => {
  const dataDir = join(folderIn(), 'postgres')
  const first = await postgresIn(dataDir)
  await ask(first.url('postgres'), 'create table kept as select 1 as one')
  process.kill(postmasterOf(dataDir), 'SIGKILL')
  const second = await postgresIn(dataDir)
  expect(await ask(second.url('postgres'), 'select one from kept')).toEqual([{ one: 1 }])
})

test('two nodes that migrate at once apply each migration once', async () => {
  const database = await postgresIn()
  await ask(database.url('postgres'), 'create database fresh')
  const counts = await Promise.all([1, 2, 3].map(() => migrate(database.url('fresh'), 'prisma/migrations')))
  expect(counts.filter((count) => count > 0)).toHaveLength(1)
  expect(await migrate(database.url('fresh'), 'prisma/migrations')).toBe(0)
  const rows = await ask(
    database.url('fresh'),
    'select migration_name from _prisma_migrations group by 1 having count(*) > 1',
  )
  expect(rows).toEqual([])
})

test('a database that is newer than the program is left alone', async () => {
  const database = await postgresIn()
  const url = database.url('postgres')
  await migrate(url, 'prisma/migrations')
  await ask(
    url,
    `insert into _prisma_migrations (id, checksum, migration_name, finished_at, started_at)
     values ('later', 'x', '9999_later', '2030-01-01', '2030-01-01')`,
  )
  await expect(migrate(url, 'prisma/migrations')).rejects.toMatchObject({ key: 'databaseNewer' })
  const ended = run({ DATABASE_URL: url })
  expect(ended.status).toBe(1)
  expect(ended.stderr).toBe(
    'The database is newer than the program (which does not know 9999_later). Use a newer program.\n',
  )
})

test('a migration that fails leaves nothing behind', async () => {
  const folder = folderIn()
  const database = await postgresIn(join(folder, 'postgres'))
  cpSync('tests/boot/half-migration', join(folder, 'migrations'), { recursive: true })
  const url = database.url('postgres')
  await expect(migrate(url, join(folder, 'migrations'))).rejects.toMatchObject({ key: 'migrationFailed' })
  expect(await ask(url, `select to_regclass('half') as half`)).toEqual([{ half: null }])
})

test('a port in use is one sentence', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  const { port } = taken.address() as { port: number }
  const ended = run({ PORT: String(port) })
  taken.close()
  expect(ended.status).toBe(1)
  expect(ended.stderr).toBe(
    `Port ${port} is in use. Stop what uses it, or choose another: PORT=3001 npm start\n`,
  )
})

test('a database out of reach is one sentence without its password', () => {
  const ended = run({ DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/gongxue' })
  expect(ended.status).toBe(1)
  expect(ended.stderr).toMatch(/^The database 127\.0\.0\.1:1\/gongxue cannot be reached: .*ECONNREFUSED.*\n$/)
  expect(ended.stderr).not.toContain('secret')
})

test('production without its secret is one sentence', () => {
  const ended = run({ NODE_ENV: 'production' })
  expect(ended.status).toBe(1)
  expect(ended.stderr).toMatch(
    /^The environment cannot be worked with: SECRET must be given in production.*\n$/,
  )
})

test('a folder that may not be written is one sentence', () => {
  const folder = folderIn()
  execFileSync('touch', [join(folder, 'file')])
  const ended = run({ DATA_DIR: join(folder, 'file', 'data') })
  expect(ended.status).toBe(1)
  expect(ended.stderr).toContain('does not lie in a folder')
})

test('an app killed in full run starts again within five seconds and keeps its rows', async () => {
  const folder = folderIn()
  const env = { DATA_DIR: join(folder, 'data') }
  mkdirSync(env.DATA_DIR)
  run(env, { args: ['--seed', 'empty'] })
  const first = await startServer({ env })
  expect((await first.fetch('/readyz')).status).toBe(200)
  await first.stop('SIGKILL')
  expect(existsSync(join(env.DATA_DIR, 'postgres/postmaster.pid'))).toBe(true)

  const began = performance.now()
  const second = await startServer({ env })
  expect((await second.fetch('/healthz')).status).toBe(200)
  expect(performance.now() - began).toBeLessThan(5000 * busy())
  expect(await second.stop()).toBe(0)
  expect(existsSync(join(env.DATA_DIR, 'postgres/postmaster.pid'))).toBe(false)
})
