import { expect, test } from 'vitest'
import { db } from '~/db.server'
import { personToHelp } from '~/domain/access/person.access.server'
import { giveNewCode } from '~/domain/accounts/codes.server'
import { cohortToManage } from '~/domain/cohorts/cohort.access.server'
import type { GroupDraft } from '~/domain/cohorts/group-draft'
import { chooseMentor, moveInPlan, proposeGroupsFor } from '~/domain/cohorts/group-plans.server'
import { groupToManage } from '~/domain/cohorts/groups.access.server'
import { confirmGroups } from '~/domain/cohorts/groups.server'
import { addMentorByName } from '~/domain/cohorts/mentors.server'
import { newId } from '~/domain/ids.server'
import { newTelephone } from '../support/world'
import { damingCohort, damingGroups, groupsOf, membersOf } from './groups-world'

test('Daming’s 322 people are proposed in groups of 12 to 18, with a reason for each exception', async () => {
  const { manager, cohort } = await damingCohort()
  const proposed = await proposeGroupsFor(manager, cohort)
  if ('refused' in proposed) throw new Error(proposed.refused)
  const sizes = proposed.draft.groups.map((group) => group.enrolmentIds.length)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(322)
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(18)
  const without = proposed.draft.exceptions.flatMap(({ from, to }) => [from, to]).filter((side) => !side.fits)
  expect([...new Set(without.map((side) => side.name))].sort()).toEqual(
    ['孙甘店镇', '红庙镇', '金滩镇', '龙王庙镇'].sort(),
  )
  expect(proposed.draft.exceptions.every(({ group }) => group.endsWith('组'))).toBe(true)
})

test('a cohort without people, and one with too few for a group, get no proposal and learn why', async () => {
  const empty = await damingCohort([])
  expect(await proposeGroupsFor(empty.manager, empty.cohort)).toEqual({ refused: 'no-people' })
  const few = await damingCohort([['大名镇', 20]])
  expect(await proposeGroupsFor(few.manager, few.cohort)).toMatchObject({
    refused: 'cannot-be-cut',
    people: 20,
    fewer: 18,
    more: 24,
  })
})

test('confirmed groups have their members, and each its stream and discussions, numbered without gaps', async () => {
  const { cohort, groups, activities } = await damingGroups()
  expect(groups).toHaveLength(await db.mentorGroup.count({ where: { cohortId: cohort.id } }))
  const memberships = await db.groupMembership.findMany({ where: { group: { cohortId: cohort.id } } })
  expect(memberships).toHaveLength(322)
  expect(memberships.every(({ readsAfter, until }) => readsAfter === 0 && until === null)).toBe(true)
  const topics = await db.topic.findMany({ where: { groupId: groups[0]!.id } })
  expect(topics.map(({ kind }) => kind).sort()).toEqual([
    ...activities.discussions.map(() => 'activity'),
    'stream',
  ])
  expect(topics.find(({ kind }) => kind === 'activity')!.prompt.length).toBeGreaterThan(10)
  const events = await db.groupEvent.findMany({
    where: { groupId: groups[0]!.id },
    orderBy: { number: 'asc' },
  })
  expect(events.map(({ number }) => number)).toEqual(topics.map((_, place) => place + 1))
  expect(groups.every(({ lastNumber }) => lastNumber === topics.length)).toBe(true)
})

test('two who confirm at once make the groups once, and both learn how many there are', async () => {
  const { manager, cohort } = await damingCohort([['大名镇', 30]])
  await proposeGroupsFor(manager, cohort)
  const both = await Promise.all([confirmGroups(manager, cohort), confirmGroups(manager, cohort)])
  expect(both.map((one) => 'groups' in one && one.groups)).toEqual([2, 2])
  expect(both.map((one) => 'already' in one && one.already).sort()).toEqual([false, true])
  expect(await db.mentorGroup.count({ where: { cohortId: cohort.id } })).toBe(2)
  expect(await proposeGroupsFor(manager, cohort)).toEqual({ refused: 'confirmed' })
})

test('groups without a mentor are confirmed when the manager was told how many there are', async () => {
  const { manager, cohort } = await damingCohort([['大名镇', 30]])
  await proposeGroupsFor(manager, cohort)
  const place = { key: 'g1' }
  await addMentorByName(manager, cohort, { name: '魏长青', telephone: newTelephone(), place })
  for (const unmentored of [0, 2]) {
    expect(await confirmGroups(manager, cohort, { unmentored })).toEqual({ refused: 'unmentored', groups: 1 })
  }
  expect(await db.mentorGroup.count({ where: { cohortId: cohort.id } })).toBe(0)
  expect(await confirmGroups(manager, cohort, { unmentored: 1 })).toMatchObject({ groups: 2 })
  const where = { action: 'groups.confirmed', cohortId: cohort.id }
  expect(await db.auditEntry.findFirst({ where })).toMatchObject({ details: { unmentored: 1 } })
})

test('a manager moves people within the proposal, and cannot confirm groups that are then too large', async () => {
  const { manager, cohort } = await damingCohort([['大名镇', 36]])
  const { draft } = (await proposeGroupsFor(manager, cohort)) as { draft: GroupDraft }
  const [one, other] = draft.groups
  expect(draft.groups.map((group) => group.enrolmentIds.length)).toEqual([18, 18])
  expect(await moveInPlan(manager, cohort, one!.enrolmentIds[0]!, other!.key)).toMatchObject({
    fromName: one!.name,
    toName: other!.name,
  })
  expect(await confirmGroups(manager, cohort)).toEqual({
    refused: 'sizes',
    faults: [{ name: other!.name, people: 19 }],
    min: 12,
    max: 18,
  })
  await moveInPlan(manager, cohort, other!.enrolmentIds[0]!, one!.key)
  expect(await confirmGroups(manager, cohort)).toMatchObject({ groups: 2 })
  const members = await membersOf((await groupsOf({ manager, cohort }))[1]!)
  expect(members.map(({ id }) => id)).toContain(one!.enrolmentIds[0]!)
})

test('nobody is moved to a group that is not there, or before there is a proposal', async () => {
  const { manager, cohort } = await damingCohort([['大名镇', 16]])
  expect(await moveInPlan(manager, cohort, newId(), 'g1')).toEqual({ refused: 'no-plan' })
  expect(await confirmGroups(manager, cohort)).toEqual({ refused: 'no-plan' })
  const { draft } = (await proposeGroupsFor(manager, cohort)) as { draft: GroupDraft }
  expect(await moveInPlan(manager, cohort, draft.groups[0]!.enrolmentIds[0]!, 'g9')).toEqual({
    refused: 'absent',
  })
  expect(await moveInPlan(manager, cohort, newId(), 'g1')).toEqual({ refused: 'absent' })
})

test('a proposal from which somebody has withdrawn since is not confirmed', async () => {
  const { manager, cohort } = await damingCohort([['大名镇', 16]])
  const { draft } = (await proposeGroupsFor(manager, cohort)) as { draft: GroupDraft }
  await db.withdrawal.create({
    data: {
      id: newId(),
      enrolmentId: draft.groups[0]!.enrolmentIds[0]!,
      reason: '调离',
      byId: manager.person.id,
      occurredAt: manager.at,
      recordedAt: manager.at,
    },
  })
  expect(await confirmGroups(manager, cohort)).toEqual({ refused: 'drifted', missing: 0, gone: 1 })
})

test('mentors of the roster are named for groups that they do not learn in', async () => {
  const { manager, cohort } = await damingCohort([['大名镇', 26]])
  const { draft } = (await proposeGroupsFor(manager, cohort)) as { draft: GroupDraft }
  const [one, other] = draft.groups
  const head = await db.enrolment.findUniqueOrThrow({ where: { id: one!.enrolmentIds[0]! } })
  const { personId } = head
  expect(await chooseMentor(manager, cohort, { key: one!.key, personId })).toEqual({
    refused: 'learns-there',
  })
  expect(await chooseMentor(manager, cohort, { key: other!.key, personId })).not.toHaveProperty('refused')
  expect(await moveInPlan(manager, cohort, head.id, other!.key)).toEqual({ refused: 'mentors-there' })
  expect(await chooseMentor(manager, cohort, { key: one!.key, personId: newId() })).toEqual({
    refused: 'absent',
  })
  await confirmGroups(manager, cohort)
  const groups = await groupsOf({ manager, cohort })
  const mentors = await db.mentorAssignment.findMany({ where: { group: { cohortId: cohort.id } } })
  expect(mentors).toMatchObject([{ groupId: groups[1]!.id, personId }])
})

test('a mentor who is on no roster is added by name and telephone', async () => {
  const { manager, cohort } = await damingCohort([['大名镇', 16]])
  await proposeGroupsFor(manager, cohort)
  const telephone = newTelephone()
  const place = { key: 'g1' }
  const added = await addMentorByName(manager, cohort, { name: ' 魏 长青 ', telephone, place })
  if ('refused' in added) throw new Error(added.refused)
  expect(await db.person.findUnique({ where: { id: added.personId } })).toMatchObject({
    name: '魏长青',
    telephone,
  })
  const again = await addMentorByName(manager, cohort, { name: '魏长青', telephone, place })
  expect(again).toEqual(added)
  expect(await addMentorByName(manager, cohort, { name: '李四', telephone, place })).toEqual({
    refused: 'telephone-taken',
  })
  expect(await addMentorByName(manager, cohort, { name: '', telephone, place })).toEqual({ refused: 'name' })
  expect(await addMentorByName(manager, cohort, { name: '李四', telephone: '123', place })).toEqual({
    refused: 'telephone',
  })
  expect(
    await addMentorByName(manager, cohort, { name: '李四', telephone: newTelephone(), place: { key: 'g7' } }),
  ).toEqual({ refused: 'absent' })
})

test('a mentor who was added by name signs in by a code that the manager gives, and nobody else can', async () => {
  const { manager, cohort, otherManager, officer, stranger } = await damingCohort([['大名镇', 16]])
  await proposeGroupsFor(manager, cohort)
  const mentor = { name: '魏长青', telephone: newTelephone(), place: { key: 'g1' } }
  const added = await addMentorByName(manager, cohort, mentor)
  if ('refused' in added) throw new Error(added.refused)
  await confirmGroups(manager, cohort)
  const helped = await personToHelp(manager, added.personId)
  expect(helped).toMatchObject({ name: '魏长青', whole: true })
  expect(await giveNewCode(manager, helped!.accountId)).toMatchObject({ code: expect.any(String) })
  for (const other of [otherManager, officer, stranger]) {
    expect(await personToHelp(other, added.personId)).toBeNull()
  }
})

test('neither a bureau officer, another county’s manager, a mentor, a trainee nor a stranger finds the groups to manage', async () => {
  const daming = await damingGroups([['大名镇', 16]])
  const { cohort, groups, officer, otherManager, otherOfficer, stranger, administrator, manager } = daming
  const [trainee] = await membersOf(groups[0]!)
  const themselves = { ...stranger, person: trainee!.person }
  for (const actor of [officer, otherManager, otherOfficer, stranger, administrator, themselves]) {
    expect(await cohortToManage(actor, cohort.id)).toBeNull()
    expect(await groupToManage(actor, groups[0]!.id)).toBeNull()
  }
  expect(await groupToManage(manager, groups[0]!.id)).not.toBeNull()
})
