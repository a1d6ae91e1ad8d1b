// What whoever starts the program can mend ends it with one sentence and exit code 1.
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { problemOf } from '../../server/postgres/problems'
import { ask, folderIn, run } from '../support/boot'
import { freshDatabase } from '../support/database'

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

test('what is wrong with the environment is one sentence in the language of the terminal', () => {
  const wrong = {
    NODE_ENV: 'live',
    PORT: 'abc',
    ORIGIN: 'here',
    DATABASE_URL: 'mysql://here',
    DATABASE_CONNECTIONS: '1',
    SECRET: 'short',
    DEMO: 'perhaps',
    TRUST_PROXY: '?',
    METRICS_TOKEN: 'short',
    NODES: '0',
    SMTP_URL: 'here',
    LOG_LEVEL: 'loud',
  }
  const ended = run({ ...wrong, LANG: 'zh_CN.UTF-8' })
  expect(ended.status).toBe(1)
  for (const name of Object.keys(wrong)) expect(ended.stderr).toContain(name)
  expect(ended.stderr).toMatch(/^环境变量有误：.*PORT 是 0 到 65535 的整数；.*。\n$/)
  expect(ended.stderr).not.toMatch(/ (is|has|must|starts) |undefined/)
})

test('production without its secret is one sentence', () => {
  const ended = run({ NODE_ENV: 'production' })
  expect(ended.status).toBe(1)
  expect(ended.stderr).toMatch(
    /^The environment cannot be worked with: SECRET must be given in production.*\n$/,
  )
})

test('a demonstration’s database is refused by production in one sentence, and stays as it is', async () => {
  const url = await freshDatabase()
  await ask(
    url,
    `insert into "DemoMark" (id, anchor, "madeAt", people) values (1, '2027-03-15', '2027-03-15', '[]')`,
  )
  for (const args of [[], ['--first-administrator']]) {
    const ended = run({ NODE_ENV: 'production', SECRET: 'x'.repeat(40), DATABASE_URL: url }, { args })
    expect([ended.status, ended.stderr]).toEqual([
      1,
      'This database holds the demonstration, which NODE_ENV=production refuses.\n',
    ])
  }
  expect(await ask(url, 'select count(*)::int as people from "Person"')).toEqual([{ people: 0 }])
})

test('a folder that may not be written is one sentence', () => {
  const folder = folderIn()
  execFileSync('touch', [join(folder, 'file')])
  const ended = run({ DATA_DIR: join(folder, 'file', 'data') })
  expect(ended.status).toBe(1)
  expect(ended.stderr).toMatch(/^A folder is needed at .*file.*\n$/)
})

test('a place that takes no folder is one sentence', () => {
  const ended = run({ DATA_DIR: '/proc/nope' })
  expect([ended.status, ended.stderr]).toEqual([
    1,
    'No folder can be made at /proc/nope; choose another place.\n',
  ])
})

test('a full disk is one sentence', () => {
  const folder = folderIn()
  if (!mayMount()) {
    // Without the right to mount a small disk: what PostgreSQL says on one.
    const said = 'initdb: error: could not write to file "pg_wal/xlogtemp.1": No space left on device'
    expect(problemOf(said, folder).key).toBe('diskFull')
    return
  }
  const ended = runOnDisk(folder, 'size=8m')
  expect(ended.status).toBe(1)
  expect(ended.stderr).toBe(`The disk is full; nothing can be written to ${folder}/postgres.\n`)
})

test('a folder that nobody may write to is one sentence', () => {
  const folder = folderIn()
  chmodSync(folder, 0o500)
  // Root may write everywhere but to a disk that is mounted so.
  const ended = mayMount()
    ? runOnDisk(folder, 'ro')
    : run({ DATA_DIR: folder }, { args: ['--seed', 'empty'] })
  expect(ended.status).toBe(1)
  expect(ended.stderr).toBe(`Permission is missing to read or write ${folder}.\n`)
})

function mayMount() {
  const folder = join(folderIn(), 'disk')
  mkdirSync(folder)
  return spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', folder]).status === 0
}

/** The program with its data on a disk of its own. */
function runOnDisk(folder: string, options: string) {
  const script = `mount -t tmpfs -o ${options} tmpfs "$DATA_DIR" && exec "$0" server/start.mjs --seed empty`
  return spawnSync('unshare', ['-m', 'sh', '-c', script, process.execPath], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, LANG: 'en_US.UTF-8', DATA_DIR: folder } as never,
  })
}
