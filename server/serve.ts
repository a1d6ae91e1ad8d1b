// What serves, begun and ended in order.
import pg from 'pg'
import type { Bridge, CurrentBuild } from './bridge'
import { makeHttpServer } from './http'
import { startJobs } from './jobs'
import { tellWhoSignsIn } from './laying'
import { listen } from './listen'
import type { makeLogger } from './logs'
import type { Realtime } from './realtime'
import { type Stopping, within } from './stopping'
import { say } from './words.mjs'

type Serving = {
  env: ReturnType<Bridge['readEnv']>
  app: Bridge
  root: string
  current: CurrentBuild
  vite?: Parameters<typeof makeHttpServer>[0]['vite']
  databaseUrl: string
  realtime: Realtime
  logger: ReturnType<typeof makeLogger>
  stopping: Stopping
}

const REQUESTS = 10_000
const JOBS = 30_000
const PATIENCE = 3_000

export async function serve({
  env,
  app,
  root,
  current,
  vite,
  databaseUrl,
  realtime,
  logger,
  stopping,
}: Serving) {
  // A database that hangs is none: whoever asks hears so in time.
  const limits = { connectionTimeoutMillis: PATIENCE, query_timeout: PATIENCE }
  const own = new pg.Pool({ connectionString: databaseUrl, max: 3, ...limits })
  own.on('error', (error) => logger.warn({ error }, 'a connection was lost'))
  stopping.undo(() => within(5000, own.end()))
  if (env.nodes > 1) await realtime.join(own)
  const jobs = await startJobs(databaseUrl, current, logger)
  stopping.undo(() => jobs.stop(JOBS))
  const answers = () =>
    own.query('select 1').then(
      () => true,
      () => false,
    )
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
    isReady: async () => !stopping.begun() && (await answers()),
  })
  realtime.attach(server, current)
  const { port, close } = await listen(server, env.host, env.port)
  stopping.undo(async () => {
    // A browser keeps its connection open after the answer that we waited for.
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    await within(REQUESTS, close())
    clearInterval(idle)
    server.closeAllConnections()
  })
  stopping.undo(() => within(REQUESTS, realtime.close()))

  say('serving', env.origin ?? addressOf(env.host, port))
  await tellWhoSignsIn(app)
  if (env.mode === 'production' && !(await app.hasAdministrator())) say('noAdministrator')
  void jobs.sweep()
  if (env.mode !== 'production') obeySweepMessages(jobs)
  process.send?.({ ready: port })
}

function addressOf(host: string, port: number) {
  return `http://${host.includes(':') ? `[${host}]` : host === '0.0.0.0' ? 'localhost' : host}:${port}`
}

// A test that moved the clock does not wait a minute for what has come due.
function obeySweepMessages(jobs: Awaited<ReturnType<typeof startJobs>>) {
  process.on('message', (message: unknown) => {
    if (typeof message !== 'object' || message === null || !('sweep' in message)) return
    void jobs.sweep().then(() => process.send?.({ swept: true }))
  })
}
