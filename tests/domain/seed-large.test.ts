// The large seed writes by COPY what commands would have written. Here a twentieth of it is held to what always holds of
// such rows; each query finds the rows that break it.
import { beforeAll, expect, test } from 'vitest'
import { kinds } from '~/activities/kinds'
import { workIn } from '~/activities/kinds.server'
import { db, openDatabase, pool } from '~/db.server'
import { activityForTrainee } from '~/domain/learning/learning.access.server'
import { withRandomness } from '~/domain/random.server'
import { layLarge, type Sizes } from '../../prisma/seed/large/large'
import { acting, stageAt } from '../../prisma/seed/stage'
import { freshDatabase } from '../support/database'

const now = new Date('2026-11-24T03:00:00.000Z')
const aTwentieth = { people: 1400, posts: 300, share: 0.05 }

function lay(sizes: Sizes) {
  return withRandomness('large', () => layLarge(stageAt(now), () => undefined, sizes))
}

let offered: Awaited<ReturnType<typeof lay>>

beforeAll(async () => {
  offered = await lay(aTwentieth)
}, 300_000)

async function rows(query: string) {
  return (await pool.query(query)).rows
}

test('as many people as were asked for are enrolled once each, none above a quota', async () => {
  expect(await db.enrolment.count()).toBe(aTwentieth.people)
  expect(
    await rows(
      `select q.id from "Quota" q where q.seats < (select count(*) from "Enrolment" e where e."quotaId" = q.id)`,
    ),
  ).toEqual([])
  expect(await db.cohort.count({ where: { closing: null } })).toBe(0)
})

test('the row of an enrolment and activity is its last entry', async () => {
  expect(await db.outcome.count()).toBeGreaterThan(5000)
  expect(
    await rows(`select e."enrolmentId", e."activityId" from (
        select distinct on ("enrolmentId", "activityId") * from "OutcomeEntry"
        order by "enrolmentId", "activityId", "recordedAt" desc, id desc) e
      full join "Outcome" o on o."enrolmentId" = e."enrolmentId" and o."activityId" = e."activityId"
      where (o."entryId", o."handedInAt", o."confirmedAt", o.score, o.awaits, o."recordedAt") is distinct from
        (e.id, e."handedInAt", e."confirmedAt", e.score, e.awaits, e."recordedAt")`),
  ).toEqual([])
})

test('hours are those of what is confirmed, and of the sessions that count, each with its source', async () => {
  expect(
    await rows(`select o."enrolmentId", v.title from "Outcome" o
      join "Activity" a on a.id = o."activityId" and a.kind <> 'workshop'
      join "ActivityVersion" v on v."activityId" = a.id
      left join "LedgerEntry" l on l."enrolmentId" = o."enrolmentId" and l."activityId" = a.id
      group by o."enrolmentId", v.title, v.hours, o."confirmedAt"
      having coalesce(sum(l.hours), 0) <> case when o."confirmedAt" is null then 0 else v.hours end`),
  ).toEqual([])
  expect(
    await rows(`select x.id from "AttendanceEntry" x join "WorkshopSession" s on s.id = x."sessionId"
      left join "LedgerEntry" l on l."attendanceEntryId" = x.id
      where coalesce(l.hours, 0) <> case when x.mark in ('present', 'late') then s.hours else 0 end`),
  ).toEqual([])
})

test('what the tables of each kind hold is what its outcome says', async () => {
  const enrolments = await db.enrolment.findMany({
    where: { withdrawals: { none: {} } },
    include: { person: true, outcomes: true },
    orderBy: { id: 'asc' },
  })
  const looked = enrolments.filter((_, place) => place % 20 === 0)
  for (const { id, person, outcomes } of looked) {
    for (const outcome of outcomes) {
      const activity = await activityForTrainee(acting(person, now), id, outcome.activityId)
      const work = await workIn(activity!)
      const progress = kinds[activity!.activity.kind].progress(
        activity!.activity.config as never,
        work as never,
      )
      expect({
        handedIn: outcome.handedInAt !== null,
        confirmed: outcome.confirmedAt !== null,
        score: outcome.score === null ? null : Number(outcome.score),
      }).toEqual({
        handedIn: progress.handedIn,
        confirmed: progress.confirmed,
        score: progress.score === null ? null : Number(progress.score.toFixed(6)),
      })
    }
  }
})

test('logs and topics are numbered without gaps, and each post has its line', async () => {
  expect(
    await rows(`select g.id from "MentorGroup" g left join "GroupEvent" e on e."groupId" = g.id
      group by g.id having count(*) <> g."lastNumber" or max(e.number) <> g."lastNumber"`),
  ).toEqual([])
  expect(
    await rows(`select t.id from "Topic" t left join "Post" p on p."topicId" = t.id
      group by t.id having count(p.id) <> t."lastNumber" or max(p.number) <> t."lastNumber"`),
  ).toEqual([])
  expect(
    await rows(`select p.id from "Post" p left join "GroupEvent" e on e."postId" = p.id
        and e."groupId" = p."groupId" and e.number = p."eventNumber" and e.kind = 'post'
      where e.number is null`),
  ).toEqual([])
  const longest = await db.topic.findFirstOrThrow({ orderBy: { lastNumber: 'desc' } })
  expect(longest.lastNumber).toBe(aTwentieth.posts)
})

test('who has withdrawn is in no group', async () => {
  expect(await db.withdrawal.count()).toBeGreaterThan(0)
  expect(
    await rows(`select m.id from "GroupMembership" m join "Withdrawal" w on w."enrolmentId" = m."enrolmentId"
      where m.until is null`),
  ).toEqual([])
})

test('nobody mentors a group that they learn in, and groups keep to the cohort’s size', async () => {
  expect(
    await rows(`select a.id from "MentorAssignment" a join "GroupMembership" m on m."groupId" = a."groupId"
      join "Enrolment" e on e.id = m."enrolmentId" and e."personId" = a."personId"`),
  ).toEqual([])
})

test('every session’s rolls were called, and whoever was expected has a mark', async () => {
  expect(await db.rollCall.count()).toBeGreaterThan(0)
  expect(
    await rows(`select x.id from "ExpectedPlace" x join "WorkshopSession" s on s."workshopId" = x."workshopId"
      left join "AttendanceEntry" m on m."sessionId" = s.id and m."enrolmentId" = x."enrolmentId"
      left join "RollCall" r on r."sessionId" = s.id and r."groupId" = m."groupId"
      where not exists(select from "Withdrawal" w where w."enrolmentId" = x."enrolmentId")
        and (m.id is null or r.id is null)`),
  ).toEqual([])
})

test('everybody who stayed was decided upon, and the completed hold certificates without a gap', async () => {
  const decided = await db.completionDecision.count()
  expect(decided).toBe(await db.enrolment.count({ where: { withdrawals: { none: {} } } }))
  const completed = await db.completionDecision.count({ where: { verdict: 'completed' } })
  expect(completed / decided).toBeGreaterThan(0.6)
  expect(completed / decided).toBeLessThan(0.98)
  expect(await db.certificate.count()).toBe(completed)
  expect(
    await rows(`select s.id from "NumberSeries" s left join "Certificate" c on c."seriesId" = s.id
      group by s.id having count(c.id) <> s.last or max(c.sequence) <> s.last`),
  ).toEqual([])
})

test('the sign-in page offers people who can sign in', async () => {
  expect(offered.map((one) => one.role)).toEqual([
    'manager',
    'manager',
    'mentor',
    'trainee',
    'bureau-officer',
    'administrator',
  ])
  for (const { personId } of offered) {
    const account = await db.account.findUniqueOrThrow({ where: { personId }, include: { consents: true } })
    expect(account.consents).toHaveLength(1)
  }
})

test('the same week gives the same rows', async () => {
  const before = await sumOfRows()
  await openDatabase(await freshDatabase(), 4)
  await lay(aTwentieth)
  expect(await sumOfRows()).toBe(before)
}, 300_000)

async function sumOfRows() {
  const tables = await rows(
    `select quote_ident(relname) as name from pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> '_prisma_migrations' order by 1`,
  )
  const sums = []
  for (const { name } of tables) {
    const [{ sum }] = await rows(
      `select md5(string_agg(t::text, '\n' order by t::text)) as sum from ${name} t`,
    )
    sums.push(`${name} ${sum}`)
  }
  return sums.join('\n')
}
