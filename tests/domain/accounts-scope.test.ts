import { expect, test } from 'vitest'
import { db } from '~/db.server'
import { openForAdministrator } from '~/domain/access/administrator-access.server'
import { personToHelp } from '~/domain/access/person.access.server'
import { visibleCohorts } from '~/domain/access/scope.server'
import { giveNewCode } from '~/domain/accounts/codes.server'
import { unmaskNumber } from '~/domain/accounts/details.server'
import { hashPassword } from '~/domain/accounts/passwords.server'
import { grantRole } from '~/domain/accounts/roles.server'
import { sessionsOf, startSession } from '~/domain/accounts/sessions.server'
import { newId } from '~/domain/ids.server'
import { accountIdOf, type Someone, someone } from '../support/world'
import { asThemselves, at, damingGroups, membersOf, moved } from './groups-world'

const day = '2026-09-10'

/** Two groups of one cohort: a mentor from outside for the first, and a trainee in each. */
async function twoGroups() {
  const daming = await damingGroups([
    ['杨桥镇', 14],
    ['万堤镇', 14],
  ])
  const [east, west] = daming.groups
  const mentor = await someone(daming.system, '王导学')
  await mentors(daming.system.at, mentor, east!.id)
  const inGroup = async (group: { id: string }) => asThemselves((await membersOf(group))[2]!, at(day))
  const there = { mentor: moved(mentor, day), liNa: await inGroup(east!), zhao: await inGroup(west!) }
  return { ...daming, ...there, east: east!, west: west! }
}

async function mentors(from: Date, person: Someone, groupId: string, until: Date | null = null) {
  await db.mentorAssignment.create({
    data: { id: newId(), groupId, personId: person.person.id, from, until, recordedAt: from },
  })
}

const refused = { refused: 'administrator-only' }
const code = expect.objectContaining({ code: expect.any(String) })

test('a mentor gives a new code to a trainee of their group, and to nobody else', async () => {
  const { mentor, liNa, zhao, stranger } = await twoGroups()
  expect(await giveNewCode(mentor, await accountIdOf(liNa))).toEqual(code)
  expect(await giveNewCode(mentor, await accountIdOf(zhao))).toEqual(refused)
  expect(await giveNewCode(mentor, await accountIdOf(stranger))).toEqual(refused)
  expect(await giveNewCode(mentor, stranger.person.id)).toEqual(refused)
  expect(await personToHelp(mentor, liNa.person.id)).toMatchObject({ whole: true })
  expect(await personToHelp(mentor, zhao.person.id)).toBeNull()
})

test('a mentor whose assignment has ended gives no codes any more', async () => {
  const { mentor, liNa, east } = await twoGroups()
  await db.mentorAssignment.updateMany({
    where: { groupId: east.id, personId: mentor.person.id },
    data: { until: at(day, '07:00') },
  })
  expect(await giveNewCode(mentor, await accountIdOf(liNa))).toEqual(refused)
})

test('a trainee who mentors elsewhere is beyond their mentor, and within the manager of both', async () => {
  const { mentor, liNa, west, manager, system } = await twoGroups()
  await mentors(system.at, liNa, west.id, at(day, '06:00'))
  const accountId = await accountIdOf(liNa)
  expect(await giveNewCode(mentor, accountId)).toEqual(refused)
  expect(await giveNewCode(moved(manager, day), accountId)).toEqual(code)
})

test('a manager gives codes to those of their cohorts, until one of them has a role elsewhere', async () => {
  const { manager, otherManager, officer, liNa, mentor, administrator, organisations } = await twoGroups()
  const accountId = await accountIdOf(liNa)
  const now = moved(manager, day)
  expect(await giveNewCode(now, accountId)).toEqual(code)
  expect(await giveNewCode(now, await accountIdOf(mentor))).toEqual(code)
  for (const other of [otherManager, officer, liNa]) {
    expect(await giveNewCode(moved(other, day), await accountIdOf(mentor))).toEqual(refused)
  }
  await grantRole(moved(administrator, day), {
    personId: liNa.person.id,
    role: 'bureau-officer',
    organisationId: organisations.otherCounty.id,
  })
  expect(await giveNewCode(now, accountId)).toEqual(refused)
  expect(await giveNewCode(moved(administrator, day), accountId)).toEqual(code)
  expect(await personToHelp(now, liNa.person.id)).toMatchObject({ whole: false })
})

test('nobody but an administrator gives a code to an administrator', async () => {
  const { manager, liNa, administrator } = await twoGroups()
  const made = { personId: liNa.person.id, role: 'administrator', organisationId: null } as const
  await grantRole(moved(administrator, day), made)
  expect(await giveNewCode(moved(manager, day), await accountIdOf(liNa))).toEqual(refused)
})

test('a new code ends the sessions of its account and is in the audit trail', async () => {
  const { mentor, liNa } = await twoGroups()
  const accountId = await accountIdOf(liNa)
  await db.account.update({
    where: { id: accountId },
    data: { passwordHash: await hashPassword('春风化雨 2026'), firstSignedInAt: liNa.at },
  })
  await startSession(liNa, accountId, 'WeChat · Android')
  expect(await sessionsOf(liNa)).toHaveLength(1)
  expect(await giveNewCode(mentor, accountId)).toEqual(code)
  expect(await sessionsOf(liNa)).toEqual([])
  const entry = await db.auditEntry.findFirstOrThrow({
    where: { action: 'code.given', subjectId: liNa.person.id },
  })
  expect(entry).toMatchObject({ personId: mentor.person.id, details: { kind: 'reset' } })
})

test('an administrator opens a cohort with a reason, for an hour, and others cannot', async () => {
  const { administrator, manager, otherManager, cohort } = await twoGroups()
  const now = moved(administrator, day)
  const seen = (actor: Someone) => db.cohort.count({ where: { id: cohort.id, ...visibleCohorts(actor) } })
  expect(await seen(now)).toBe(0)
  expect(await openForAdministrator(now, cohort.id, ' ')).toEqual({ refused: 'no-reason' })
  expect(await openForAdministrator(moved(otherManager, day), cohort.id, '核对')).toEqual({
    refused: 'absent',
  })
  expect(await openForAdministrator(now, cohort.id, '核对投诉')).toHaveProperty('until')
  expect(await seen(now)).toBe(1)
  expect(await seen(moved(administrator, day, '09:00'))).toBe(0)
  expect(await seen(moved(manager, day))).toBe(1)
  expect(await seen(moved(otherManager, day))).toBe(0)
})

test('a mentor sees no whole number, though they may give a code', async () => {
  const { mentor, liNa } = await twoGroups()
  expect(await unmaskNumber(mentor, liNa.person.id, '核对')).toEqual({ refused: 'absent' })
})
