import { expect, test } from 'vitest'
import { withClock } from '~/clock.server'
import { db, inTransaction } from '~/db.server'
import { issueSlipCodes } from '~/domain/accounts/codes.server'
import { currentConsent } from '~/domain/accounts/consent'
import { signInToDemonstration } from '~/domain/accounts/demonstration.server'
import { correctNumber } from '~/domain/accounts/details.server'
import {
  changePassword,
  doubtDetails,
  giveConsent,
  openCode,
  spendCode,
} from '~/domain/accounts/own-account.server'
import { hashPassword } from '~/domain/accounts/passwords.server'
import { endSession, sessionOfCookie, sessionsOf } from '~/domain/accounts/sessions.server'
import { type Browser, type Started, signIn } from '~/domain/accounts/sign-in.server'
import { forgetAttempts } from '~/domain/accounts/throttle.server'
import { type Actor, systemActor } from '~/domain/actor'
import { heard } from '../support/database-setup'
import {
  accountIdOf,
  later,
  monday,
  newIdentityNumber,
  newTelephone,
  type Someone,
  someone,
  unique,
  world,
} from '../support/world'

const minute = 60_000
const day = 86_400_000
const after = (milliseconds: number) => new Date(monday.getTime() + milliseconds)
const visitor: Actor = systemActor(monday, 'page')
const right = '春风化雨 2026'

test('somebody signs in by telephone, by identity number and by e-mail', async () => {
  const { telephone, identityNumber, email } = await liNaWithPassword()
  for (const name of [telephone, identityNumber, email, ` ${telephone} `]) {
    const started = await signIn(visitor, { name, password: right }, browser())
    expect(started).toMatchObject({ sessionToken: expect.any(String) })
  }
})

test('a session is found by its cookie, and only the hash of its token is stored', async () => {
  const { telephone, liNa } = await liNaWithPassword()
  const started = await signedIn(telephone)
  const session = await at(monday, () => sessionOfCookie(cookieOf(started)))
  expect(session).toMatchObject({ person: liNa.person, consented: false })
  expect(JSON.stringify(await db.session.findMany())).not.toContain(started.sessionToken)
  expect(await sessionOfCookie('session=abcdefghijklmnopqrstuvwxyz0123456789abcd')).toBeNull()
  expect(await sessionOfCookie('session=%; other=%E0')).toBeNull()
  expect(await sessionOfCookie(null)).toBeNull()
})

test('an unknown account and a wrong password are answered alike, in words and in time', async () => {
  const { telephone } = await liNaWithPassword()
  const kinds = [() => telephone, newTelephone, newIdentityNumber, () => 'nobody@example.cn', () => 'nobody']
  const quickest = kinds.map(() => Number.POSITIVE_INFINITY)
  for (let tried = 0; tried < 5; tried += 1) {
    for (const [place, name] of kinds.entries()) {
      const began = performance.now()
      const answer = await signIn(visitor, { name: name(), password: 'wrong' }, browser())
      quickest[place] = Math.min(quickest[place]!, performance.now() - began)
      expect(answer).toEqual({ refused: 'wrong' })
    }
  }
  // The quickest of each paid for one hash; without it an answer takes a small part of that.
  expect(Math.min(...quickest)).toBeGreaterThan(Math.max(...quickest) / 4)
})

test('an account that nobody has signed in to yet is answered like any other', async () => {
  const { system } = await world()
  const telephone = newTelephone()
  await someone(system, '王芳', { telephone })
  expect(await signIn(visitor, { name: telephone, password: right }, browser())).toEqual({ refused: 'wrong' })
})

test('a lapsed identity number signs nobody in', async () => {
  const { identityNumber, liNa, administrator } = await liNaWithPassword()
  const next = after(day)
  const corrected = newIdentityNumber()
  await correctNumber(later(administrator, next), liNa.person.id, corrected)
  const tomorrow = later(visitor, next)
  expect(await signIn(tomorrow, { name: identityNumber, password: right }, browser())).toEqual({
    refused: 'wrong',
  })
  expect(await signIn(tomorrow, { name: corrected, password: right }, browser())).toHaveProperty('personId')
})

test('after twenty wrong passwords from one address the right one still signs in from another', async () => {
  const { telephone } = await liNaWithPassword()
  const attacker = browser()
  const answers = []
  for (let tried = 0; tried < 20; tried += 1) {
    answers.push(await signIn(visitor, { name: telephone, password: `wrong${tried}` }, attacker))
  }
  expect(answers[9]).toEqual({ refused: 'wrong' })
  expect(answers[10]).toEqual({ refused: 'too-many', minutes: 15 })
  expect(await signIn(visitor, { name: telephone, password: right }, attacker)).toMatchObject({
    refused: 'too-many',
  })
  expect(await signIn(visitor, { name: telephone, password: right }, browser())).toHaveProperty(
    'sessionToken',
  )
  const quarter = later(visitor, after(16 * minute))
  expect(await signIn(quarter, { name: telephone, password: right }, attacker)).toHaveProperty('sessionToken')
})

test('a browser that signed in before still signs in from an address that was shut out', async () => {
  const { telephone } = await liNaWithPassword()
  const known = browser()
  const { deviceToken } = await signedIn(telephone, known)
  for (let tried = 0; tried < 20; tried += 1) {
    await signIn(visitor, { name: telephone, password: 'wrong' }, { ...browser(), address: known.address })
  }
  const own = { ...known, deviceToken }
  expect(await signIn(visitor, { name: telephone, password: right }, own)).toHaveProperty('sessionToken')
  for (let tried = 0; tried < 10; tried += 1) {
    await signIn(visitor, { name: telephone, password: 'wrong' }, own)
  }
  expect(await signIn(visitor, { name: telephone, password: right }, own)).toMatchObject({
    refused: 'too-many',
  })
})

test('a name that nobody has is slowed down like one that somebody has', async () => {
  const attacker = browser()
  const name = newTelephone()
  for (let tried = 0; tried < 10; tried += 1) await signIn(visitor, { name, password: 'wrong' }, attacker)
  expect(await signIn(visitor, { name, password: 'wrong' }, attacker)).toMatchObject({ refused: 'too-many' })
})

test('many wrong passwords at once do not outrun the count', async () => {
  const { telephone } = await liNaWithPassword()
  const attacker = browser()
  const answers = await Promise.all(
    Array.from({ length: 30 }, () => signIn(visitor, { name: telephone, password: 'wrong' }, attacker)),
  )
  expect(answers.filter((one) => 'refused' in one && one.refused === 'wrong').length).toBeLessThanOrEqual(10)
})

test('three hundred people of one school sign in for the first time within ten minutes', async () => {
  const { system } = await world()
  const people = await Promise.all(Array.from({ length: 300 }, (_, place) => someone(system, `学员${place}`)))
  const accountIds = await db.account
    .findMany({ where: { personId: { in: people.map((one) => one.person.id) } } })
    .then((accounts) => accounts.map((account) => account.id))
  const codes = await inTransaction((tx) => issueSlipCodes(tx, system, accountIds))
  const school = browser()
  for (const [place, { code }] of [...codes.values()].entries()) {
    const then = later(visitor, after((place * 10 * minute) / 300))
    if (place % 3 === 0) {
      expect(await openCode(then, 'ABCDE23456', school)).toEqual({ refused: 'wrong-code' })
    }
    expect(await openCode(then, code, school)).toMatchObject({ code })
    if (place % 25 === 0)
      expect(await spendCode(then, { code, password: right }, school)).toHaveProperty('personId')
  }
}, 60_000)

test('a code is used once, also by two browsers at once', async () => {
  const { code, liNa } = await liNaWithCode()
  const answers = await Promise.all([
    spendCode(visitor, { code, password: right }, browser()),
    spendCode(visitor, { code, password: right }, browser()),
  ])
  expect(answers.filter((one) => 'sessionToken' in one)).toHaveLength(1)
  expect(answers.filter((one) => 'refused' in one)).toEqual([{ refused: 'wrong-code' }])
  expect(await openCode(visitor, code, browser())).toEqual({ refused: 'wrong-code' })
  const account = await db.account.findUniqueOrThrow({ where: { personId: liNa.person.id } })
  expect(account.firstSignedInAt).toEqual(monday)
  expect(account.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})

test('an expired code signs nobody in', async () => {
  const { code } = await liNaWithCode()
  expect(await openCode(later(visitor, after(30 * day)), code, browser())).toEqual({ refused: 'wrong-code' })
  expect(await openCode(later(visitor, after(30 * day - 1)), code, browser())).toHaveProperty('name', '李娜')
  expect(await openCode(visitor, 'no code at all', browser())).toEqual({ refused: 'wrong-code' })
})

test('a password that anybody would try is refused, and the code stays good', async () => {
  const { code, telephone } = await liNaWithCode()
  const tryIt = (password: string) => spendCode(visitor, { code, password }, browser())
  expect(await tryIt('short')).toEqual({ refused: 'too-short' })
  expect(await tryIt('password1')).toEqual({ refused: 'too-common' })
  expect(await tryIt(telephone)).toEqual({ refused: 'is-sign-in-name' })
  expect(await tryIt(right)).toHaveProperty('sessionToken')
})

test('consent is kept with its version, once, and the session knows of it', async () => {
  const { code, liNa } = await liNaWithCode()
  const started = (await spendCode(visitor, { code, password: right }, browser())) as Started
  expect(await giveConsent(liNa, 'another')).toEqual({ refused: 'other-version' })
  expect(await giveConsent(liNa, currentConsent)).toEqual({ given: true })
  expect(await giveConsent(liNa, currentConsent)).toEqual({ given: true })
  const accountId = await accountIdOf(liNa)
  expect(await db.consent.count({ where: { accountId, version: currentConsent } })).toBe(1)
  expect(await at(monday, () => sessionOfCookie(cookieOf(started)))).toMatchObject({ consented: true })
})

test('somebody whose name is wrong says so, once', async () => {
  const { liNa } = await liNaWithPassword()
  expect(await doubtDetails(liNa, '  ')).toEqual({ refused: 'empty' })
  expect(await doubtDetails(liNa, '姓名应为李那')).toEqual({ said: true })
  expect(await doubtDetails(liNa, '姓名应为李那')).toEqual({ said: true })
  expect(await db.detailsDoubt.count({ where: { personId: liNa.person.id } })).toBe(1)
})

test('a changed password ends all sessions and begins a new one here', async () => {
  const { telephone, liNa } = await liNaWithPassword()
  const phone = await signedIn(telephone)
  const office = await signedIn(telephone)
  heard.cut.length = 0
  const change = { old: right, password: '另一个好密码 7' }
  expect(await changePassword(liNa, { ...change, old: 'wrong' }, browser())).toEqual({ refused: 'wrong-old' })
  expect(await changePassword(liNa, { ...change, password: '12345678' }, browser())).toEqual({
    refused: 'too-common',
  })
  const started = (await changePassword(liNa, change, browser())) as Started
  expect(heard.cut).toHaveLength(2)
  await at(monday, async () => {
    expect(await sessionOfCookie(cookieOf(phone))).toBeNull()
    expect(await sessionOfCookie(cookieOf(office))).toBeNull()
    expect(await sessionOfCookie(cookieOf(started))).not.toBeNull()
  })
  expect(await signIn(visitor, { name: telephone, password: right }, browser())).toEqual({ refused: 'wrong' })
  expect(await signIn(visitor, { name: telephone, password: change.password }, browser())).toHaveProperty(
    'sessionToken',
  )
})

test('signing in anew ends the session that the browser had', async () => {
  const { telephone } = await liNaWithPassword()
  const first = await signedIn(telephone)
  await signedIn(telephone, { ...browser(), sessionToken: first.sessionToken })
  expect(await at(monday, () => sessionOfCookie(cookieOf(first)))).toBeNull()
})

test('sessions are listed and ended by their owner and nobody else', async () => {
  const { telephone, liNa, stranger } = await liNaWithPassword()
  const phone = await signedIn(telephone)
  await signedIn(telephone)
  const listed = await sessionsOf(liNa)
  expect(listed).toHaveLength(2)
  expect(await sessionsOf(stranger)).toEqual([])
  const { id } = (await at(monday, () => sessionOfCookie(cookieOf(phone))))!
  expect(await endSession(stranger, id)).toEqual({ refused: 'absent' })
  expect(await endSession(liNa, id)).toEqual({ ended: true })
  expect(heard.cut).toContain(id)
  expect(await endSession(liNa, id)).toEqual({ refused: 'absent' })
  expect(await at(monday, () => sessionOfCookie(cookieOf(phone)))).toBeNull()
})

test('a session ends after thirty days without use, on our clock, and lives on while it is used', async () => {
  const { telephone } = await liNaWithPassword()
  const idle = await at(monday, () => signedIn(telephone))
  const used = await at(monday, () => signedIn(telephone))
  expect(await at(after(16 * day), () => sessionOfCookie(cookieOf(used)))).not.toBeNull()
  expect(await at(after(31 * day), () => sessionOfCookie(cookieOf(idle)))).toBeNull()
  expect(await at(after(31 * day), () => sessionOfCookie(cookieOf(used)))).not.toBeNull()
})

test('one press signs in only as somebody whom the demonstration names', async () => {
  const { liNa, stranger } = await liNaWithPassword()
  expect(await signInToDemonstration(visitor, liNa.person.id, browser())).toEqual({ refused: 'absent' })
  const people = [{ personId: liNa.person.id, name: '李娜', role: 'trainee', note: '进度正常' }]
  await db.demoMark.create({ data: { id: 1, anchor: monday, madeAt: monday, people } })
  expect(await signInToDemonstration(visitor, liNa.person.id, browser())).toHaveProperty('sessionToken')
  expect(await signInToDemonstration(visitor, stranger.person.id, browser())).toEqual({ refused: 'absent' })
})

test('attempts are forgotten after a day', async () => {
  await signIn(visitor, { name: newTelephone(), password: 'wrong' }, browser())
  await forgetAttempts(later(visitor, after(2 * day)))
  expect(await db.signInAttempt.count({ where: { occurredAt: { lt: after(day) } } })).toBe(0)
})

/** A browser at an address of its own that has never been here. */
function browser(): Browser {
  return { address: unique('address'), deviceToken: null, device: 'Edge · Windows', sessionToken: null }
}

async function liNaWithPassword() {
  const there = await liNaWithCode()
  await db.account.update({
    where: { id: await accountIdOf(there.liNa) },
    data: { passwordHash: await hashPassword(right), firstSignedInAt: monday },
  })
  return there
}

async function liNaWithCode() {
  const { system, administrator, stranger } = await world()
  const telephone = newTelephone()
  const identityNumber = newIdentityNumber()
  const email = `${unique('li')}@example.cn`
  const liNa: Someone = await someone(system, '李娜', { telephone, identityNumber, email })
  const accountId = await accountIdOf(liNa)
  const codes = await inTransaction((tx) => issueSlipCodes(tx, system, [accountId]))
  const { code } = codes.get(accountId)!
  return { liNa, telephone, identityNumber, email, code, administrator, stranger }
}

async function signedIn(name: string, from: Browser = browser()) {
  const started = await withClock(monday, () => signIn(visitor, { name, password: right }, from))
  if ('refused' in started) throw new Error(`Refused: ${started.refused}`)
  return started
}

function cookieOf({ sessionToken }: Started) {
  return `lang=en; session=${sessionToken}`
}

function at<T>(instant: Date, work: () => T) {
  return withClock(instant, work)
}
