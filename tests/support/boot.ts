// What tests of starting and stopping share: folders and databases that go when a test ends, and the program run
// to its end.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach } from 'vitest'
import { type Embedded, startEmbedded } from '../../server/postgres/embedded'

const folders: string[] = []
const kept: string[] = []
const databases: Embedded[] = []

afterEach(async () => {
  for (const database of databases.splice(0)) await database.stop({ evenIfShared: true })
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

afterAll(() => {
  for (const folder of kept) rmSync(folder, { recursive: true, force: true })
})

export function folderIn(parent: string = tmpdir()) {
  const folder = mkdtempSync(join(parent, 'gongxue-boot-'))
  folders.push(folder)
  return folder
}

/** One that all tests of a file have. */
export function folderToKeep() {
  const folder = mkdtempSync(join(tmpdir(), 'gongxue-boot-'))
  kept.push(folder)
  return folder
}

/** A PostgreSQL of the test's own, stopped when it ends. */
export async function postgresIn(dataDir = join(folderIn(), 'postgres')) {
  const database = await startEmbedded({ dataDir, settings: { fsync: 'off' } })
  databases.push(database)
  return database
}

export async function ask(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

type Run = { args?: string[]; input?: string; cwd?: string }

/** Runs the program in English until it ends; it has no port in common with a running npm start. */
export function run(env: Record<string, string>, { args = [], input = '', cwd }: Run = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['server/start.mjs', ...args], {
    encoding: 'utf8',
    input,
    cwd,
    env: { PATH: process.env.PATH, LANG: 'en_US.UTF-8', PORT: '0', DATA_DIR: folderIn(), ...env } as never,
  })
  return { status, stdout, stderr }
}
