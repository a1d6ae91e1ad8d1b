// In a file of its own, because the flood that it makes takes its time to run off.
import { expect, test } from 'vitest'
import { db, inTransaction } from '~/db.server'
import { issueSlipCodes } from '~/domain/accounts/codes.server'
import { changePassword, spendCode } from '~/domain/accounts/own-account.server'
import { hashPassword } from '~/domain/accounts/passwords.server'
import { type Browser, signIn } from '~/domain/accounts/sign-in.server'
import { systemActor } from '~/domain/actor'
import { accountIdOf, monday, newTelephone, someone, world } from '../support/world'

const right = '春风化雨 2026'
const browser: Browser = { address: '10.0.0.1', deviceToken: null, device: 'test', sessionToken: null }

test('in a flood of sign-ins whoever comes last is asked to try again, and nothing is lost', async () => {
  const { system, stranger } = await world()
  const telephone = newTelephone()
  const liNa = await someone(system, '李娜', { telephone })
  const codes = await inTransaction(async (tx) => issueSlipCodes(tx, system, [await accountIdOf(stranger)]))
  const { code } = [...codes.values()][0]!
  await db.account.update({
    where: { id: await accountIdOf(liNa) },
    data: { passwordHash: await hashPassword(right), firstSignedInAt: monday },
  })
  let flooding = true
  const one = (): Promise<unknown> =>
    hashPassword(right).then(
      () => flooding && one(),
      () => null,
    )
  for (let count = 0; count < 600; count += 1) void one()

  const visitor = systemActor(monday, 'page')
  expect(await signIn(visitor, { name: telephone, password: right }, browser)).toEqual({
    refused: 'too-busy',
  })
  const spent = await spendCode(visitor, { code, password: '秋实 2027 好收成' }, browser)
  const changed = await changePassword(liNa, { old: right, password: '秋实 2027 好收成' }, browser)
  flooding = false
  expect([spent, changed]).toEqual([{ refused: 'too-busy' }, { refused: 'too-busy' }])
  expect(
    await db.accessCode.count({ where: { account: { personId: stranger.person.id }, usedAt: null } }),
  ).toBe(1)
})
