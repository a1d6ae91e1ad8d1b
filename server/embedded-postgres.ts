// A PostgreSQL of our own, for whoever has no DATABASE_URL.
//
//   none     → made      make(), once: UTF8, ICU, a random password that lies beside the data
//   made     → running   launch(): on a free port of the loopback, apart from Node's life
//   running  → running   adopt(): the app was killed and left it running, or another start shares it
//   running  → made      stop(): nobody else is connected
//
// Invariants:
// 1. At most one server runs on a data folder: postmaster.pid names it, and is believed only where that
//    process lives and stands in this folder.
// 2. Only who can read data/postgres.password can connect: scram, loopback, no Unix socket.
//
// As root the server gets its data folder as an open descriptor and reaches it by /proc/self/fd, which asks for
// no permission on the folders above: the clone may lie where only root may enter.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { findProgram, type Program } from './postgres-program'
import { Problem } from './words.mjs'

export type Embedded = {
  url(database: string): string
  /** Stops the server, unless somebody else is connected to it and that counts. */
  stop(options?: { evenIfShared?: boolean }): Promise<void>
}

export type EmbeddedOptions = {
  /** The folder of the data itself; password and log lie beside it. */
  dataDir: string
  /** Further settings, such as { fsync: 'off' } for tests. */
  settings?: Record<string, string>
  tell?: (step: 'initialising' | 'startingDatabase') => void
}

const USER = 'gongxue'

/** Starts the server on a data folder, or takes over the one that runs there; makes the folder at first. */
export async function startEmbedded({ dataDir, settings = {}, tell }: EmbeddedOptions): Promise<Embedded> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const program = findProgram(dataDir)
  if (!existsSync(`${dataDir}/PG_VERSION`)) {
    tell?.('initialising')
    await make(dataDir, program)
  }
  const made = readFileSync(`${dataDir}/PG_VERSION`, 'utf8').trim()
  if (made !== program.major) throw new Problem('databaseVersion', made, program.major)
  const password = readFileSync(`${dataDir}.password`, 'utf8').trim()
  const adopted = await adopt(dataDir, password)
  if (adopted) return handle(dataDir, adopted, password)
  tell?.('startingDatabase')
  return handle(dataDir, await launch(dataDir, program, password, settings), password)
}

async function make(dataDir: string, program: Program) {
  // What a first start that was cut short has left is not a database yet.
  for (const name of readdirSync(dataDir)) rmSync(`${dataDir}/${name}`, { recursive: true, force: true })
  const password = `${dataDir}.password`
  writeFileSync(password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
  chmodSync(dataDir, 0o700)
  for (const path of program.user ? [dataDir, password] : []) {
    chownSync(path, program.user!.uid, program.user!.gid)
  }
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
  child.stdout?.on('data', (chunk) => {
    output += chunk
  })
  child.stderr?.on('data', (chunk) => {
    output += chunk
  })
  const code = await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject))
  files.close()
  if (code === 0) return
  for (const name of readdirSync(dataDir)) rmSync(`${dataDir}/${name}`, { recursive: true, force: true })
  throw startProblem(output, dataDir)
}

/** The port of a server that already runs on this folder and lets us in; null where none does. */
async function adopt(dataDir: string, password: string): Promise<number | null> {
  for (let tried = 0; tried < 300; tried += 1) {
    const file = readPidFile(dataDir)
    if (!file) return null
    if (!standsIn(file.pid, dataDir)) {
      // Its process is gone (kill -9, a restart of the machine), or its number is somebody else's by now.
      rmSync(`${dataDir}/postmaster.pid`, { force: true })
      return null
    }
    if (file.port && (await answers(file.port, password))) return file.port
    await pause(100)
  }
  await end(dataDir)
  return null
}

function readPidFile(dataDir: string) {
  try {
    const [pid, , , port] = readFileSync(`${dataDir}/postmaster.pid`, 'utf8').split('\n')
    return { pid: Number(pid), port: Number(port) || null }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

function lives(pid: number) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

// PostgreSQL's server works in its data folder. Where /proc cannot tell, a living process is believed.
function standsIn(pid: number, dataDir: string) {
  if (!pid || !lives(pid)) return false
  if (process.platform !== 'linux') return true
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataDir)
  } catch {
    return false
  }
}

async function answers(port: number, password: string) {
  const client = clientFor(port, password)
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function launch(dataDir: string, program: Program, password: string, settings: Record<string, string>) {
  const log = `${dataDir}.log`
  for (let tried = 1; ; tried += 1) {
    const port = await freePort()
    const files = reach([dataDir], program)
    const output = openSync(log, 'w', 0o600)
    const child = spawn(program.postgres, serverArgs(files.paths[0]!, port, settings), {
      ...program.user,
      cwd: '/',
      env: environment(),
      detached: true,
      stdio: ['ignore', output, output, ...files.descriptors],
    })
    const failed = new Promise<'failed'>((resolve) => {
      child.on('error', () => resolve('failed')).on('exit', () => resolve('failed'))
    })
    closeSync(output)
    files.close()
    if (await ready(port, password, failed)) {
      child.unref()
      return port
    }
    const why = readFileSync(log, 'utf8')
    // Children of a killed server take a moment to notice; a free port can be taken in between.
    const passing = /shared memory block|Address already in use|lock file .* already exists/.test(why)
    if (!passing || tried === 20) throw startProblem(why, dataDir)
    await gone(child)
    await pause(250)
  }
}

function serverArgs(dataDir: string, port: number, settings: Record<string, string>) {
  const all = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '200',
    log_min_messages: 'warning',
    log_timezone: 'UTC',
    timezone: 'UTC',
    // No names or numbers of people in the log: neither a failed statement nor its values.
    log_min_error_statement: 'panic',
    log_parameter_max_length_on_error: '0',
    log_error_verbosity: 'terse',
    ...settings,
  }
  return ['-D', dataDir, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

// After a crash the server replays its log before it lets anybody in, which may take its time.
async function ready(port: number, password: string, failed: Promise<'failed'>) {
  for (;;) {
    const outcome = await Promise.race([answers(port, password), failed])
    if (outcome === 'failed') return false
    if (outcome) return true
    await pause(25)
  }
}

function gone(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => child.on('exit', resolve))
}

function handle(dataDir: string, port: number, password: string): Embedded {
  return {
    url: (database) => `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`,
    async stop({ evenIfShared = false } = {}) {
      if (!evenIfShared && (await shared(port, password))) return
      await end(dataDir)
    },
  }
}

// Our own connections take a moment to be gone after we closed them; those of another program stay.
async function shared(port: number, password: string) {
  const client = clientFor(port, password)
  try {
    await client.connect()
    for (let waited = 0; waited < 2000; waited += 50) {
      const { rows } = await client.query(
        `select count(*)::int as others from pg_stat_activity
         where backend_type = 'client backend' and pid <> pg_backend_pid()`,
      )
      if (rows[0].others === 0) return false
      await pause(50)
    }
    return true
  } catch {
    // It lets nobody in any more: it is stopping, or killed.
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

// Fast shutdown first: it ends connections and writes a checkpoint. Then the harder ways.
async function end(dataDir: string) {
  const file = readPidFile(dataDir)
  if (!file || !standsIn(file.pid, dataDir)) return
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    process.kill(file.pid, signal)
    for (let waited = 0; waited < 10_000; waited += 25) {
      if (!standsIn(file.pid, dataDir)) return
      await pause(25)
    }
  }
}

function clientFor(port: number, password: string) {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: USER,
    password,
    database: 'postgres',
    connectionTimeoutMillis: 5000,
  })
  client.on('error', () => undefined)
  return client
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

// Descriptors 3, 4, … of the child for root on Linux; plain paths for everybody else.
function reach(paths: string[], program: Program) {
  if (!program.user || process.platform !== 'linux') {
    return { paths, descriptors: [], close: () => undefined }
  }
  const descriptors = paths.map((path) => openSync(path, 'r'))
  return {
    paths: paths.map((_, index) => `/proc/self/fd/${index + 3}`),
    descriptors,
    close: () => {
      for (const descriptor of descriptors) closeSync(descriptor)
    },
  }
}

// Its messages in English, because startProblem reads them; nothing of ours is its business.
function environment() {
  const { PATH, TMPDIR, TZ } = process.env
  return { PATH, TMPDIR, TZ, LC_ALL: 'C' } as unknown as NodeJS.ProcessEnv
}

function startProblem(output: string, dataDir: string) {
  if (/No space left on device/.test(output)) return new Problem('diskFull', dataDir)
  if (/Permission denied/.test(output)) return new Problem('noPermission', dataDir)
  const told = output.split('\n').filter((line) => /FATAL|PANIC|error:|could not|cannot/.test(line))
  return new Problem(
    'databaseStart',
    told.at(-1)?.trim() || output.trim().split('\n').at(-1) || 'no reason given',
  )
}
