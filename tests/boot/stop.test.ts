// How the program ends, and how it begins after it was ended badly.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, expect, test } from 'vitest'
import { folderIn, folderToKeep, run } from '../support/boot'
import { startServer } from '../support/server'

const template = join(folderToKeep(), 'data')

beforeAll(() => {
  expect(run({ DATA_DIR: template }, { args: ['--seed', 'empty'] }).status).toBe(0)
})

function emptySite() {
  const env = { DATA_DIR: join(folderIn(), 'data') }
  // PostgreSQL's files belong to its own user.
  execFileSync('cp', ['-a', template, env.DATA_DIR])
  return { env, postmaster: postmasterIn(env.DATA_DIR) }
}

function postmasterIn(dataDir: string) {
  return join(dataDir, 'postgres/postmaster.pid')
}

test('an app and a PostgreSQL that were killed in full run start again', async () => {
  const { env, postmaster } = emptySite()
  const first = await startServer({ env })
  expect((await first.fetch('/readyz')).status).toBe(200)
  await first.stop('SIGKILL')
  expect(existsSync(postmaster)).toBe(true)

  const second = await startServer({ env })
  expect((await second.fetch('/healthz')).status).toBe(200)
  process.kill(Number(readFileSync(postmaster, 'utf8').split('\n')[0]), 'SIGKILL')
  await second.stop('SIGKILL')

  const third = await startServer({ env })
  expect((await third.fetch('/readyz')).status).toBe(200)
  expect(await third.stop()).toBe(0)
  expect(existsSync(postmaster)).toBe(false)
})

test('a request that is under way when the program is told to stop is answered', async () => {
  const { env, postmaster } = emptySite()
  const site = await startServer({ env })
  const body = new URLSearchParams({ name: '19900000000', password: 'not the one' }).toString()
  const port = Number(new URL(site.origin).port)
  const socket = connect(port, '127.0.0.1')
  let answer = ''
  socket.on('data', (chunk) => {
    answer += chunk
  })
  const head = [
    'POST /sign-in HTTP/1.1',
    `Host: localhost:${port}`,
    `Origin: ${site.origin}`,
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${body.length}`,
    // Its answer says that the head has been read.
    'Expect: 100-continue',
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n${body.slice(0, 10)}`)
  await until(() => answer.startsWith('HTTP/1.1 100 Continue\r\n\r\n'))
  const ended = site.stop()
  await until(() => isRefused(port))
  socket.write(body.slice(10))
  expect(await ended).toBe(0)
  expect(answer).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 400 /)
  expect(existsSync(postmaster)).toBe(false)
})

test('npm that is told to end takes the program and its PostgreSQL along', async () => {
  const { env, postmaster } = emptySite()
  const npm = spawn('npm', ['start'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, LANG: 'en_US.UTF-8', PORT: '0', ...env } as never,
  })
  await said(npm, /Ready: /)
  expect(existsSync(postmaster)).toBe(true)
  npm.kill('SIGTERM')
  await until(() => !existsSync(postmaster))
})

test('a laying that is cut short stops its PostgreSQL, and the next start lays anew without a word', async () => {
  const env = { DATA_DIR: join(folderIn(), 'data') }
  const postmaster = postmasterIn(env.DATA_DIR)
  const first = await laidToItsMiddle(env)
  first.kill('SIGINT')
  expect(await exited(first)).toBe(1)
  expect(existsSync(postmaster)).toBe(false)

  const second = await laidToItsMiddle(env)
  second.kill('SIGKILL')
  await exited(second)
  expect(existsSync(postmaster)).toBe(true)

  const third = run(env, { args: ['--seed', 'empty'] })
  expect([third.status, third.stderr]).toEqual([0, ''])
  expect(third.stdout).toContain('The first administrator: ')
})

/** The demonstration whose cohort is open and has done nothing yet: most of it is to come, on the fastest machine too. */
async function laidToItsMiddle(env: Record<string, string>) {
  const child = spawn(process.execPath, ['server/start.mjs', '--seed', 'daming'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, LANG: 'en_US.UTF-8', ...env } as never,
  })
  await said(child, /opened, grouped, workshops set 1\/1/)
  return child
}

/** Resolves once a program has written such a line. */
function said(child: ChildProcess, pattern: RegExp) {
  let output = ''
  return new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      output += chunk
      if (pattern.test(output)) resolve()
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.on('exit', () => reject(new Error(`It ended:\n${output}`)))
  })
}

function exited(child: ChildProcess) {
  return new Promise<number | null>((resolve) => child.on('exit', resolve))
}

function isRefused(port: number) {
  return new Promise<boolean>((resolve) => {
    const probe = connect(port, '127.0.0.1')
    probe.on('error', () => resolve(true))
    probe.on('connect', () => {
      probe.destroy()
      resolve(false)
    })
  })
}

async function until(holds: () => boolean | Promise<boolean>) {
  while (!(await holds())) await pause(20)
}
