import { pino } from 'pino'
import { expect, test } from 'vitest'
import type { CurrentBuild } from '../../server/bridge'
import { startJobs } from '../../server/jobs'
import { ask } from '../support/boot'
import { freshDatabase } from '../support/database'

const silent = pino({ level: 'silent' })

// The bridge as far as the queue sees it: one job, which does what the test says.
function buildWith(work: () => Promise<void>) {
  const module = {
    jobs: { work: async () => undefined },
    runJob: work,
    systemActor: () => ({}),
    now: () => new Date(),
    sweep: async () => undefined,
  }
  return (async () => ({ entry: { module } })) as unknown as CurrentBuild
}

test('a job that outlasts the patience of a stop goes back to the queue, and is done at the next start', async () => {
  const url = await freshDatabase()
  await ask(url, `select graphile_worker.add_job('work', '{}'::json)`)
  let begun: () => void = () => undefined
  const running = new Promise<void>((resolve) => {
    begun = resolve
  })
  const never = new Promise<void>(() => undefined)
  const first = await startJobs(
    url,
    buildWith(async () => {
      begun()
      await never
    }),
    silent,
  )
  await running
  await first.stop(200)
  expect(await ask(url, 'select locked_at from graphile_worker.jobs')).toEqual([{ locked_at: null }])

  let done: () => void = () => undefined
  const finished = new Promise<void>((resolve) => {
    done = resolve
  })
  await ask(url, 'update graphile_worker._private_jobs set run_at = now()')
  const second = await startJobs(
    url,
    buildWith(async () => done()),
    silent,
  )
  await finished
  await second.stop(5000)
  expect(await ask(url, 'select count(*)::int as left from graphile_worker.jobs')).toEqual([{ left: 0 }])
})

test('a job that ends within the patience of a stop is done', async () => {
  const url = await freshDatabase()
  await ask(url, `select graphile_worker.add_job('work', '{}'::json)`)
  let begun: () => void = () => undefined
  const running = new Promise<void>((resolve) => {
    begun = resolve
  })
  const jobs = await startJobs(
    url,
    buildWith(async () => {
      begun()
      await new Promise((resolve) => setTimeout(resolve, 300))
    }),
    silent,
  )
  await running
  await jobs.stop(20_000)
  expect(await ask(url, 'select count(*)::int as left from graphile_worker.jobs')).toEqual([{ left: 0 }])
})
