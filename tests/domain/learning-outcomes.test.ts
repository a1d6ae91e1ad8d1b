import { expect, test } from 'vitest'
import { db, inTransaction } from '~/db.server'
import { systemActor } from '~/domain/actor'
import { newId } from '~/domain/ids.server'
import { activityForTrainee, activityWithOpening, studyFor } from '~/domain/learning/learning.access.server'
import { type OutcomeInput, recordOutcome, recordOutcomes } from '~/domain/learning/outcomes.server'
import { releaseDue, releaseMadeTrue } from '~/domain/learning/releases.server'
import {
  inWeek,
  type LearningWorld,
  learningWorld,
  mentorOf,
  somebody,
  trainee,
} from '../support/learning-world'

const reading = { kind: 'reading' as const, config: { text: '正文', minutes: 10 } }

function twoModules() {
  return learningWorld([
    {
      opensWeek: 1,
      closesWeek: 4,
      activities: [
        { ...reading, hours: '2' },
        { ...reading, hours: '1.5', after: [0] },
      ],
    },
    { opensWeek: 5, closesWeek: 8, requires: 0, activities: [reading] },
  ])
}

function report(
  world: LearningWorld,
  enrolmentId: string,
  place: [number, number],
  some: Partial<OutcomeInput>,
) {
  const activity = world.modules[place[0]]!.activities[place[1]]!
  return {
    enrolmentId,
    activityId: activity.id,
    activityVersionId: activity.versionId,
    cause: 'read',
    handedIn: true,
    confirmed: true,
    score: null,
    late: false,
    occurredAt: inWeek(2),
    ...some,
  }
}

async function hoursOf(enrolmentId: string) {
  const entries = await db.ledgerEntry.findMany({ where: { enrolmentId }, orderBy: { recordedAt: 'asc' } })
  return entries.map((entry) => Number(entry.hours))
}

test('what is confirmed earns its hours once, and the same report again changes nothing', async () => {
  const world = await twoModules()
  const { enrolment, at } = await trainee(world, '李晓燕')
  const input = report(world, enrolment.id, [0, 1], {})
  const first = await inTransaction((tx) => recordOutcome(tx, at(inWeek(2)), input))
  const second = await inTransaction((tx) =>
    recordOutcome(tx, at(inWeek(3)), { ...input, occurredAt: inWeek(3) }),
  )
  expect(first).toMatchObject({ changed: true, outcome: { handedInAt: inWeek(2), confirmedAt: inWeek(2) } })
  expect(second).toMatchObject({ changed: false, outcome: { confirmedAt: inWeek(2) } })
  expect(await hoursOf(enrolment.id)).toEqual([1.5])
})

test('an undone signature is an entry that takes the hours back, and what was handed in stays', async () => {
  const world = await twoModules()
  const { enrolment, at } = await trainee(world, '王秀英')
  const input = report(world, enrolment.id, [0, 0], { score: 90 })
  await inTransaction((tx) => recordOutcome(tx, at(inWeek(2)), input))
  const undone = { ...input, confirmed: false, score: null, cause: 'undone', occurredAt: inWeek(3) }
  await inTransaction((tx) => recordOutcome(tx, at(inWeek(3)), undone))
  const again = { ...input, score: 80, occurredAt: inWeek(4) }
  await inTransaction((tx) => recordOutcome(tx, at(inWeek(4)), again))
  expect(await hoursOf(enrolment.id)).toEqual([2, -2, 2])
  const entries = await db.outcomeEntry.findMany({
    where: { enrolmentId: enrolment.id },
    orderBy: { recordedAt: 'asc' },
  })
  expect(entries.map((entry) => [entry.cause, entry.handedInAt, entry.confirmedAt])).toEqual([
    ['read', inWeek(2), inWeek(2)],
    ['undone', inWeek(2), null],
    ['read', inWeek(2), inWeek(4)],
  ])
  const outcome = await db.outcome.findFirstOrThrow({ where: { enrolmentId: enrolment.id } })
  expect(outcome.entryId).toBe(entries[2]!.id)
})

test('two reports at once leave one entry and one posting', async () => {
  const world = await twoModules()
  const { enrolment, at } = await trainee(world, '赵敏')
  const input = report(world, enrolment.id, [0, 0], {})
  const both = await Promise.all(
    [1, 2].map(() => inTransaction((tx) => recordOutcome(tx, at(inWeek(2)), input))),
  )
  expect(both.map((one) => one.changed).sort()).toEqual([false, true])
  expect(await hoursOf(enrolment.id)).toEqual([2])
})

test('an exemption counts, earns its hours from the concession, and a later confirmation adds none', async () => {
  const world = await twoModules()
  const { enrolment, at } = await trainee(world, '刘芳')
  const manager = await somebody('项目管理员')
  const concession = await db.concession.create({
    data: {
      id: newId(),
      enrolmentId: enrolment.id,
      activityId: world.modules[0]!.activities[0]!.id,
      kind: 'exemption',
      reason: '已修过',
      byId: manager.id,
      occurredAt: inWeek(2),
      recordedAt: inWeek(2),
    },
  })
  const input = report(world, enrolment.id, [0, 0], { handedIn: false, confirmed: false })
  await inTransaction((tx) =>
    recordOutcome(tx, at(inWeek(2)), {
      ...input,
      cause: 'exempted',
      exempt: true,
      concessionId: concession.id,
    }),
  )
  await inTransaction((tx) => recordOutcome(tx, at(inWeek(3)), { ...input, handedIn: true, confirmed: true }))
  const entries = await db.ledgerEntry.findMany({ where: { enrolmentId: enrolment.id } })
  expect(entries).toMatchObject([{ concessionId: concession.id, outcomeEntryId: null }])
})

test('a sheet of many reports is recorded in one go', async () => {
  const world = await twoModules()
  const people = await Promise.all(['甲', '乙', '丙'].map((name) => trainee(world, name)))
  const sheet = people.map(({ enrolment }, index) =>
    report(world, enrolment.id, [0, 0], { score: 70 + index }),
  )
  const mentor = await mentorOf(world, '周老师')
  const recorded = await inTransaction((tx) => recordOutcomes(tx, mentor.at(inWeek(2)), sheet))
  expect(recorded.map((one) => one.outcome?.score)).toEqual([70, 71, 72])
  const entries = await db.outcomeEntry.findMany({ where: { byId: mentor.person.id } })
  expect(entries).toHaveLength(3)
})

test('the next module opens by the work that was missing, in the week that it waits for', async () => {
  const world = await twoModules()
  const [early, late] = [await trainee(world, '早'), await trainee(world, '晚')]
  const module = world.modules[1]!.id
  for (const place of [
    [0, 0],
    [0, 1],
  ] as [number, number][]) {
    await inTransaction((tx) =>
      recordOutcome(tx, early.at(inWeek(4)), report(world, early.enrolment.id, place, {})),
    )
    await inTransaction((tx) =>
      recordOutcome(tx, late.at(inWeek(6)), report(world, late.enrolment.id, place, {})),
    )
  }
  const releases = () => db.release.findMany({ where: { moduleId: module } })
  expect(await releases()).toMatchObject([{ enrolmentId: late.enrolment.id, cause: 'work' }])

  await releaseDue(systemActor(inWeek(4, 7, '23:59')))
  expect(await releases()).toHaveLength(1)
  await releaseDue(systemActor(inWeek(5, 1, '00:00')))
  const all = await releases()
  expect(all.find((one) => one.enrolmentId === early.enrolment.id)).toMatchObject({ cause: 'time' })
  await releaseDue(systemActor(inWeek(5, 1, '00:01')))
  expect(await releases()).toHaveLength(2)
})

test('a release is never taken back', async () => {
  const world = await twoModules()
  const { enrolment } = await trainee(world, '孙红')
  await inTransaction((tx) => releaseMadeTrue(tx, systemActor(inWeek(1)), enrolment.id))
  await expect(db.release.deleteMany({ where: { enrolmentId: enrolment.id } })).rejects.toThrow()
})

test('who has withdrawn gets no release and opens no activity, and does again when reinstated', async () => {
  const world = await twoModules()
  const { enrolment, person, at } = await trainee(world, '周静')
  const withdrawal = await db.withdrawal.create({
    data: {
      id: newId(),
      enrolmentId: enrolment.id,
      reason: '调离',
      byId: person.id,
      occurredAt: inWeek(1),
      recordedAt: inWeek(1),
    },
  })
  const activity = world.modules[0]!.activities[0]!
  await releaseDue(systemActor(inWeek(2)))
  expect(await db.release.count({ where: { enrolmentId: enrolment.id } })).toBe(0)
  expect(await activityForTrainee(at(inWeek(2)), enrolment.id, activity.id)).toBeNull()
  const { id: withdrawalId } = withdrawal
  const dates = { occurredAt: inWeek(2), recordedAt: inWeek(2) }
  await db.reinstatement.create({
    data: { id: newId(), withdrawalId, reason: '回来了', byId: person.id, ...dates },
  })
  expect(await activityForTrainee(at(inWeek(2)), enrolment.id, activity.id)).not.toBeNull()
})

test('nobody opens an activity of somebody else’s study: not a stranger, not the mentor', async () => {
  const world = await twoModules()
  const { enrolment, at } = await trainee(world, '李丽')
  const other = await trainee(world, '别人')
  const mentor = await mentorOf(world, '周老师')
  const { id } = world.modules[0]!.activities[0]!
  expect(await activityForTrainee(at(inWeek(1)), enrolment.id, id)).toMatchObject({ activity: { id } })
  expect(await activityForTrainee(other.at(inWeek(1)), enrolment.id, id)).toBeNull()
  expect(await activityForTrainee(mentor.at(inWeek(1)), enrolment.id, id)).toBeNull()
  expect(await studyFor(mentor.at(inWeek(1)), enrolment.id)).toBeNull()
  expect(await activityForTrainee(systemActor(inWeek(1)), enrolment.id, id)).toBeNull()
  expect(await activityForTrainee(at(inWeek(1)), enrolment.id, newId())).toBeNull()
})

test('a locked activity says what opens it: the day of its module, or what comes before it', async () => {
  const world = await twoModules()
  const { enrolment, at } = await trainee(world, '陈晨')
  const [first, second] = world.modules[0]!.activities
  const [next] = world.modules[1]!.activities
  expect(await activityForTrainee(at(inWeek(0)), enrolment.id, first!.id)).toBeNull()
  expect(await activityWithOpening(at(inWeek(0)), enrolment.id, first!.id)).toMatchObject({
    opening: { open: false, reasons: [{ kind: 'opens', at: inWeek(1, 1, '00:00'), week: 1 }] },
  })
  expect(await activityWithOpening(at(inWeek(1)), enrolment.id, second!.id)).toMatchObject({
    opening: { open: false, reasons: [{ kind: 'hand-in', activity: first!.id }] },
  })
  const locked = await activityWithOpening(at(inWeek(1)), enrolment.id, next!.id)
  expect(locked?.opening).toMatchObject({
    open: false,
    reasons: [{ week: 5 }, { activity: first!.id }, { activity: second!.id }],
  })
})
