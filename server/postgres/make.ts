// The data folder, made by PostgreSQL's own initdb.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { Problem } from '../words.mjs'
import { USER } from './connections'
import { lives } from './postmaster'
import { problemOf } from './problems'
import type { Program } from './program'
import { environment, reach } from './reach'

type Undo = (step: () => unknown) => void

/** Whether it was made to its end: what a first start that was cut short has left is not a database yet. */
export function isMade(dataDir: string) {
  return existsSync(`${dataDir}/PG_VERSION`) && !existsSync(beingMade(dataDir))
}

/** Makes it, or leaves nothing of it. Refuses while another program is at it. */
export async function make(dataDir: string, program: Program, undo: Undo) {
  if (isAnotherAtIt(dataDir)) throw new Problem('beingMade', dataDir)
  // Not recursive: on a disk that may not be written to only that says so.
  if (!existsSync(dataDir)) mkdirSync(dataDir, { mode: 0o700 })
  clear(dataDir)
  writeFileSync(beingMade(dataDir), `${process.pid}\n`)
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

/** The mark of a database that is being made, with the number of the process that makes it. */
function beingMade(dataDir: string) {
  return `${dataDir}.making`
}

const LONGEST = 120_000

// A mark that is older was left by a start that was cut short, and its number may be anybody's by now.
function isAnotherAtIt(dataDir: string) {
  const mark = beingMade(dataDir)
  if (!existsSync(mark) || Date.now() - statSync(mark).mtimeMs > LONGEST) return false
  const pid = Number(readFileSync(mark, 'utf8'))
  return pid > 0 && pid !== process.pid && lives(pid)
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
