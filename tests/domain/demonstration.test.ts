// The demonstration, with one of Daming's groups at work and the other three cohorts whole.
import { expect, test } from 'vitest'
import { db, openDatabase, pool } from '~/db.server'
import { verifyCertificate } from '~/domain/certificates/verify.queries.server'
import { cohortToManage } from '~/domain/cohorts/cohort.access.server'
import { printSlips } from '~/domain/enrolment/slips.server'
import { layDemonstration } from '../../prisma/seed/demonstration'
import { stageAt } from '../../prisma/seed/stage'
import { freshDatabase } from '../support/database'

const anyDay = new Date('2027-03-17T04:00:00Z')

async function layAnew() {
  await openDatabase(await freshDatabase())
  await layDemonstration(stageAt(anyDay), () => undefined, 1)
}

/** Every row of every table, as it lies. */
async function dump(): Promise<Map<string, string[]>> {
  const { rows } = await pool.query<{ name: string }>(
    `select quote_ident(relname) as name from pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> '_prisma_migrations' order by 1`,
  )
  const tables = new Map<string, string[]>()
  for (const { name } of rows) {
    const { rows: lines } = await pool.query<{ line: string }>(`select one::text as line from ${name} one`)
    tables.set(
      name,
      lines.map(({ line }) => line),
    )
  }
  return tables
}

test('the demonstration of one week is the same however often it is laid', { timeout: 300_000 }, async () => {
  await layAnew()
  const first = await dump()
  await layAnew()
  const second = await dump()
  expect([...second.keys()]).toEqual([...first.keys()])
  const differing = [...first].filter(([table, rows]) => second.get(table)!.join('\n') !== rows.join('\n'))
  expect(differing.map(([table]) => table)).toEqual([])
})

test('four cohorts are there, of four tracks, and nothing is waiting to be sent or done', async () => {
  const cohorts = await db.cohort.findMany({
    select: { programme: { select: { track: true } }, _count: { select: { enrolments: true } } },
    orderBy: { programme: { track: 'asc' } },
  })
  expect(cohorts.map((one) => [one.programme.track, one._count.enrolments])).toEqual([
    ['farmer', 24],
    ['open', 60],
    ['safety-officer', 24],
    ['teacher', 322],
  ])
  const { rows: queue } = await pool.query('select count(*)::int as jobs from graphile_worker.jobs')
  expect(queue).toEqual([{ jobs: 0 }])
  expect(await db.longTask.count({ where: { state: { in: ['waiting', 'running'] } } })).toBe(0)
})

test('no group says anything twice, and every answer is to a post of its own topic', async () => {
  const posts = await db.post.findMany({ include: { replyTo: true, topic: true, group: true } })
  const said = posts.map(({ group, text }) => `${group.id} ${text}`)
  expect(new Set(said).size).toBe(said.length)
  expect(posts.filter((post) => post.replyTo && post.replyTo.topicId !== post.topicId)).toEqual([])
  expect(posts.some((post) => post.enrolmentId === null)).toBe(true)
  const log = posts.toSorted((a, b) => a.groupId.localeCompare(b.groupId) || a.eventNumber - b.eventNumber)
  const late = log.filter(
    (one, n) => one.groupId === log[n - 1]?.groupId && one.occurredAt < log[n - 1]!.occurredAt,
  )
  expect(late).toEqual([])
})

test('who has been at work has signed in, and their slip offers no code any more', async () => {
  const working = await db.enrolment.findMany({
    where: { outcomes: { some: { activity: { kind: { not: 'workshop' } } } } },
    select: { person: { select: { account: { include: { consents: true } } } } },
  })
  for (const { person } of working) {
    expect(person.account).toMatchObject({
      passwordHash: expect.any(String),
      firstSignedInAt: expect.any(Date),
    })
    expect(person.account!.consents).toHaveLength(1)
  }
  const safety = await db.cohort.findFirstOrThrow({ where: { programme: { track: 'safety-officer' } } })
  const manager = await db.person.findFirstOrThrow({ where: { name: '马骏' } })
  const actor = { person: manager, at: anyDay, through: 'page' as const }
  const slips = await printSlips(actor, (await cohortToManage(actor, safety.id))!)
  expect(slips).toHaveLength(24)
  expect(slips.filter(({ code }) => code)).toEqual([])
})

test('guides and safety officers hold certificates, those of the officers until a day, and the city has its report', async () => {
  const certificates = await db.certificate.findMany({
    include: { enrolment: { select: { cohort: { select: { programme: { select: { track: true } } } } } } },
  })
  const of = (track: string) => certificates.filter((one) => one.enrolment.cohort.programme.track === track)
  expect(of('open')).toHaveLength(57)
  expect(of('open').every(({ expiresOn }) => expiresOn === null)).toBe(true)
  expect(of('safety-officer').length).toBeGreaterThanOrEqual(20)
  expect(of('safety-officer').every(({ expiresOn }) => expiresOn !== null)).toBe(true)
  const [one] = of('safety-officer')
  const verified = (at: string) => verifyCertificate({ at: new Date(at) }, one!)
  expect(await verified('2027-03-17T04:00:00Z')).toMatchObject({ state: 'valid' })
  expect(await verified('2030-03-17T04:00:00Z')).toMatchObject({ state: 'expired' })
  const reports = await db.reportPackage.findMany({
    include: { organisation: true, _count: { select: { people: true } } },
  })
  expect(reports.map(({ organisation, _count }) => [organisation.code, _count.people])).toEqual([
    ['110000', 60],
  ])
})
