// The server's process: on a free port of the loopback, in a session of its own, with a log beside its data.
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { answers } from './connections'
import { logOf, problemOf } from './problems'
import type { Program } from './program'
import { environment, reach } from './reach'

type Launch = {
  dataDir: string
  program: Program
  password: string
  settings: Record<string, string>
  undo: (step: () => unknown) => void
}

/** Starts it, and answers its port once it lets us in; one that does not yet is ended by what it gives to `undo`. */
export async function launch({ dataDir, program, password, settings, undo }: Launch) {
  let starting: ChildProcess | null = null
  undo(() => {
    starting?.kill('SIGINT')
    return starting && gone(starting)
  })
  for (let tried = 1; ; tried += 1) {
    const port = await freePort()
    const child = spawned(dataDir, program, port, settings)
    starting = child
    const failed = new Promise<'failed'>((resolve) => {
      child.on('error', () => resolve('failed')).on('exit', () => resolve('failed'))
    })
    if (await ready(port, password, failed)) {
      starting = null
      child.unref()
      return port
    }
    const why = readFileSync(logOf(dataDir), 'utf8')
    // Children of a killed server take a moment to notice; a free port can be taken in between.
    const passing = /shared memory block|Address already in use|lock file .* already exists/.test(why)
    if (!passing || tried === 20) throw problemOf(why, dataDir)
    await gone(child)
    await pause(250)
  }
}

function spawned(dataDir: string, program: Program, port: number, settings: Record<string, string>) {
  const files = reach([dataDir], program)
  const output = openSync(logOf(dataDir), 'w', 0o600)
  try {
    return spawn(program.postgres, serverArgs(files.paths[0]!, port, settings), {
      ...program.user,
      cwd: '/',
      env: environment(),
      detached: true,
      stdio: ['ignore', output, output, ...files.descriptors],
    })
  } finally {
    closeSync(output)
    files.close()
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
    const outcome = await Promise.race([answers({ port, password }), failed])
    if (outcome === 'failed') return false
    if (outcome) return true
    await pause(25)
  }
}

function gone(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => child.on('exit', resolve))
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
