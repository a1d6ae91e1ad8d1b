import { EventEmitter } from 'node:events'
import { run, type TaskList, Logger as WorkerLogger, type WorkerPool } from 'graphile-worker'
import pg from 'pg'
import type { Logger } from 'pino'
import type { CurrentBuild } from './bridge'
import { SWEEP_LOCK } from './locks'
import { within } from './stopping'

export type Jobs = {
  /** Runs what has come due, unless another node is at it. */
  sweep(): Promise<void>
  waiting(): Promise<number>
  /** Lets running jobs finish for so many milliseconds; what is not done then goes back to the queue. */
  stop(patience: number): Promise<void>
}

const MINUTE = 60_000

/** Works off the queue, and sweeps once a minute. */
export async function startJobs(databaseUrl: string, current: CurrentBuild, logger: Logger): Promise<Jobs> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 6, options: '-c TimeZone=UTC' })
  pool.on('error', (error) => logger.warn({ error }, 'a connection of the queue was lost'))
  const events = new EventEmitter()
  let workers: WorkerPool | null = null
  events.on('pool:create', ({ workerPool }: { workerPool: WorkerPool }) => {
    workers = workerPool
  })

  const runner = await run({
    pgPool: pool,
    concurrency: 3,
    noHandleSignals: true,
    parsedCronItems: [],
    taskList: await tasks(current),
    events,
    logger: new WorkerLogger(() => (level, message) => {
      if (level === 'error' || level === 'warning') logger.warn({ queue: level }, firstLine(message))
    }),
  })

  let sweeping: Promise<void> | null = null
  const sweep = () => {
    sweeping ??= sweepAlone(pool, current)
      .catch((error) => logger.error({ error }, 'a sweep failed'))
      .finally(() => {
        sweeping = null
      })
    return sweeping
  }
  const timer = setInterval(sweep, MINUTE)

  return {
    sweep,
    async waiting() {
      const { rows } = await pool.query('select count(*)::int as waiting from graphile_worker.jobs')
      return rows[0].waiting
    },
    async stop(patience) {
      clearInterval(timer)
      let forced: Promise<void> | null = null
      const late = setTimeout(() => {
        forced = workers?.forcefulShutdown('the server stops') ?? null
      }, patience)
      await Promise.allSettled([runner.stop(), within(patience, sweeping ?? Promise.resolve())])
      await runner.promise.catch(() => undefined)
      clearTimeout(late)
      // The runner is done once its jobs are given up; giving them back to the queue takes a statement more.
      await forced
      await pool.end()
    },
  }
}

// The names are those of the first build; what a job does is always that of the present one.
async function tasks(current: CurrentBuild): Promise<TaskList> {
  const { jobs } = (await current()).entry.module
  return Object.fromEntries(
    Object.keys(jobs).map((name) => [
      name,
      async (payload: unknown) => {
        const app = (await current()).entry.module
        await app.runJob(app.jobs, name, payload as Parameters<typeof app.runJob>[2])
      },
    ]),
  )
}

async function sweepAlone(pool: pg.Pool, current: CurrentBuild) {
  const client = await pool.connect()
  try {
    const { rows } = await client.query('select pg_try_advisory_lock($1) as mine', [SWEEP_LOCK])
    if (!rows[0].mine) return
    try {
      const app = (await current()).entry.module
      await app.sweep(app.systemActor(app.now()))
    } finally {
      await client.query('select pg_advisory_unlock($1)', [SWEEP_LOCK])
    }
  } finally {
    client.release()
  }
}

// The queue's own words name a job and its error; the values that it was called with are people's.
function firstLine(message: string) {
  return message.split('\n')[0]!.slice(0, 200)
}
