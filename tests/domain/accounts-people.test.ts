import { expect, test } from 'vitest'
import { db, inTransaction } from '~/db.server'
import { createPeople, findPersonByKey, findPersonByNumberHash } from '~/domain/accounts/accounts.server'
import { readCode } from '~/domain/accounts/code'
import { giveNewCode, issueSlipCodes } from '~/domain/accounts/codes.server'
import { correctName, correctNumber, resolveDoubt, unmaskNumber } from '~/domain/accounts/details.server'
import { doubtDetails } from '~/domain/accounts/own-account.server'
import { hashKey, seal, unseal } from '~/domain/accounts/personal-keys.server'
import { addPerson, endAllSessions, makeFirstAdministrator } from '~/domain/accounts/roles.server'
import { systemActor } from '~/domain/actor'
import { newId } from '~/domain/ids.server'
import { accountIdOf, later, monday, newIdentityNumber, newTelephone, someone, world } from '../support/world'

const day = 86_400_000
const after = (days: number) => new Date(monday.getTime() + days * day)

test('an identity number is stored sealed, and opens only to the key that sealed it', () => {
  const number = newIdentityNumber()
  const sealed = seal(number)
  expect(Buffer.from(sealed).includes(number)).toBe(false)
  expect(unseal(sealed)).toBe(number)
  sealed[sealed.length - 1]! ^= 1
  expect(() => unseal(sealed)).toThrow()
  expect(hashKey('identity-number', number)).not.toContain(number)
  expect(hashKey('telephone', '19900001234')).not.toBe(hashKey('identity-number', '19900001234'))
})

test('of two people with one telephone the first signs in with it, the other by identity number', async () => {
  const { system } = await world()
  const telephone = newTelephone()
  const numbers = [newIdentityNumber(), newIdentityNumber()]
  const made = await inTransaction((tx) =>
    createPeople(tx, system, [
      { name: '李娜', telephone, identityNumber: numbers[0] },
      { name: '李强', telephone, identityNumber: numbers[1] },
    ]),
  )
  expect(made.map((one) => one.telephoneSignsIn)).toEqual([true, false])
  expect(await findPersonByKey(system, 'telephone', telephone)).toMatchObject({ name: '李娜' })
  expect(await findPersonByKey(system, 'identity-number', numbers[1]!)).toMatchObject({ name: '李强' })
  const [laterOne] = await inTransaction((tx) => createPeople(tx, system, [{ name: '王芳', telephone }]))
  expect(laterOne!.telephoneSignsIn).toBe(false)
  const kept = await db.person.findUniqueOrThrow({ where: { id: laterOne!.personId } })
  expect(kept.telephone).toBe(telephone)
})

test('nobody gets an identity number that is in force for somebody else', async () => {
  const { system } = await world()
  const identityNumber = newIdentityNumber()
  await someone(system, '张丽', { identityNumber })
  await expect(
    inTransaction((tx) => createPeople(tx, system, [{ name: '张莉', identityNumber }])),
  ).rejects.toThrow()
  const found = await findPersonByNumberHash(db, system, hashKey('identity-number', identityNumber))
  expect(found).toMatchObject({ name: '张丽' })
})

test('three hundred people are made in a few statements, in their order', async () => {
  const { system } = await world()
  const people = Array.from({ length: 300 }, (_, place) => ({
    name: `学员${place}`,
    telephone: newTelephone(),
  }))
  const made = await inTransaction((tx) => createPeople(tx, system, people))
  const rows = await db.person.findMany({ where: { id: { in: made.map((one) => one.personId) } } })
  const names = new Map(rows.map((row) => [row.id, row.name]))
  expect(made.map((one) => names.get(one.personId))).toEqual(people.map((one) => one.name))
})

test('a slip printed again shows the same code until it has expired', async () => {
  const { manager, system } = await world()
  const liNa = await someone(system, '李娜', { telephone: newTelephone() })
  const accountId = await accountIdOf(liNa)
  const print = (at: Date) =>
    inTransaction((tx) => issueSlipCodes(tx, later(manager, at), [accountId])).then(
      (codes) => codes.get(accountId)!.code,
    )
  const first = await print(monday)
  expect(readCode(first)).toBe(first)
  expect(await print(after(29))).toBe(first)
  expect(await print(after(30))).not.toBe(first)
  const rows = await db.accessCode.findMany({ where: { accountId } })
  expect(JSON.stringify(rows)).not.toContain(first)
})

test('somebody who has signed in gets no code on a slip', async () => {
  const { manager, system } = await world()
  const liNa = await someone(system, '李娜', { telephone: newTelephone() })
  const accountId = await accountIdOf(liNa)
  await db.account.update({ where: { id: accountId }, data: { firstSignedInAt: monday } })
  expect(await inTransaction((tx) => issueSlipCodes(tx, manager, [accountId]))).toEqual(new Map())
})

test('a corrected number finds and signs in its person, the lapsed one nobody', async () => {
  const { administrator, system, manager } = await world()
  const [wrong, right] = [newIdentityNumber(), newIdentityNumber()]
  const liNa = await someone(system, '李娜', { identityNumber: wrong })
  const { id } = liNa.person
  const next = later(administrator, after(1))
  expect(await correctNumber(later(manager, after(1)), id, right)).toEqual({ refused: 'administrator-only' })
  expect(await correctNumber(next, id, '123')).toEqual({ refused: 'wrong-number' })
  expect(await correctNumber(next, id, wrong)).toEqual({ refused: 'same' })
  expect(await correctNumber(next, id, right)).toMatchObject({ masked: expect.stringContaining('*') })
  expect(await findPersonByKey(next, 'identity-number', wrong)).toBeNull()
  expect(await findPersonByKey(next, 'identity-number', right)).toMatchObject({ personId: id })
  expect(await findPersonByNumberHash(db, next, hashKey('identity-number', wrong))).toBeNull()
  const other = await someone(next, '王芳', { identityNumber: wrong })
  expect(await correctNumber(next, other.person.id, right)).toEqual({ refused: 'taken' })
})

test('a corrected name is dated and audited, and nobody corrects their own', async () => {
  const { administrator, system } = await world()
  const liNa = await someone(system, '李那', { telephone: newTelephone() })
  const next = later(administrator, after(1))
  expect(await correctName(next, liNa.person.id, ' 李 娜 ')).toEqual({ name: '李娜' })
  const names = await db.personName.findMany({
    where: { personId: liNa.person.id },
    orderBy: { from: 'asc' },
  })
  expect(names.map((one) => [one.name, one.until])).toEqual([
    ['李那', after(1)],
    ['李娜', null],
  ])
  expect(await correctName(next, administrator.person.id, '何静静')).toEqual({
    refused: 'administrator-only',
  })
  expect(await correctName(next, liNa.person.id, '123')).toEqual({ refused: 'wrong-name' })
})

test('a whole number is shown to an administrator with a reason, and the trail says so', async () => {
  const { administrator, manager, officer, stranger, system } = await world()
  const number = newIdentityNumber()
  const liNa = await someone(system, '李娜', { identityNumber: number })
  const { id } = liNa.person
  for (const other of [manager, officer, stranger, liNa]) {
    expect(await unmaskNumber(other, id, '核对')).toEqual({ refused: 'absent' })
  }
  expect(await unmaskNumber(administrator, id, ' ')).toEqual({ refused: 'no-reason' })
  expect(await unmaskNumber(administrator, id, '核对证书')).toEqual({ number })
  expect(
    await db.auditEntry.count({ where: { action: 'number.unmasked', subjectId: id, reason: '核对证书' } }),
  ).toBe(1)
})

test('an administrator takes a colleague in by telephone or e-mail and hands over a code', async () => {
  const { administrator, manager } = await world()
  const telephone = newTelephone()
  expect(await addPerson(manager, { name: '郑洁', telephone })).toEqual({ refused: 'not-administrator' })
  expect(await addPerson(administrator, { name: '郑洁' })).toEqual({ refused: 'no-way-to-sign-in' })
  const made = await addPerson(administrator, { name: '郑洁', telephone })
  expect(made).toMatchObject({ code: expect.any(String), telephoneSignsIn: true })
  expect(await addPerson(administrator, { name: '郑洁', telephone })).toMatchObject({ refused: 'known' })
})

test('the first administrator is made once', async () => {
  await db.roleGrant.deleteMany({ where: { role: 'administrator' } })
  const command = systemActor(monday, 'command')
  const made = await makeFirstAdministrator(command, { name: '何静', email: 'He@Example.cn' })
  expect(made).toMatchObject({ code: expect.any(String) })
  expect(await findPersonByKey(command, 'email', 'he@example.cn')).toMatchObject({ name: '何静' })
  expect(await makeFirstAdministrator(command, { name: '吴名', email: 'wu@example.cn' })).toEqual({
    refused: 'already',
  })
})

test('a new code ends the older one', async () => {
  const { administrator, system } = await world()
  const liNa = await someone(system, '李娜', { telephone: newTelephone() })
  const accountId = await accountIdOf(liNa)
  const first = await giveNewCode(administrator, accountId)
  const second = await giveNewCode(later(administrator, after(1)), accountId)
  expect(first).not.toEqual(second)
  expect(await db.accessCode.count({ where: { accountId, endedAt: null } })).toBe(1)
  expect(await giveNewCode(administrator, administrator.person.id)).toEqual({
    refused: 'administrator-only',
  })
  expect(await giveNewCode(administrator, await accountIdOf(administrator))).toEqual({
    refused: 'yourself',
  })
})

test('a doubt about somebody’s details is answered once, by an administrator, and never by themselves', async () => {
  const { administrator, otherManager, stranger } = await world()
  await doubtDetails(stranger, '名字写错了')
  const doubt = await db.detailsDoubt.findFirstOrThrow({ where: { personId: stranger.person.id } })
  for (const who of [stranger, otherManager]) {
    expect(await resolveDoubt(who, doubt.id)).toEqual({ refused: 'absent' })
  }
  expect(await resolveDoubt(administrator, doubt.id)).toEqual({ resolved: true })
  expect(await resolveDoubt(administrator, doubt.id)).toEqual({ refused: 'absent' })
})

test('all sessions of somebody whose device was lost are ended by an administrator only', async () => {
  const { administrator, manager, stranger } = await world()
  expect(await endAllSessions(manager, stranger.person.id)).toEqual({ refused: 'not-administrator' })
  expect(await endAllSessions(administrator, newId())).toEqual({ refused: 'absent' })
  expect(await endAllSessions(administrator, stranger.person.id)).toEqual({ ended: true })
})
