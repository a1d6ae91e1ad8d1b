// From a fresh clone to a build: install, generate, build, each only where it is not done yet. Uses nothing
// but Node, because nothing is installed when it begins.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Problem, say } from './words.mjs'

export const root = fileURLToPath(new URL('..', import.meta.url))

const SCHEMA = ['prisma/schema.prisma', 'package-lock.json']
const SOURCES = [
  'app',
  'server',
  'templates',
  'prisma/seed',
  'public',
  'package.json',
  'remix.config.js',
  'vite.config.ts',
  'tsconfig.json',
  ...SCHEMA,
]

const STOPS = ['SIGTERM', 'SIGINT', 'SIGHUP']

// Tests go into no build, and films and pictures are read where they lie.
const NOT_BUILT = /\.(test\.tsx?|mp4|webm|jpg|png|pdf|xlsx)$/

/** Refuses a Node that is too old, with a sentence instead of a syntax error further on. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) throw new Problem('nodeTooOld', process.versions.node)
}

/**
 * Installs what package-lock.json names, unless it is there: npm leaves a copy of the lock in node_modules
 * when it is done. Without install scripts, because none is needed (PostgreSQL's library links are made at its
 * start, Prisma's engine is WebAssembly) and one wants a download that closed networks refuse.
 */
export async function install() {
  if (installed()) return
  say('installing')
  const npm = process.env.npm_execpath
  const args = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund']
  const [program, all] = npm?.endsWith('.js') ? [process.execPath, [npm, ...args]] : ['npm', args]
  const code = await run(program, all).catch((error) => {
    throw error.code === 'ENOENT' ? new Problem('npmMissing') : error
  })
  if (code !== 0) throw new Problem('installFailed', code)
}

function installed() {
  const lock = readJson(join(root, 'package-lock.json'))
  const there = readJson(join(root, 'node_modules/.package-lock.json'))
  if (!there) return false
  return Object.entries(lock.packages).every(
    ([path, { version, optional, devOptional, peer }]) =>
      path === '' || there.packages[path]?.version === version || optional || devOptional || peer,
  )
}

function readJson(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
}

/** Generates the Prisma client and Kysely's types, where the schema changed since. */
export async function generate() {
  const stamp = hashOf(SCHEMA)
  const kept = join(root, 'prisma/generated/.stamp')
  if (readIfThere(kept) === stamp) return
  say('generating')
  const env = {
    ...process.env,
    // Prisma's native schema engine is a download; generating needs its name, not the engine.
    PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}`,
  }
  const code = await run(
    process.execPath,
    [join(root, 'node_modules/prisma/build/index.js'), 'generate', '--no-hints'],
    { env },
  )
  if (code !== 0) throw new Problem('generateFailed')
  writeFileSync(kept, stamp)
}

/** Builds pages and server into build/, where a source changed since. `bare` skips the pages (for dev). */
export async function build({ bare = false } = {}) {
  const stamp = hashOf(bare ? SOURCES.filter((path) => path === 'server') : SOURCES)
  const kept = join(root, bare ? 'build/boot/.stamp' : 'build/.stamp')
  if (readIfThere(kept) === stamp) return
  say('building')
  rmSync(kept, { force: true })
  if (!bare) await vite([join(root, 'node_modules/@remix-run/dev/dist/cli.js'), 'vite:build'])
  await vite([
    join(root, 'node_modules/vite/bin/vite.js'),
    'build',
    '--config',
    join(root, 'server/vite.config.mjs'),
  ])
  if (!bare) {
    const { compressAssets } = await import('./compress-assets.mjs')
    say('compressing')
    await compressAssets(join(root, 'build/client'))
  }
  mkdirSync(join(root, 'build'), { recursive: true })
  writeFileSync(kept, stamp)
}

async function vite(args) {
  const env = { ...process.env, NODE_ENV: 'production' }
  const code = await run(process.execPath, [...args, '--logLevel', 'warn'], { env })
  if (code !== 0) throw new Problem('buildFailed')
}

function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths) {
    for (const file of filesUnder(join(root, path))) {
      hash
        .update(`${relative(root, file)}\0`)
        .update(readFileSync(file))
        .update('\0')
    }
  }
  return hash.digest('hex')
}

function filesUnder(path) {
  if (!existsSync(path)) return []
  let entries
  try {
    entries = readdirSync(path, { withFileTypes: true })
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path]
    throw error
  }
  return entries
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .filter((entry) => !NOT_BUILT.test(entry.name))
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(join(path, entry.name)) : [join(path, entry.name)]))
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

/**
 * Runs a program in the project's root with our own input and output; resolves to its exit code. Told to stop
 * meanwhile, we end with it.
 */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options })
    const stop = () => {
      child.removeAllListeners('exit').on('exit', () => process.exit(1))
      child.kill()
    }
    for (const signal of STOPS) process.on(signal, stop)
    child.on('close', () => {
      for (const signal of STOPS) process.off(signal, stop)
    })
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(signal ? 1 : code))
  })
}
