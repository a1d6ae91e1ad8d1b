// The order of a start:
//   environment → port free? → folders → database → migrations → what is in it? → secret → open → seed → sockets → jobs → HTTP
// and of a stop, each part once nothing can come from the one before:
//   not ready → sockets → HTTP (10 s) → jobs (30 s) → application → database
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Bridge, Build, SeedVerb } from './bridge'
import { type RunningDatabase, startDatabase, stateOf } from './database'
import { makeAdministrator } from './first-administrator'
import { writableFolder } from './folders'
import { checkSeed, lay, secretFor, tellWhoSignsIn, whatToLay } from './laying'
import { checkPort, freePort } from './listen'
import { makeLogger } from './logs'
import { migrate } from './migrate'
import { trustOf } from './origin'
import { makeRealtime, type Realtime } from './realtime'
import { serve } from './serve'
import { makeStopping, obeySignals, type Stopping, within } from './stopping'
import { Problem, say, words } from './words.mjs'

type Env = ReturnType<Bridge['readEnv']>

export type BootOptions = {
  dev: boolean
  seed: SeedVerb | null
  /** In place of the demonstration that is there. */
  anew: boolean
  firstAdministrator: boolean
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Starts and serves until a signal, or runs an errand (a seed, the first administrator) and ends. */
export async function boot(options: BootOptions) {
  const stopping = makeStopping()
  let serving = false
  obeySignals(stopping, () => (serving ? 0 : 1))
  try {
    serving = await start(stopping, options)
    if (serving) return
    await stopping.stop()
    // An errand is done though whoever started it still listens.
    process.channel?.unref()
  } catch (error) {
    // What fails because we were told to stop is no news.
    const told = stopping.begun()
    await stopping.stop()
    // What failed is over too, though whoever started it still listens.
    process.channel?.unref()
    if (!told) throw error
  }
}

/** Whether it serves now; an errand is done. */
async function start(stopping: Stopping, { dev, seed, anew, firstAdministrator }: BootOptions) {
  const mode = process.env.NODE_ENV
  // Libraries read it too: outside of development React runs as it does for real.
  if (!dev) process.env.NODE_ENV = 'production'
  const { current, vite, closeVite } = dev ? await developed() : await built()
  stopping.undo(closeVite)
  const app = (await current()).entry.module
  const env = readEnv(app, mode)
  checkSeed(env, seed)
  const serves = seed === null && !firstAdministrator
  if (serves) await checkPort(env.host, env.port)

  for (const folder of env.databaseUrl ? [env.filesDir] : [env.dataDir, env.filesDir]) writableFolder(folder)
  const database = await startDatabase(env, stopping.undo)
  stopping.undo(database.stop)
  try {
    if (seed && anew) await clear(database)
    const state = await migrated(database)
    const verb = whatToLay({ seed, state, env, firstAdministrator })
    const logger = makeLogger(env.logLevel)
    const realtime = makeRealtime({ origin: env.origin, trusts: trustOf(env.trustProxy), logger })
    const opening = { env, databaseUrl: database.url, secret: secretFor(app, env, state, verb) }
    stopping.undo(() => within(5000, app.close()))
    const hasty = verb === 'daming' || verb === 'large'
    await app.open({ ...opening, hasty, ports: verb ? silent : realtime.ports })
    if (verb) {
      await lay(app, env, database.url, verb)
      await app.open({ ...opening, ports: realtime.ports })
    }
    if (firstAdministrator) await makeAdministrator(app, env)
    if (seed) await tellWhoSignsIn(app)
    if (serves)
      await serve({ env, app, root, current, vite, databaseUrl: database.url, realtime, logger, stopping })
    return serves
  } catch (error) {
    throw error instanceof Problem ? error : (database.problem(error) ?? error)
  }
}

async function clear(database: RunningDatabase) {
  if (!database.clear) throw new Problem('anewForeign')
  await database.clear()
}

/** Brings the database to this program's schema and answers what it holds; a laying that was cut short is cleared away. */
async function migrated(database: RunningDatabase) {
  const migrations = join(root, 'prisma/migrations')
  const applied = await migrate(database.url, migrations)
  if (applied > 0) say('migrating', applied)
  const state = await stateOf(database.url)
  if (!state.cutShort) return state
  if (!database.clear) throw new Problem('layingCutShort')
  await database.clear()
  await migrate(database.url, migrations)
  return stateOf(database.url)
}

function readEnv(app: Bridge, mode: string | undefined): Env {
  try {
    return app.readEnv({ ...process.env, NODE_ENV: mode })
  } catch (error) {
    if (error instanceof app.EnvironmentProblem) throw new Problem('environment', error.faults)
    throw error
  }
}

const silent: Realtime['ports'] = {
  publish: () => undefined,
  disconnect: () => undefined,
  present: async () => [],
}

async function built() {
  const path = join(root, 'build/server/index.js')
  if (!existsSync(path)) throw new Error(words('buildFailed'))
  const build = (await import(pathToFileURL(path).href)) as Build
  return { current: async () => build, vite: undefined, closeVite: async () => undefined }
}

// Pages reload by themselves. Server code is a new module at each change; what must live on is on globalThis.
async function developed() {
  const { createServer } = await import('vite')
  // Its own socket, for what changed, on a port that is free: another one may be at work beside it.
  const hmr = { port: await freePort() }
  const server = await createServer({ root, server: { middlewareMode: true, hmr } })
  const current = async () => (await server.ssrLoadModule('virtual:remix/server-build')) as unknown as Build
  return { current, vite: server.middlewares, closeVite: () => server.close() }
}
