import { expect, test } from 'vitest'
import { db } from '~/db.server'
import { contactFor, contactOfSite } from '~/domain/access/contact.queries.server'
import { standingOf } from '~/domain/access/standing.queries.server'
import { traineeFrame } from '~/domain/access/trainee-frame.queries.server'
import { type Actor, systemActor } from '~/domain/actor'
import { newId } from '~/domain/ids.server'

const before = new Date('2026-01-05T01:00:00Z')
const at = new Date('2026-03-02T01:00:00Z')

function acting(person: { id: string; name: string }): Actor {
  return { person, at, through: 'page' }
}

async function person(name: string, telephone: string | null = null) {
  return db.person.create({ data: { id: newId(), name, telephone, recordedAt: before } })
}

async function county() {
  const organisation = await db.organisation.create({
    data: { id: newId(), code: newId(), name: '大名县教育局', kind: 'county', recordedAt: before },
  })
  const programme = await db.programme.create({
    data: { id: newId(), track: 'teacher', ownerId: organisation.id, recordedAt: before },
  })
  const cohort = await db.cohort.create({
    data: {
      id: newId(),
      programmeId: programme.id,
      runById: organisation.id,
      heldForId: organisation.id,
      title: '第一期',
      startsOn: before,
      endsOn: at,
      timeZone: 'Asia/Shanghai',
      groupSizeMin: 12,
      groupSizeMax: 18,
      contactName: '教研室',
      contactTelephone: '0310-6560000',
      contactHours: '工作日 9:00–17:00',
      openedAt: before,
    },
  })
  return { organisation, cohort }
}

async function asks(one: { id: string; name: string }) {
  return contactFor(acting(one), await standingOf(acting(one)))
}

async function enrolled(cohortId: string, personId: string, sentById: string) {
  return db.enrolment.create({
    data: { id: newId(), cohortId, personId, sentById, occurredAt: before, recordedAt: before },
  })
}

test('somebody comes as what they are today, not as what they were', async () => {
  const { organisation } = await county()
  const wang = await person('王秀兰', '19900000009')
  const grant = { personId: wang.id, organisationId: organisation.id, from: before }
  await db.roleGrant.create({ data: { id: newId(), role: 'manager', ...grant } })
  await db.roleGrant.create({ data: { id: newId(), role: 'bureau-officer', ...grant, until: at } })
  expect(await standingOf(acting(wang))).toEqual({ roles: ['manager'], enrolmentIds: [] })
  expect(await standingOf(acting(await person('访客')))).toEqual({ roles: [], enrolmentIds: [] })
})

test('a trainee asks the mentor of their group, and before there is one the cohort', async () => {
  const { organisation, cohort } = await county()
  const li = await person('李晓燕')
  const zhou = await person('周老师', '19900000001')
  const enrolment = await enrolled(cohort.id, li.id, organisation.id)
  expect(await traineeFrame(acting(li), enrolment.id)).toEqual({
    contact: { name: '教研室', phone: '0310-6560000', hours: '工作日 9:00–17:00' },
    works: false,
  })

  const group = await db.mentorGroup.create({
    data: { id: newId(), cohortId: cohort.id, name: '金滩组', position: 1, recordedAt: before },
  })
  await db.groupMembership.create({
    data: {
      id: newId(),
      groupId: group.id,
      enrolmentId: enrolment.id,
      from: before,
      readsAfter: 0,
      recordedAt: before,
    },
  })
  await db.mentorAssignment.create({
    data: { id: newId(), groupId: group.id, personId: zhou.id, from: before, recordedAt: before },
  })
  expect(await traineeFrame(acting(li), enrolment.id)).toEqual({
    contact: { name: '周老师', phone: '19900000001', hours: null },
    works: false,
  })
  expect(await standingOf(acting(zhou))).toEqual({ roles: ['mentor'], enrolmentIds: [] })
  expect(await asks(li)).toMatchObject({ name: '周老师' })
  expect(await asks(zhou)).toMatchObject({ name: '教研室', phone: '0310-6560000' })
  expect(await standingOf(acting(li))).toEqual({ roles: [], enrolmentIds: [enrolment.id] })
})

test('whom a trainee asks is told to nobody else', async () => {
  const { organisation, cohort } = await county()
  const enrolment = await enrolled(cohort.id, (await person('李晓燕')).id, organisation.id)
  expect(await traineeFrame(acting(await person('陌生人')), enrolment.id)).toBe(null)
})

test('a trainee who works here too is offered the way there, for as long as they do', async () => {
  const { organisation, cohort } = await county()
  const li = await person('李晓燕')
  const enrolment = await enrolled(cohort.id, li.id, organisation.id)
  const grant = { role: 'manager', personId: li.id, organisationId: organisation.id, from: before }
  const { id } = await db.roleGrant.create({ data: { id: newId(), ...grant } })
  expect(await traineeFrame(acting(li), enrolment.id)).toMatchObject({ works: true })
  await db.roleGrant.update({ where: { id }, data: { until: at } })
  expect(await traineeFrame(acting(li), enrolment.id)).toMatchObject({ works: false })
})

test('an enrolment that was withdrawn from stands behind one that goes on', async () => {
  const first = await county()
  const second = await county()
  const li = await person('李晓燕')
  const going = await enrolled(first.cohort.id, li.id, first.organisation.id)
  const left = await enrolled(second.cohort.id, li.id, second.organisation.id)
  const entry = { reason: '调离', byId: li.id, occurredAt: before, recordedAt: before }
  await db.withdrawal.create({ data: { id: newId(), enrolmentId: left.id, ...entry } })
  expect((await standingOf(acting(li))).enrolmentIds).toEqual([going.id, left.id])
})

test('those who work in an office ask the administrator', async () => {
  const admin = await person('管理员', '19900000000')
  await db.roleGrant.create({
    data: { id: newId(), role: 'administrator', personId: admin.id, from: before },
  })
  expect(await asks(admin)).toEqual({ name: '管理员', phone: '19900000000', hours: null })
})

test('a public page names the contact of the highest organisation that has one', async () => {
  const { organisation } = await county()
  await db.organisation.update({
    where: { id: organisation.id },
    data: {
      contactName: '县教育局培训科',
      contactTelephone: '0310-6560001',
      contactHours: '工作日 8:30–17:30',
    },
  })
  expect(await contactOfSite(systemActor(at))).toEqual({
    name: '县教育局培训科',
    phone: '0310-6560001',
    hours: '工作日 8:30–17:30',
  })
})
