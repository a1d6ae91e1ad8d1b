// Sign-in as browsers meet it: what they keep, what ends, and how guessing is slowed down. The server stands behind a
// proxy that it trusts, so that a request can come from any address, over TLS or not.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '~/db.server'
import { currentConsent } from '~/domain/accounts/consent'
import { hashPassword } from '~/domain/accounts/passwords.server'
import { newId } from '~/domain/ids.server'
import { DEMONSTRATION_SECRET } from '~/env.server'
import { close } from '~/open.server'
import { paths } from '~/paths'
import { freshDatabase } from '../support/database'
import { openBeside } from '../support/open-beside'
import { type RunningServer, startServer } from '../support/server'
import { accountIdOf, monday, newIdentityNumber, newTelephone, someone, world } from '../support/world'

const right = '春风化雨 2026'
let site: RunningServer
let plain: RunningServer

beforeAll(async () => {
  const databaseUrl = await freshDatabase()
  site = await startServer({ databaseUrl, env: { TRUST_PROXY: 'loopback', SECRET: DEMONSTRATION_SECRET } })
  plain = await startServer({ databaseUrl, env: { SECRET: DEMONSTRATION_SECRET } })
  for (const server of [site, plain]) await server.setClock(monday)
  await openBeside(databaseUrl)
})

afterAll(async () => {
  await Promise.all([site.stop(), plain.stop()])
  await close()
})

async function liNa() {
  const { system } = await world()
  const telephone = newTelephone()
  const liNa = await someone(system, '李娜', { telephone })
  const accountId = await accountIdOf(liNa)
  const consents = { create: { id: newId(), version: currentConsent, occurredAt: monday } }
  await db.account.update({
    where: { id: accountId },
    data: { passwordHash: await hashPassword(right), firstSignedInAt: monday, consents },
  })
  return { telephone, accountId }
}

type From = { address?: string; cookie?: string; tls?: boolean }

function headersOf({ address = '10.1.0.1', cookie, tls = false }: From) {
  return {
    'X-Forwarded-For': address,
    ...(tls && { 'X-Forwarded-Proto': 'https' }),
    ...(cookie && { Cookie: cookie }),
  }
}

function post(path: string, fields: Record<string, string>, from: From = {}) {
  return site.fetch(path, { method: 'POST', headers: headersOf(from), body: new URLSearchParams(fields) })
}

function signIn(name: string, password: string, from: From = {}) {
  return post(paths.signIn(), { name, password }, from)
}

/** What a browser sends from now on, by the answer that it got. */
function keptOf(answer: Response) {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0]!)
    .join('; ')
}

async function seesOwnPage(cookie: string) {
  const answer = await site.fetch(paths.account(), { headers: headersOf({ cookie }) })
  return answer.status === 200
}

test('what a browser keeps is out of reach for scripts and other sites, and over TLS goes back over TLS alone', async () => {
  const { telephone } = await liNa()
  for (const tls of [false, true]) {
    const entered = await signIn(telephone, right, { tls })
    const spoken = await post(paths.language(), { lang: 'en', to: '/' }, { tls })
    const told = await post(paths.account(), { message: '名字写错了' }, { tls, cookie: keptOf(entered) })
    const cookies = [entered, spoken, told].flatMap((answer) => answer.headers.getSetCookie())
    expect(cookies.map((cookie) => cookie.split(/=|-/)[0])).toEqual(['session', 'device', 'lang', 'flash'])
    for (const cookie of cookies) {
      expect(cookie).toMatch(/; HttpOnly/i)
      expect(cookie).toMatch(/; SameSite=Lax/i)
      expect([cookie, /; Secure/i.test(cookie)]).toEqual([cookie, tls])
    }
    expect(entered.headers.get('strict-transport-security') !== null).toBe(tls)
  }
})

test('signing in anew ends the session that the browser came with', async () => {
  const { telephone } = await liNa()
  const first = keptOf(await signIn(telephone, right))
  expect(await seesOwnPage(first)).toBe(true)
  const second = keptOf(await signIn(telephone, right, { cookie: first }))
  expect(second).not.toBe(first)
  expect([await seesOwnPage(first), await seesOwnPage(second)]).toEqual([false, true])
})

test('somebody sees where they are signed in and ends it there, and nobody ends it for them', async () => {
  const { telephone, accountId } = await liNa()
  const other = await liNa()
  const phone = keptOf(await signIn(telephone, right))
  const computer = keptOf(await signIn(telephone, right))
  const stranger = keptOf(await signIn(other.telephone, right))
  const sessions = await db.session.findMany({ where: { accountId }, orderBy: { startedAt: 'asc' } })
  expect(sessions).toHaveLength(2)
  const page = await (await site.fetch(paths.account(), { headers: headersOf({ cookie: computer }) })).text()
  for (const { id } of sessions) expect(page).toContain(id)
  for (const { id } of sessions) await post(paths.account(), { session: id }, { cookie: stranger })
  expect([await seesOwnPage(phone), await seesOwnPage(computer)]).toEqual([true, true])
  const elsewhere = page.match(/name="session" value="([^"]+)"/)?.[1]
  expect(sessions.map(({ id }) => id)).toContain(elsewhere)
  await post(paths.account(), { session: elsewhere! }, { cookie: computer })
  expect([await seesOwnPage(phone), await seesOwnPage(computer)]).toEqual([false, true])
})

test('a changed password ends every other session, and the old one signs in no more', async () => {
  const { telephone } = await liNa()
  const phone = keptOf(await signIn(telephone, right))
  const computer = keptOf(await signIn(telephone, right))
  const password = '秋实 2027 好收成'
  const fields = { oldPassword: right, password, passwordAgain: password }
  const changed = keptOf(await post(paths.account(), fields, { cookie: computer }))
  expect(await Promise.all([phone, computer, changed].map(seesOwnPage))).toEqual([false, false, true])
  expect((await signIn(telephone, right)).status).toBe(400)
  expect((await signIn(telephone, password)).status).toBe(302)
})

test('after twenty wrong passwords from one address the right one signs in from another, and from a known browser', async () => {
  const { telephone } = await liNa()
  const known = keptOf(await signIn(telephone, right, { address: '10.2.0.1' }))
    .split('; ')
    .find((cookie) => cookie.startsWith('device='))!
  const school = '10.2.0.9'
  for (let tried = 0; tried < 20; tried += 1) await signIn(telephone, `wrong ${tried}`, { address: school })
  expect((await signIn(telephone, right, { address: school })).status).toBe(429)
  expect((await signIn(telephone, right, { address: '10.2.0.10' })).status).toBe(302)
  expect((await signIn(telephone, right, { address: school, cookie: known })).status).toBe(302)
})

test('a name that nobody has, one without a password and a wrong password are answered by the same page', async () => {
  const { telephone } = await liNa()
  const { system } = await world()
  const unused = newTelephone()
  await someone(system, '王芳', { telephone: unused })
  const names = [telephone, unused, newTelephone(), newIdentityNumber(), 'nobody@example.cn', 'nobody']
  const answers = await Promise.all(
    names.map(async (name) => {
      const answer = await signIn(name, 'wrong', { address: '10.3.0.1' })
      const page = (await answer.text()).replaceAll(name, 'NAME')
      return `${answer.status} ${page.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID').replace(/nonce=\\?"[^"]+"/g, '')}`
    }),
  )
  expect(answers[0]).toMatch(/^400 /)
  expect(new Set(answers).size).toBe(1)
})

test('behind no proxy the address and the TLS that a request claims are not believed', async () => {
  const { telephone } = await liNa()
  const from = (number: number, password: string) =>
    plain.fetch(paths.signIn(), {
      method: 'POST',
      headers: headersOf({ address: `10.4.0.${number}`, tls: true }),
      body: new URLSearchParams({ name: telephone, password }),
    })
  const entered = await from(0, right)
  expect(entered.headers.getSetCookie().some((cookie) => /; Secure/i.test(cookie))).toBe(false)
  for (let tried = 1; tried <= 11; tried += 1) await from(tried, 'wrong')
  expect((await from(99, right)).status).toBe(429)
})
