// A module is locked → released → closed.
//   locked   → released   releaseMadeTrue, by the command that made the condition true, or by the sweep
//   released → closed     by its week, or by the manager; a closed module can still be read
// Invariants:
// 1. A release is a row, never taken back: people may have work in it.
// 2. A release depends on the calendar and on what was handed in, never on who asks.
// 3. Nobody who has withdrawn gets a release; reinstated, they get it by the next sweep or command.
import { db, inTransaction, type Tx } from '~/db.server'
import type { Actor } from '../actor'
import { weekOpensAt } from '../cohorts/weeks'
import { releaseConditionsOf } from './curriculum.server'
import { type Condition, opensByTime, releasable } from './release'
import { conditionOf, releaseFactsOf } from './study'
import { studiesOf } from './study.server'

export type ReleaseCause = 'work' | 'attendance' | 'time' | 'enrolment' | 'conditions'

const BATCH = 500

// When this node last looked at a cohort that starts on this day. Lost, or on a clock that went back, everything is looked at anew.
const looked = new Map<string, number>()

/**
 * Writes the releases that hold for these enrolments by now and are not written yet. For the command that made a
 * condition true (work handed in, a mark given, somebody enrolled or moved); doing it twice does nothing.
 */
export async function releaseMadeTrue(
  tx: Tx,
  actor: Actor,
  enrolmentIds: string | readonly string[],
  cause: ReleaseCause = 'work',
): Promise<{ enrolmentId: string; moduleId: string }[]> {
  const ids = typeof enrolmentIds === 'string' ? [enrolmentIds] : [...new Set(enrolmentIds)]
  if (!ids.length) return []
  const releases: { enrolmentId: string; moduleId: string }[] = []
  for (const study of await studiesOf(ids, actor.at, tx)) {
    if (study.withdrawn) continue
    const facts = releaseFactsOf(study, actor.at)
    for (const module of study.curriculum.modules) {
      if (study.releases.has(module.id) || !releasable(conditionOf(study, module), facts).open) continue
      releases.push({ enrolmentId: study.enrolmentId, moduleId: module.id })
    }
  }
  const written = { cause, occurredAt: actor.at, recordedAt: actor.at }
  await tx.release.createMany({
    data: releases.map((release) => ({ ...release, ...written })),
    skipDuplicates: true,
  })
  return releases
}

/**
 * The sweep: what the calendar has opened since the last one, cohort by cohort and in batches. A cohort in which
 * no week, day or workshop has come to pass is left alone, but for people who have no release at all.
 */
export async function releaseDue(actor: Actor): Promise<number> {
  let released = 0
  for (const cohort of await runningCohorts(actor)) {
    const key = `${cohort.id} ${cohort.startsOn.getTime()}`
    const since = looked.get(key)
    const all =
      since === undefined || since > actor.at.getTime() || (await somethingOpened(cohort, since, actor))
    for (const ids of batchesOf(await waitingIn(cohort.id, all))) {
      const written = await inTransaction((tx) => releaseMadeTrue(tx, actor, ids, 'time'))
      released += written.length
    }
    looked.set(key, actor.at.getTime())
  }
  return released
}

type Running = Awaited<ReturnType<typeof runningCohorts>>[number]

function runningCohorts(actor: Actor) {
  return db.cohort.findMany({
    where: { closing: null, openedAt: { lte: actor.at } },
    select: {
      id: true,
      startsOn: true,
      timeZone: true,
      versions: {
        where: { from: { lte: actor.at } },
        orderBy: { from: 'desc' },
        take: 1,
        select: {
          programmeVersion: { select: { modules: { select: { moduleId: true, opensWeek: true } } } },
        },
      },
      releaseVersions: { orderBy: { number: 'desc' }, take: 1, select: { id: true } },
    },
  })
}

async function somethingOpened(cohort: Running, since: number, actor: Actor): Promise<boolean> {
  const calendar = { startsOn: cohort.startsOn.toISOString().slice(0, 10), timeZone: cohort.timeZone }
  const latest = cohort.releaseVersions[0]
  const conditions: ReadonlyMap<string, Condition | null> = latest
    ? await releaseConditionsOf(latest.id)
    : new Map()
  const modules = cohort.versions[0]?.programmeVersion.modules ?? []
  const opened = modules.some(({ moduleId, opensWeek }) => {
    const condition = conditions.get(moduleId)
    const days =
      condition === undefined ? [weekOpensAt(calendar, opensWeek)] : opensByTime(condition, calendar)
    return days.some((day) => day.getTime() > since && day <= actor.at)
  })
  return opened || (await workshopEnded(cohort.id, since, actor))
}

// A day may end anywhere on earth up to a day and a half from its midnight in UTC.
async function workshopEnded(cohortId: string, since: number, actor: Actor): Promise<boolean> {
  const hours = 60 * 60 * 1000
  const after = new Date(since - 60 * hours)
  const some = await db.workshop.findFirst({
    where: { cohortId, day: { gte: after, lte: actor.at } },
    select: { id: true },
  })
  return some !== null
}

async function waitingIn(cohortId: string, all: boolean): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select e.id from "Enrolment" e
    where e."cohortId" = ${cohortId}::uuid
      and (select count(*) from "Release" r where r."enrolmentId" = e.id) < case when ${all}::boolean then (
        select count(distinct m."moduleId") from "ModuleVersion" m
        join "CohortVersion" v on v."programmeVersionId" = m."programmeVersionId" and v."until" is null
        where v."cohortId" = e."cohortId") else 1 end
      and not exists(select 1 from "Withdrawal" w where w."enrolmentId" = e.id
        and not exists(select 1 from "Reinstatement" x where x."withdrawalId" = w.id))
    order by e.id`
  return rows.map((row) => row.id)
}

function batchesOf(ids: string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, index) =>
    ids.slice(index * BATCH, (index + 1) * BATCH),
  )
}
