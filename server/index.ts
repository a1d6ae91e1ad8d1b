// The order of a start:
//   environment → port free? → database → migrations → what is in it? → secret → open → seed → sockets → jobs → HTTP
// and of a stop, each part once nothing can come from the one before:
//   not ready → sockets → HTTP (10 s) → jobs (30 s) → application → database
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import pg from 'pg'
import type { Bridge, Build, CurrentBuild, SeedVerb } from './bridge'
import { type RunningDatabase, startDatabase, stateOf } from './database'
import { makeAdministrator } from './first-administrator'
import { makeHttpServer } from './http'
import { startJobs } from './jobs'
import { checkSeed, lay, secretFor, tellWhoSignsIn, whatToLay } from './laying'
import { checkPort, listen } from './listen'
import { makeLogger } from './logs'
import { migrate } from './migrate'
import { makeRealtime, type Realtime } from './realtime'
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

export async function boot({ dev, seed, anew, firstAdministrator }: BootOptions) {
  const mode = process.env.NODE_ENV
  // Libraries read it too: outside of development React runs as it does for real.
  if (!dev) process.env.NODE_ENV = 'production'
  const { current, vite, closeVite } = dev ? await developed() : await built()
  const app = (await current()).entry.module
  const env = readEnv(app, mode)
  checkSeed(env, seed)
  const serves = seed === null && !firstAdministrator
  if (serves) await checkPort(env.host, env.port)

  const database = await startDatabase(env.databaseUrl, env.dataDir)
  try {
    if (seed && anew) await clear(database)
    const applied = await migrate(database.url, join(root, 'prisma/migrations'))
    if (applied > 0) say('migrating', applied)
    const state = await stateOf(database.url)
    const verb = whatToLay({ seed, state, env, firstAdministrator })
    const logger = makeLogger(env.logLevel)
    const realtime = makeRealtime({ origin: env.origin, trustProxy: env.trustProxy !== false, logger })
    const opening = { env, databaseUrl: database.url, secret: secretFor(app, env, state, verb) }
    const hasty = verb === 'daming' || verb === 'large'
    await app.open({ ...opening, hasty, ports: verb ? silent : realtime.ports })
    if (verb) {
      await lay(app, env, verb)
      await app.open({ ...opening, ports: realtime.ports })
    }
    if (!serves) {
      if (firstAdministrator) await makeAdministrator(app, env)
      await app.close()
      await database.stop()
      return
    }
    await serve({ env, app, current, vite, closeVite, database, realtime, logger })
  } catch (error) {
    await app.close().catch(() => undefined)
    await database.stop()
    throw error
  }
}

async function clear(database: RunningDatabase) {
  if (!database.clear) throw new Problem('anewForeign')
  await database.clear()
}

function readEnv(app: Bridge, mode: string | undefined): Env {
  try {
    return app.readEnv({ ...process.env, NODE_ENV: mode })
  } catch (error) {
    if (error instanceof app.EnvironmentProblem) throw new Problem('environment', error.message)
    throw error
  }
}

const silent: Realtime['ports'] = {
  publish: () => undefined,
  disconnect: () => undefined,
  present: async () => [],
}

type Serving = {
  env: Env
  app: Bridge
  current: CurrentBuild
  vite?: Parameters<typeof makeHttpServer>[0]['vite']
  closeVite(): Promise<void>
  database: RunningDatabase
  realtime: Realtime
  logger: ReturnType<typeof makeLogger>
}

async function serve({ env, app, current, vite, closeVite, database, realtime, logger }: Serving) {
  const own = new pg.Pool({ connectionString: database.url, max: 3 })
  own.on('error', (error) => logger.warn({ error }, 'a connection was lost'))
  if (env.nodes > 1) await realtime.join(own)
  const jobs = await startJobs(database.url, current, logger)
  let stopping = false
  const server = makeHttpServer({
    env,
    root,
    current,
    logger,
    vite,
    gauges: [
      { name: 'gongxue_sockets', help: 'Open sockets.', read: realtime.count },
      { name: 'gongxue_jobs_waiting', help: 'Jobs in the queue.', read: jobs.waiting },
    ],
    isReady: async () =>
      !stopping &&
      (await own.query('select 1').then(
        () => true,
        () => false,
      )),
  })
  realtime.attach(server, current)
  const { port, close } = await listen(server, env.host, env.port)
  const host = env.host.includes(':') ? `[${env.host}]` : env.host === '0.0.0.0' ? 'localhost' : env.host
  say('serving', env.origin ?? `http://${host}:${port}`)
  await tellWhoSignsIn(app)
  if (env.mode === 'production' && !(await app.hasAdministrator())) say('noAdministrator')
  void jobs.sweep()
  if (env.mode !== 'production') obeySweepMessages(jobs)
  process.send?.({ ready: port })

  async function stop() {
    // Whoever asks twice does not want to wait.
    if (stopping) process.exit(1)
    stopping = true
    say('stopping')
    await realtime.close()
    server.closeIdleConnections()
    const closed = close()
    await Promise.race([closed, wait(10_000)])
    server.closeAllConnections()
    await jobs.stop(30_000)
    await closeVite()
    await app.close()
    await own.end()
    await database.stop()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop())
  // A parent that started us by fork is a test; when it is gone, so are we.
  process.on('disconnect', () => void stop())
}

// A test that moved the clock does not wait a minute for what has come due.
function obeySweepMessages(jobs: Awaited<ReturnType<typeof startJobs>>) {
  process.on('message', (message: unknown) => {
    if (typeof message !== 'object' || message === null || !('sweep' in message)) return
    void jobs.sweep().then(() => process.send?.({ swept: true }))
  })
}

function wait(milliseconds: number) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref())
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
  const server = await createServer({ root, server: { middlewareMode: true } })
  const current = async () => (await server.ssrLoadModule('virtual:remix/server-build')) as unknown as Build
  return { current, vite: server.middlewares, closeVite: () => server.close() }
}
