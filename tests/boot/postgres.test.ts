import { chmodSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ask, folderIn, postgresIn } from '../support/boot'

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

test('a database that another program is making is left to it, and what a start that was cut short has left is made anew', async () => {
  const dataDir = join(folderIn(), 'postgres')
  const mark = `${dataDir}.making`
  mkdirSync(dataDir)
  writeFileSync(mark, `${process.ppid}\n`)
  await expect(postgresIn(dataDir)).rejects.toThrow(dataDir)
  const longAgo = new Date(Date.now() - 600_000)
  utimesSync(mark, longAgo, longAgo)
  const database = await postgresIn(dataDir)
  expect(await ask(database.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }])
})
