import { AsyncLocalStorage } from 'node:async_hooks'
import { sql } from 'kysely'
import { now } from '~/clock.server'
import type { Tx } from '~/db.server'
import { afterThisCommit } from '~/db.server'
import type { Actor } from './actor'

/** What the worker is handed: whose command asked for it, and what it asked for. */
export type JobPayload = { by: Actor['person']; input: unknown }

/** Work done later. May run twice (a worker can die after its commit), so it does nothing the second time. */
export type Job = (actor: Actor, input: unknown) => Promise<void>

export type JobRegistry = Record<string, Job>

const inside = new AsyncLocalStorage<{ registry: JobRegistry; waiting: [string, JobPayload][] }>()

/**
 * Puts a job into the queue, in the transaction that needs it: it is there if and only if that commits. It
 * runs at once, as the person whose command asked for it; what is due later is a row with a `dueAt`.
 * `key`: of several waiting jobs with the same key only the latest stays.
 */
export async function enqueue(tx: Tx, actor: Actor, name: string, input: unknown, key?: string) {
  const payload: JobPayload = { by: actor.person, input }
  const own = inside.getStore()
  if (own) {
    afterThisCommit(() => own.waiting.push([name, payload]))
    return
  }
  await sql`select graphile_worker.add_job(
    ${name}::text, ${JSON.stringify(payload)}::json, job_key => ${key ?? null}::text
  )`.execute(tx.$kysely)
}

/** Runs one job as whoever asked for it. The worker and the demonstration both come through here. */
export async function runJob(registry: JobRegistry, name: string, payload: JobPayload) {
  const job = registry[name]
  if (!job) throw new Error(`No job is called ${name}`)
  await job({ person: payload.by, at: now(), through: 'job' }, payload.input)
}

/**
 * Runs `work` with its jobs inside it instead of in the queue: `settle()` runs those that wait, in order, on
 * the clock that holds just then. The demonstration is laid so, and its first start sends nothing.
 */
export async function withJobsInside<T>(
  registry: JobRegistry,
  work: (settle: () => Promise<void>) => Promise<T>,
): Promise<T> {
  const own = { registry, waiting: [] as [string, JobPayload][] }
  async function settle() {
    for (let next = own.waiting.shift(); next; next = own.waiting.shift()) {
      await runJob(registry, ...next)
    }
  }
  return inside.run(own, async () => {
    const result = await work(settle)
    await settle()
    return result
  })
}
