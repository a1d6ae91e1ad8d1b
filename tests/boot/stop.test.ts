// How the program ends, and how it begins after it was ended badly.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { folderIn, run } from '../support/boot'
import { startServer } from '../support/server'

function emptySite() {
  const env = { DATA_DIR: join(folderIn(), 'data') }
  expect(run(env, { args: ['--seed', 'empty'] }).status).toBe(0)
  return { env, postmaster: join(env.DATA_DIR, 'postgres/postmaster.pid') }
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
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n${body.slice(0, 10)}`)
  await pause(300)
  const ended = site.stop()
  await pause(700)
  const late = await fetch(site.origin).catch(() => 'refused')
  socket.write(body.slice(10))
  expect(await ended).toBe(0)
  expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  expect(late).toBe('refused')
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
  const postmaster = join(env.DATA_DIR, 'postgres/postmaster.pid')
  const first = layingDaming(env)
  await said(first, /cohort 0\/1/)
  first.kill('SIGINT')
  expect(await exited(first)).toBe(1)
  expect(existsSync(postmaster)).toBe(false)

  const second = layingDaming(env)
  await said(second, /cohort 0\/1/)
  second.kill('SIGKILL')
  await exited(second)
  expect(existsSync(postmaster)).toBe(true)

  const third = run(env, { args: ['--seed', 'empty'] })
  expect([third.status, third.stderr]).toEqual([0, ''])
  expect(third.stdout).toContain('The first administrator: ')
})

function layingDaming(env: Record<string, string>) {
  return spawn(process.execPath, ['server/start.mjs', '--seed', 'daming'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, LANG: 'en_US.UTF-8', ...env } as never,
  })
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

async function until(holds: () => boolean) {
  while (!holds()) await pause(50)
}
