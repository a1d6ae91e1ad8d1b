// The data folder, made by PostgreSQL's own initdb.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { USER } from './connections'
import { problemOf } from './problems'
import type { Program } from './program'
import { environment, reach } from './reach'

/** Makes it, or leaves nothing of it. */
export async function make(dataDir: string, program: Program) {
  // What a first start that was cut short has left is not a database yet.
  clear(dataDir)
  const password = `${dataDir}.password`
  writeFileSync(password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
  chmodSync(dataDir, 0o700)
  for (const path of program.user ? [dataDir, password] : []) {
    chownSync(path, program.user!.uid, program.user!.gid)
  }
  const { code, output } = await initdb(dataDir, password, program)
  if (code === 0) return
  clear(dataDir)
  throw problemOf(output, dataDir)
}

function clear(dataDir: string) {
  for (const name of readdirSync(dataDir)) rmSync(`${dataDir}/${name}`, { recursive: true, force: true })
}

async function initdb(dataDir: string, password: string, program: Program) {
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
  let output = ''
  const collect = (chunk: Buffer) => {
    output += chunk
  }
  child.stdout?.on('data', collect)
  child.stderr?.on('data', collect)
  const code = await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject))
  files.close()
  return { code, output }
}
