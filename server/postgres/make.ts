// The data folder, made by PostgreSQL's own initdb.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { USER } from './connections'
import { problemOf } from './problems'
import type { Program } from './program'
import { environment, reach } from './reach'

type Undo = (step: () => unknown) => void

/** Whether it was made to its end: what a first start that was cut short has left is not a database yet. */
export function isMade(dataDir: string) {
  return existsSync(`${dataDir}/PG_VERSION`) && !existsSync(beingMade(dataDir))
}

/** Makes it, or leaves nothing of it. */
export async function make(dataDir: string, program: Program, undo: Undo) {
  // Not recursive: on a disk that may not be written to only that says so.
  if (!existsSync(dataDir)) mkdirSync(dataDir, { mode: 0o700 })
  clear(dataDir)
  writeFileSync(beingMade(dataDir), '')
  const password = `${dataDir}.password`
  writeFileSync(password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
  chmodSync(dataDir, 0o700)
  for (const path of program.user ? [dataDir, password] : []) {
    chownSync(path, program.user!.uid, program.user!.gid)
  }
  const { code, output } = await initdb(dataDir, password, program, undo)
  if (code !== 0) clear(dataDir)
  rmSync(beingMade(dataDir), { force: true })
  if (code === 0) return
  throw problemOf(output, dataDir)
}

function beingMade(dataDir: string) {
  return `${dataDir}.making`
}

function clear(dataDir: string) {
  for (const name of readdirSync(dataDir)) rmSync(`${dataDir}/${name}`, { recursive: true, force: true })
}

async function initdb(dataDir: string, password: string, program: Program, undo: Undo) {
  const files = reach([dataDir, password], program)
  const args = [
    `--pgdata=${files.paths[0]}`,
    `--pwfile=${files.paths[1]}`,
    `--username=${USER}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  ]
  const child = spawn(program.initdb, args, {
    ...program.user,
    cwd: '/',
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe', ...files.descriptors],
  })
  const closed = new Promise((resolve, reject) => child.on('close', resolve).on('error', reject))
  undo(() => {
    child.kill()
    return closed.catch(() => undefined)
  })
  let output = ''
  const collect = (chunk: Buffer) => {
    output += chunk
  }
  child.stdout?.on('data', collect)
  child.stderr?.on('data', collect)
  const code = await closed
  files.close()
  return { code, output }
}
