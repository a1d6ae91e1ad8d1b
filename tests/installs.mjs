// node tests/installs.mjs: a fresh clone installs, builds and makes its database on npm 10 and npm 11, with and without
// install scripts, where nothing but npm's registry can be reached. No part of npm test, which needs no network.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../server/prepare.mjs'

const REGISTRY = new URL(execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).trim()).host
const cases = ['10', '11'].flatMap((npm) => [true, false].map((scripts) => ({ npm, scripts })))

const { port, refused, close } = await onlyTheRegistry()
let failed = 0
for (const one of cases) {
  const folder = mkdtempSync(join(tmpdir(), 'gongxue-install-'))
  refused.clear()
  const began = performance.now()
  const ok = await installs(folder, one)
  rmSync(folder, { recursive: true, force: true })
  const seconds = Math.round((performance.now() - began) / 1000)
  const wanted = refused.size ? `; could not reach ${[...refused].join(', ')}` : ''
  process.stdout.write(`${ok ? '✓' : '✗'} npm ${one.npm}, ${named(one)} (${seconds} s${wanted})\n`)
  if (!ok) failed += 1
}
close()
process.exitCode = failed ? 1 : 0

function named({ scripts }) {
  return scripts ? 'npm ci with install scripts' : 'installed by the program, without install scripts'
}

async function installs(folder, { npm, scripts }) {
  const clone = join(folder, 'gongxue')
  if (await run('git', ['clone', '--quiet', root, clone], { cwd: folder })) return false
  const here = { cwd: clone, env: environment(folder) }
  const withNpm = (...args) =>
    run('npm', ['exec', '--yes', `--package=npm@${npm}`, '--', 'npm', ...args], here)
  if (scripts && (await withNpm('ci', '--foreground-scripts'))) return false
  return (await withNpm('run', 'seed', 'empty')) === 0
}

function environment(folder) {
  const proxy = `http://127.0.0.1:${port}`
  return {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    LANG: 'en_US.UTF-8',
    DATA_DIR: join(folder, 'data'),
    ...Object.fromEntries(
      ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy'].map((name) => [name, proxy]),
    ),
  }
}

/** Runs a program with nobody at the terminal; its exit code. */
function run(program, args, options) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options })
    child.on('error', () => resolve(1)).on('exit', (code) => resolve(code ?? 1))
  })
}

/** A proxy that lets through to the registry, and keeps whom else somebody wanted. */
async function onlyTheRegistry() {
  const refused = new Set()
  const server = createServer((request, response) => {
    refused.add(request.headers.host)
    response.writeHead(403).end()
  })
  server.on('connect', ({ url }, socket, head) => {
    const [host, port] = url.split(':')
    socket.on('error', () => undefined)
    if (host !== REGISTRY) {
      refused.add(host)
      return socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    }
    const there = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      there.write(head)
      there.pipe(socket).pipe(there)
    })
    there.on('error', () => socket.destroy())
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { port: server.address().port, refused, close: () => server.close() }
}
