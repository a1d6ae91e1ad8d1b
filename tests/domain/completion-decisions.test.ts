import { expect, test } from 'vitest'
import { db } from '~/db.server'
import { decidedAsShown, decisionsToTake } from '~/domain/completion/deciding.queries.server'
import { confirmDecisions } from '~/domain/completion/decisions.server'
import { withdraw } from '~/domain/enrolment/withdrawal.server'
import { completionWorld, finish, inWeek, managed, mark, trainee } from '../support/completion-world'
import { later } from '../support/world'

test('a manager confirms who completes; what is still open is decided only when said so', async () => {
  const world = await completionWorld()
  const [liNa, wangFang, zhaoMin] = [
    await trainee(world, '李娜'),
    await trainee(world, '王芳'),
    await trainee(world, '赵敏'),
  ]
  await finish(world, liNa, { score: 92 })
  await withdraw(world.manager, await managed(world, zhaoMin), { reason: '调离' })
  const manager = later(world.manager, inWeek(8))
  const enrolmentIds = [liNa.id, wangFang.id, zhaoMin.id, world.cohort.id]
  expect(await confirmDecisions(manager, world.cohort, { enrolmentIds })).toEqual({
    decided: 1,
    completed: 1,
    unchanged: 0,
    changed: false,
    refused: expect.arrayContaining([
      { enrolmentId: wangFang.id, word: 'still-open' },
      { enrolmentId: zhaoMin.id, word: 'withdrawn' },
      { enrolmentId: world.cohort.id, word: 'absent' },
    ]),
  })
  const said = await confirmDecisions(manager, world.cohort, {
    enrolmentIds: [wangFang.id],
    notCompleted: true,
  })
  expect(said).toMatchObject({ decided: 1, completed: 0 })
  const decisions = await db.completionDecision.findMany({
    where: { enrolment: { cohortId: world.cohort.id } },
  })
  expect(decisions.map((one) => [one.enrolmentId, one.verdict, one.distinction])).toEqual(
    expect.arrayContaining([
      [liNa.id, 'completed', true],
      [wangFang.id, 'not-completed', false],
    ]),
  )
})

test('a press decides just those who were shown, or nobody; who presses second is told who was first', async () => {
  const world = await completionWorld()
  const { cohort } = world
  const [liNa, wangFang] = [await trainee(world, '李娜'), await trainee(world, '王芳')]
  await finish(world, liNa, { score: 92 })
  const manager = later(world.manager, inWeek(8))
  const toTake = () => decisionsToTake(manager, cohort, 'completed')
  const first = await toTake()
  expect(first).toMatchObject({
    people: [{ enrolmentId: liNa.id, name: '李娜' }],
    distinguished: 1,
    left: [{ stage: 'open', people: 1 }],
  })
  await finish(world, wangFang)
  const press = async (shown: string, minutes = 0) =>
    confirmDecisions(later(world.manager, inWeek(8, 1, minutes)), cohort, {
      enrolmentIds: (await toTake()).people.map((one) => one.enrolmentId),
      shown,
    })
  expect(await press(first.shown)).toMatchObject({ decided: 0, changed: true })
  expect(await decidedAsShown(cohort, first.shown)).toBeNull()

  const second = await toTake()
  const both = await Promise.all([press(second.shown), press(second.shown, 1)])
  expect(both.map((one) => [one.decided, one.changed]).sort()).toEqual([
    [0, true],
    [2, false],
  ])
  expect(await decidedAsShown(cohort, second.shown)).toMatchObject({ people: 2, by: '周敏' })
  expect((await toTake()).people).toEqual([])
})

test('who comes to the lock second with an earlier moment sees what was decided', async () => {
  const world = await completionWorld()
  const liNa = await trainee(world, '李娜')
  await finish(world, liNa)
  const confirm = (minutes: number) =>
    confirmDecisions(later(world.manager, inWeek(8, 1, minutes)), world.cohort, { enrolmentIds: [liNa.id] })
  expect(await confirm(1)).toMatchObject({ decided: 1 })
  expect(await confirm(0)).toMatchObject({ decided: 0, unchanged: 1 })
})

test('two confirmations at once leave one decision, and a third changes nothing', async () => {
  const world = await completionWorld()
  const liNa = await trainee(world, '李娜')
  await finish(world, liNa)
  const confirm = (minutes: number) =>
    confirmDecisions(later(world.manager, inWeek(8, 1, minutes)), world.cohort, { enrolmentIds: [liNa.id] })
  const both = await Promise.all([confirm(0), confirm(1)])
  expect(both.map((one) => one.decided).sort()).toEqual([0, 1])
  expect(await confirm(2)).toMatchObject({ decided: 0, unchanged: 1 })
  expect(await db.completionDecision.count({ where: { enrolmentId: liNa.id } })).toBe(1)
})

test('a mark entered later brings a new decision that supersedes the first, which stays as it was', async () => {
  const world = await completionWorld()
  const liNa = await trainee(world, '李娜')
  await finish(world, liNa, { full: false })
  await mark(world, liNa, 1, 'absent', inWeek(7))
  const decide = (at: Date) =>
    confirmDecisions(later(world.manager, at), world.cohort, { enrolmentIds: [liNa.id] })
  expect(await decide(inWeek(8))).toMatchObject({ decided: 1, completed: 0 })
  await mark(world, liNa, 2, 'made-up', inWeek(8, 2))
  expect(await decide(inWeek(8, 3))).toMatchObject({ decided: 1, completed: 1 })
  const [first, second] = await db.completionDecision.findMany({
    where: { enrolmentId: liNa.id },
    orderBy: { recordedAt: 'asc' },
    include: { facts: true },
  })
  expect(first).toMatchObject({ verdict: 'not-completed', supersedesId: null })
  expect(second).toMatchObject({
    verdict: 'completed',
    supersedesId: first!.id,
    ruleVersionId: first!.ruleVersionId,
  })
  expect(JSON.stringify(second!.facts.body)).not.toContain('李娜')
  expect(second!.facts.body).toMatchObject({
    enrolmentId: liNa.id,
    sessions: [{ mark: 'absent' }, { mark: 'made-up' }],
  })
})

test('a decision by a cut-off of last week does not know of this week', async () => {
  const world = await completionWorld()
  const liNa = await trainee(world, '李娜')
  await finish(world, liNa)
  const manager = later(world.manager, inWeek(8))
  const asked = { enrolmentIds: [liNa.id], cutOff: inWeek(6) }
  expect((await confirmDecisions(manager, world.cohort, asked)).refused).toEqual([
    { enrolmentId: liNa.id, word: 'still-open' },
  ])
})
