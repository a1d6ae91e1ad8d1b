import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type RunningServer = {
  origin: string
  databaseUrl: string
  /** The folder that it keeps files and mail in. */
  folder: string
  /** Moves its clock, from where time runs on; null goes back to the machine's time. */
  setClock(at: Date | null): Promise<Date>
  /** Runs what has come due by its clock. */
  sweep(): Promise<void>
  /** A request as a browser of this site makes it: writes carry the Origin, redirects are not followed. */
  fetch(path: string, init?: RequestInit): Promise<Response>
  /** What it has written so far, output and errors. */
  output(): string
  stop(signal?: NodeJS.Signals): Promise<number | null>
  process: ChildProcess
}

type Options = {
  databaseUrl?: string
  env?: Record<string, string>
  args?: string[]
  /** Where its clock stands before it answers anybody. */
  at?: Date
}

/** Lays data into a database by the command that people use; resolves when it is done. */
export async function seedInto(databaseUrl: string, verb: 'empty' | 'daming') {
  const folder = mkdtempSync(join(tmpdir(), 'gongxue-seed-'))
  const { child, output, exited } = spawned(['--seed', verb], {
    DATABASE_URL: databaseUrl,
    DATA_DIR: folder,
    DEMO: 'on',
  })
  const code = await exited
  rmSync(folder, { recursive: true, force: true })
  if (code !== 0) throw new Error(`Seeding ended with ${code ?? child.signalCode}:\n${output()}`)
}

/** The built server, as a process of its own on a free port; resolves when it answers. */
export async function startServer({ databaseUrl, env = {}, args = [], at }: Options = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'gongxue-server-'))
  const { child, output, exited } = spawned(args, {
    DATA_DIR: folder,
    ...(databaseUrl && { DATABASE_URL: databaseUrl }),
    ...env,
  })
  // Waits in the channel until the server listens to it, which it does before it opens its port.
  if (at) child.send({ clock: at.toISOString() })
  const port = await Promise.race([
    answerOf(child, 'ready') as Promise<number>,
    exited.then((code) => {
      throw new Error(`The server ended with ${code}:\n${output()}`)
    }),
  ])
  const origin = `http://localhost:${port}`

  const running: RunningServer = {
    origin,
    databaseUrl: databaseUrl ?? '',
    folder,
    async setClock(at) {
      const answer = answerOf(child, 'clock')
      child.send({ clock: at ? at.toISOString() : null })
      return new Date((await answer) as string)
    },
    async sweep() {
      const answer = answerOf(child, 'swept')
      child.send({ sweep: true })
      await answer
    },
    fetch(path, init = {}) {
      const headers = new Headers(init.headers)
      if (init.method && init.method !== 'GET' && !headers.has('Origin')) headers.set('Origin', origin)
      return fetch(new URL(path, origin), { redirect: 'manual', ...init, headers })
    },
    output,
    async stop(signal = 'SIGTERM') {
      child.kill(signal)
      const code = await exited
      if (!env.DATA_DIR) rmSync(folder, { recursive: true, force: true })
      return code
    },
    process: child,
  }
  return running
}

function spawned(args: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, ['server/start.mjs', ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      LANG: 'en_US.UTF-8',
      PORT: '0',
      LOG_LEVEL: 'warn',
      NODE_ENV: 'test',
      ...env,
    } as unknown as NodeJS.ProcessEnv,
  })
  let output = ''
  const collect = (chunk: Buffer) => {
    output += chunk
  }
  child.stdout?.on('data', collect)
  child.stderr?.on('data', collect)
  const exited = new Promise<number | null>((resolve) => child.on('exit', resolve))
  return { child, exited, output: () => output }
}

function answerOf(child: ChildProcess, key: string) {
  return new Promise((resolve) => {
    function hear(message: unknown) {
      if (typeof message !== 'object' || message === null || !(key in message)) return
      child.off('message', hear)
      resolve((message as Record<string, unknown>)[key])
    }
    child.on('message', hear)
  })
}
