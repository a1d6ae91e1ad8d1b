import { addDays } from 'date-fns'
import { expect, test } from 'vitest'
import { db } from '~/db.server'
import { moveMember } from '~/domain/cohorts/group-moves.server'
import { addMentorByName, assignMentor, endMentor } from '~/domain/cohorts/mentors.server'
import { enrolmentToManage } from '~/domain/enrolment/enrolment.access.server'
import { reinstate, withdraw } from '~/domain/enrolment/withdrawal.server'
import { newId } from '~/domain/ids.server'
import { heard } from '../support/database-setup'
import { later, newTelephone } from '../support/world'
import { damingGroups, membersOf } from './groups-world'

async function twoGroups() {
  const daming = await damingGroups([['大名镇', 30]])
  const [east, west] = daming.groups
  const members = await membersOf(east!)
  const tomorrow = later(daming.manager, addDays(daming.manager.at, 1))
  return { ...daming, east: east!, west: west!, members, tomorrow }
}

async function eventsOf(group: { id: string }) {
  const events = await db.groupEvent.findMany({ where: { groupId: group.id }, orderBy: { number: 'asc' } })
  return events.map(({ number, kind, personId }) => ({ number, kind, personId }))
}

test('who is moved leaves one log and joins the other, and reads the new one from its beginning', async () => {
  const { tomorrow, east, west, members } = await twoGroups()
  const [liNa] = members
  const moved = await moveMember(tomorrow, liNa!, west, { reads: 'beginning' })
  expect(moved).toEqual({ groupId: west.id, already: false })
  const personId = liNa!.personId
  const number = east.lastNumber + 1
  expect((await eventsOf(east)).at(-1)).toEqual({ number, kind: 'left', personId })
  expect((await eventsOf(west)).at(-1)).toEqual({ number: west.lastNumber + 1, kind: 'joined', personId })
  const memberships = await db.groupMembership.findMany({
    where: { enrolmentId: liNa!.id },
    orderBy: { from: 'asc' },
  })
  expect(memberships).toMatchObject([
    { groupId: east.id, until: tomorrow.at, readsUpTo: east.lastNumber },
    { groupId: west.id, from: tomorrow.at, until: null, readsAfter: 0 },
  ])
})

test('who is to read from their joining sees nothing of what was said before', async () => {
  const { tomorrow, west, members } = await twoGroups()
  await moveMember(tomorrow, members[0]!, west, { reads: 'joining' })
  const membership = await db.groupMembership.findFirst({
    where: { enrolmentId: members[0]!.id, until: null },
  })
  expect(membership).toMatchObject({ readsAfter: west.lastNumber })
})

test('two submits of one move leave one membership and one line in each log', async () => {
  const { tomorrow, east, west, members } = await twoGroups()
  const both = await Promise.all([
    moveMember(tomorrow, members[0]!, west, { reads: 'beginning' }),
    moveMember(tomorrow, members[0]!, west, { reads: 'beginning' }),
  ])
  expect(both.map((one) => 'already' in one && one.already).sort()).toEqual([false, true])
  expect(await db.groupMembership.count({ where: { enrolmentId: members[0]!.id } })).toBe(2)
  expect((await eventsOf(east)).filter(({ kind }) => kind === 'left')).toHaveLength(1)
})

test('two people who change places at the same moment both arrive', async () => {
  const { tomorrow, east, west, members } = await twoGroups()
  const [other] = await membersOf(west)
  await Promise.all([
    moveMember(tomorrow, members[0]!, west, { reads: 'joining' }),
    moveMember(tomorrow, other!, east, { reads: 'joining' }),
  ])
  expect((await membersOf(west)).map(({ id }) => id)).toContain(members[0]!.id)
  expect((await membersOf(east)).map(({ id }) => id)).toContain(other!.id)
  const numbers = (await eventsOf(east)).map(({ number }) => number)
  expect(numbers).toEqual(numbers.map((_, place) => place + 1))
})

test('a move is not dated before what was posted since, nor into the future', async () => {
  const { tomorrow, manager, east, west, members } = await twoGroups()
  const topic = await db.topic.findFirstOrThrow({ where: { groupId: east.id, kind: 'stream' } })
  await db.post.create({
    data: {
      id: newId(),
      groupId: east.id,
      topicId: topic.id,
      number: 1,
      eventNumber: 99,
      authorId: members[0]!.personId,
      enrolmentId: members[0]!.id,
      clientId: newId(),
      text: '早上好',
      substantialCharacters: 3,
      occurredAt: tomorrow.at,
      recordedAt: tomorrow.at,
    },
  })
  const nextWeek = later(manager, addDays(manager.at, 7))
  const from = addDays(manager.at, 1)
  expect(await moveMember(nextWeek, members[0]!, west, { reads: 'joining', from })).toEqual({
    refused: 'later-facts',
  })
  expect(await moveMember(nextWeek, members[1]!, west, { reads: 'joining', from })).toMatchObject({
    already: false,
  })
  expect(await moveMember(nextWeek, members[1]!, east, { reads: 'joining', from })).toEqual({
    refused: 'later-facts',
  })
  const future = addDays(nextWeek.at, 1)
  expect(await moveMember(nextWeek, members[2]!, west, { reads: 'joining', from: future })).toEqual({
    refused: 'future',
  })
})

test('who has withdrawn, who mentors the group, and who is in another cohort is not moved', async () => {
  const { tomorrow, manager, west, members } = await twoGroups()
  const elsewhere = await damingGroups([['杨桥镇', 14]])
  const [stranger] = await membersOf(elsewhere.groups[0]!)
  expect(await moveMember(tomorrow, stranger!, west, { reads: 'joining' })).toEqual({ refused: 'absent' })
  await assignMentor(manager, west, members[0]!.personId)
  expect(await moveMember(tomorrow, members[0]!, west, { reads: 'joining' })).toEqual({
    refused: 'mentors-there',
  })
  const enrolment = (await enrolmentToManage(tomorrow, members[1]!.id))!
  await withdraw(tomorrow, enrolment, { reason: '调离' })
  expect(await moveMember(tomorrow, members[1]!, west, { reads: 'joining' })).toEqual({
    refused: 'withdrawn',
  })
})

function toldAbout(groupId: string, since: number) {
  return heard.announcements.slice(since).flatMap(({ type, to, data }) => {
    const { groupId: of, kind } = data as { groupId: string; kind?: string }
    return of === groupId ? [{ type, kind, to }] : []
  })
}

test('who is moved is told to both groups as it happens, and their own page that it is theirs no more', async () => {
  const { tomorrow, east, west, members } = await twoGroups()
  const personId = members[0]!.personId
  const before = heard.announcements.length
  await moveMember(tomorrow, members[0]!, west, { reads: 'joining' })
  const left = toldAbout(east.id, before)
  expect(left.map(({ type, kind }) => kind ?? type)).toEqual(['left', 'gone', 'presence'])
  expect(left.filter(({ to }) => to.includes(personId)).map(({ type }) => type)).toEqual(['gone'])
  expect(left[0]!.to).toHaveLength(members.length - 1)
  const [joined] = toldAbout(west.id, before)
  expect(joined).toMatchObject({ type: 'line', kind: 'joined' })
  expect(joined!.to).toContain(personId)
})

test('a mentor who guides a group no more is told so, and hears nothing of it', async () => {
  const { manager, tomorrow, west, members } = await twoGroups()
  const { personId } = members[0]!
  await assignMentor(manager, west, personId)
  const before = heard.announcements.length
  await endMentor(tomorrow, west, personId)
  expect(toldAbout(west.id, before).map(({ type, to }) => [type, to.includes(personId)])).toEqual([
    ['gone', true],
    ['presence', false],
  ])
})

test('who withdraws is in no group, and in theirs again when they come back; not where they guide it by then', async () => {
  const { tomorrow, manager, east, west, members } = await twoGroups()
  const [liNa, wangFang] = members
  for (const one of [liNa!, wangFang!]) {
    const enrolment = (await enrolmentToManage(tomorrow, one.id))!
    expect(await withdraw(tomorrow, enrolment, { reason: '调离' })).toHaveProperty('withdrawalId')
  }
  expect((await membersOf(east)).map(({ id }) => id)).not.toContain(liNa!.id)
  expect(await assignMentor(tomorrow, east, wangFang!.personId)).toMatchObject({ already: false })
  const back = later(manager, addDays(manager.at, 2))
  for (const one of [liNa!, wangFang!]) {
    const enrolment = (await enrolmentToManage(back, one.id))!
    expect(await reinstate(back, enrolment, { reason: '调回' })).toHaveProperty('reinstatementId')
  }
  const now = (await membersOf(east)).map(({ id }) => id)
  expect(now).toContain(liNa!.id)
  expect(now).not.toContain(wangFang!.id)
  expect(await db.groupMembership.count({ where: { enrolmentId: wangFang!.id, until: null } })).toBe(0)
  expect(await moveMember(back, wangFang!, west, { reads: 'joining' })).toMatchObject({ already: false })
})

test('a head of the roster mentors another group, not their own, and can be let go', async () => {
  const { manager, tomorrow, east, west, members, stranger } = await twoGroups()
  const { personId } = members[0]!
  expect(await assignMentor(manager, east, personId)).toEqual({ refused: 'learns-there' })
  expect(await assignMentor(manager, west, stranger.person.id)).toEqual({ refused: 'absent' })
  const both = await Promise.all([
    assignMentor(manager, west, personId),
    assignMentor(manager, west, personId),
  ])
  expect(both.map((one) => 'already' in one && one.already).sort()).toEqual([false, true])
  expect(await endMentor(tomorrow, west, personId)).toEqual({ personId })
  expect(await endMentor(tomorrow, west, personId)).toEqual({ refused: 'absent' })
  const [assignment] = await db.mentorAssignment.findMany({ where: { groupId: west.id } })
  expect(assignment).toMatchObject({ from: manager.at, until: tomorrow.at })
})

test('somebody added by name mentors a confirmed group, and stays known for others of the cohort', async () => {
  const { manager, cohort, east, west } = await twoGroups()
  const telephone = newTelephone()
  const added = await addMentorByName(manager, cohort, { name: '魏长青', telephone, place: { group: east } })
  if ('refused' in added) throw new Error(added.refused)
  expect(await assignMentor(manager, west, added.personId)).toMatchObject({ already: false })
  expect(await db.auditEntry.count({ where: { subjectId: added.personId } })).toBe(3)
})
