import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '~/db.server'
import { cohortToManage } from '~/domain/cohorts/cohort.access.server'
import { giveConcession } from '~/domain/completion/concessions.server'
import { evaluateCohort, verdictOf } from '~/domain/completion/facts.queries.server'
import { completionOverview } from '~/domain/completion/overview.queries.server'
import { finalScore, lackingOf } from '~/domain/completion/summary'
import { listedParts } from '~/domain/completion/verdict'
import { enrolmentToManage } from '~/domain/enrolment/enrolment.access.server'
import { reinstate, withdraw } from '~/domain/enrolment/withdrawal.server'
import { newId } from '~/domain/ids.server'
import { studyFor } from '~/domain/learning/learning.access.server'
import { completionWorld, finish, inWeek, managed, mark, reach, trainee } from '../support/completion-world'
import { later } from '../support/world'

test('who has done all of it completes, who has nothing is told what is missing and by when', async () => {
  const world = await completionWorld()
  const [liNa, wangFang] = [await trainee(world, '李娜'), await trainee(world, '王芳')]
  await finish(world, liNa, { score: 95 })
  const { people } = await evaluateCohort(later(world.manager, inWeek(8)), world.cohort)
  expect(people.get(liNa.id)!.verdict).toMatchObject({
    state: 'done',
    complete: true,
    distinction: { state: 'done' },
  })
  expect(finalScore(people.get(liNa.id)!.verdict)).toBe(95)
  const open = people.get(wangFang.id)!.verdict
  expect(open.state).toBe('not-yet')
  expect(lackingOf(open)).toEqual(['modules', 'hours', 'open-roll', 'no-score'])
  const modules = listedParts(open.completion).find((part) => part.kind === 'modules')!
  expect(modules).toMatchObject({ have: 0, need: 3 })
  // The cohort's last day is Sunday, 1 November, in Shanghai.
  expect(modules.kind === 'modules' && modules.missing[0]!.until).toEqual(new Date('2026-11-01T16:00:00Z'))
})

test('both sessions lost is no longer within reach, and a roll not taken is nobody’s absence', async () => {
  const world = await completionWorld()
  const [liNa, wangFang] = [await trainee(world, '李娜'), await trainee(world, '王芳')]
  for (const session of [1, 2] as const) await mark(world, liNa, session, 'absent')
  const { people } = await evaluateCohort(later(world.manager, inWeek(5)), world.cohort)
  const attendance = (id: string) =>
    listedParts(people.get(id)!.verdict.completion).find((part) => part.kind === 'attendance')!
  expect(attendance(liNa.id)).toMatchObject({ state: 'can-no-longer', have: 0, need: 1 })
  expect(attendance(wangFang.id)).toMatchObject({ state: 'not-yet' })
})

test('what was recorded after the cut-off does not count by it, marks of earlier days included', async () => {
  const world = await completionWorld()
  const liNa = await trainee(world, '李娜')
  await finish(world, liNa)
  await mark(world, liNa, 1, 'absent', inWeek(9))
  await mark(world, liNa, 2, 'absent', inWeek(9))
  const now = later(world.manager, inWeek(10))
  const before = await evaluateCohort(now, world.cohort, { cutOff: inWeek(8) })
  expect(before.people.get(liNa.id)!.verdict.complete).toBe(true)
  expect(before.people.get(liNa.id)!.record.earned.workshop).toBe(600)
  const after = await evaluateCohort(now, world.cohort)
  expect(after.people.get(liNa.id)!.verdict.complete).toBe(false)
  expect(after.people.get(liNa.id)!.record.earned.workshop).toBe(0)
})

test('of a cohort that is read in several parts everybody is shown, each by their own facts', async () => {
  const world = await completionWorld()
  const liNa = await trainee(world, '李娜')
  const people = Array.from({ length: 600 }, (_, place) => ({
    id: newId(),
    name: `同学${place}`,
    recordedAt: inWeek(1),
  }))
  await db.person.createMany({ data: people })
  await db.enrolment.createMany({
    data: people.map(({ id }) => ({
      id: newId(),
      cohortId: world.cohort.id,
      personId: id,
      sentById: world.organisations.kindergarten.id,
      occurredAt: inWeek(1),
      recordedAt: inWeek(1),
    })),
  })
  const wangFang = await trainee(world, '王芳')
  for (const one of [liNa, wangFang]) await finish(world, one, { score: 95 })
  const shown = await completionOverview(later(world.manager, inWeek(8)), world.cohort)
  expect(shown).toHaveLength(602)
  expect(shown.filter((one) => one.stage === 'ready').map((one) => one.name)).toEqual(['李娜', '王芳'])
  expect(shown.filter((one) => one.stage === 'open')).toHaveLength(600)
  const named = [liNa, wangFang].map((one) => one.id)
  const { people: two } = await evaluateCohort(later(world.manager, inWeek(8)), world.cohort, {
    enrolmentIds: named,
  })
  expect([...two.keys()].sort()).toEqual(named.sort())
})

test('the cohort’s manager, its trainee for themselves, and nobody else get a verdict', async () => {
  const world = await completionWorld()
  const liNa = await trainee(world, '李娜')
  const wangFang = await trainee(world, '王芳')
  const own = (await studyFor(liNa.actor, liNa.id))!
  expect((await verdictOf(liNa.actor, own)).verdict.state).toBe('not-yet')
  expect(await studyFor(wangFang.actor, liNa.id)).toBeNull()
  for (const other of [world.officer, world.otherManager, world.otherOfficer, world.stranger, liNa.actor]) {
    expect(await cohortToManage(other, world.cohort.id)).toBeNull()
    expect(await enrolmentToManage(other, liNa.id)).toBeNull()
  }
})

test('an exemption counts as done, earns its hours from the concession, and leaves the scores', async () => {
  const world = await completionWorld()
  const liNa = await trainee(world, '李娜')
  await finish(world, liNa)
  const zhaoMin = await trainee(world, '赵敏')
  await reach(world, zhaoMin, 'reading')
  await reach(world, zhaoMin, 'quiz', { score: 70 })
  await mark(world, zhaoMin, 1, 'present')
  const manager = later(world.manager, inWeek(8))
  const given = await giveConcession(manager, await managed(world, zhaoMin), {
    kind: 'exemption',
    activityId: world.activities.practice.id,
    until: null,
    reason: '产假期间由县局认定',
  })
  expect(given).toHaveProperty('concessionId')
  const { people } = await evaluateCohort(manager, world.cohort)
  const { verdict, record } = people.get(zhaoMin.id)!
  expect(verdict.complete).toBe(true)
  expect(finalScore(verdict)).toBe(70)
  expect(record.earned.practice).toBe(400)
  const entry = await db.ledgerEntry.findFirstOrThrow({
    where: { enrolmentId: zhaoMin.id, activityId: world.activities.practice.id },
  })
  expect(entry).toMatchObject({
    outcomeEntryId: null,
    concessionId: 'concessionId' in given && given.concessionId,
  })
  const again = {
    kind: 'exemption' as const,
    activityId: world.activities.practice.id,
    until: null,
    reason: '再一次',
  }
  expect(await giveConcession(manager, await managed(world, zhaoMin), again)).toEqual({
    refused: 'done-already',
  })
})

test('one more attempt opens a quiz whose attempts are used, a later date opens what was closed', async () => {
  const world = await completionWorld()
  const liNa = await trainee(world, '李娜')
  const { quiz } = world.activities
  // Two attempts of two, and not passed: nobody can do more about it.
  await reach(world, liNa, 'quiz', { score: 40, confirmed: false, awaits: 'nobody' })
  const stateOfModules = async (at: Date) => {
    const { people } = await evaluateCohort(later(world.manager, at), world.cohort)
    return listedParts(people.get(liNa.id)!.verdict.completion).find((part) => part.kind === 'modules')!.state
  }
  expect(await stateOfModules(inWeek(5))).toBe('can-no-longer')
  const manager = later(world.manager, inWeek(5))
  const attempt = { kind: 'attempt' as const, activityId: quiz.id, until: null, reason: '网络中断' }
  expect(await giveConcession(manager, await managed(world, liNa), attempt)).toHaveProperty('concessionId')
  expect(await stateOfModules(inWeek(5, 2))).toBe('not-yet')
  expect(await stateOfModules(inWeek(9))).toBe('can-no-longer')
  const until = inWeek(11)
  const date = { kind: 'later' as const, activityId: null, until, reason: '住院' }
  expect(await giveConcession(later(manager, inWeek(9)), await managed(world, liNa), date)).toHaveProperty(
    'concessionId',
  )
  expect(await stateOfModules(inWeek(9, 2))).toBe('not-yet')
  expect(await stateOfModules(inWeek(11, 2))).toBe('can-no-longer')
})

test('a workshop that may be made up by a later date is not lost until then', async () => {
  const world = await completionWorld()
  const liNa = await trainee(world, '李娜')
  for (const session of [1, 2] as const) await mark(world, liNa, session, 'absent')
  const manager = later(world.manager, inWeek(5))
  const draft = {
    kind: 'later' as const,
    activityId: world.activities.workshop.id,
    until: inWeek(7),
    reason: '补训',
  }
  expect(await giveConcession(manager, await managed(world, liNa), draft)).toHaveProperty('concessionId')
  const state = async (at: Date) => {
    const { people } = await evaluateCohort(later(world.manager, at), world.cohort)
    return listedParts(people.get(liNa.id)!.verdict.completion).find((part) => part.kind === 'attendance')!
      .state
  }
  expect(await state(inWeek(6))).toBe('not-yet')
  expect(await state(inWeek(7, 2))).toBe('can-no-longer')
})

test('a concession without its reason, its activity or its date is refused, each by its word', async () => {
  const world = await completionWorld()
  const liNa = await trainee(world, '李娜')
  const enrolment = await managed(world, liNa)
  const { quiz, reading } = world.activities
  const at = later(world.manager, inWeek(2))
  const give = (draft: Partial<Parameters<typeof giveConcession>[2]>) =>
    giveConcession(at, enrolment, {
      kind: 'attempt',
      activityId: quiz.id,
      until: null,
      reason: '病假',
      ...draft,
    })
  expect(await give({ reason: '  ' })).toEqual({ refused: 'no-reason' })
  expect(await give({ activityId: null })).toEqual({ refused: 'needs-activity' })
  expect(await give({ activityId: liNa.id })).toEqual({ refused: 'absent-activity' })
  expect(await give({ activityId: reading.id })).toEqual({ refused: 'not-counted' })
  expect(await give({ kind: 'later' })).toEqual({ refused: 'needs-date' })
  expect(await give({ kind: 'later', until: inWeek(1) })).toEqual({ refused: 'not-later' })
  expect(await give({ kind: 'later', until: inWeek(3) })).toEqual({ refused: 'not-later' })
  expect(await db.concession.count({ where: { enrolmentId: liNa.id } })).toBe(0)
})

test('one form for one more attempt gives one, sent twice at once, and the next form gives the next', async () => {
  const world = await completionWorld()
  const liNa = await trainee(world, '李娜')
  const enrolment = await managed(world, liNa)
  const draft = {
    kind: 'attempt' as const,
    activityId: world.activities.quiz.id,
    until: null,
    reason: '病假',
  }
  const formKey = randomUUID()
  const both = await Promise.all(
    [1, 2].map(() => giveConcession(world.manager, enrolment, draft, { formKey })),
  )
  expect(both[0]).toEqual(both[1])
  expect(await db.concession.count({ where: { enrolmentId: liNa.id } })).toBe(1)
  await giveConcession(world.manager, enrolment, draft, { formKey: randomUUID() })
  expect(await db.concession.count({ where: { enrolmentId: liNa.id } })).toBe(2)
})

test('who withdraws gets no concession, and gets one again once reinstated', async () => {
  const world = await completionWorld()
  const liNa = await trainee(world, '李娜')
  const enrolment = await managed(world, liNa)
  const draft = {
    kind: 'attempt' as const,
    activityId: world.activities.quiz.id,
    until: null,
    reason: '病假',
  }
  expect(await withdraw(world.manager, enrolment, { reason: '' })).toEqual({ refused: 'no-reason' })
  expect(await reinstate(world.manager, enrolment, { reason: '回来' })).toEqual({ refused: 'not-withdrawn' })
  const both = await Promise.all([1, 2].map(() => withdraw(world.manager, enrolment, { reason: '调离' })))
  expect(both.filter((one) => 'withdrawalId' in one)).toHaveLength(1)
  expect(await giveConcession(world.manager, enrolment, draft)).toEqual({ refused: 'withdrawn' })
  expect(await reinstate(world.manager, enrolment, { reason: '' })).toEqual({ refused: 'no-reason' })
  expect(await reinstate(world.manager, enrolment, { reason: '调回' })).toHaveProperty('reinstatementId')
  expect(await giveConcession(world.manager, enrolment, draft)).toHaveProperty('concessionId')
  expect(await db.auditEntry.count({ where: { subjectId: liNa.id } })).toBe(3)
})
