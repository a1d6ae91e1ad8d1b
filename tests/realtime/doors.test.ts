import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '~/db.server'
import { close } from '~/open.server'
import { freshDatabase } from '../support/database'
import { discussionWorld } from '../support/discussion-world'
import { openBeside } from '../support/open-beside'
import { connect, hangUpAll, pause, phoneOf, until } from '../support/phone'
import { type RunningServer, startServer } from '../support/server'
import { signedIn } from '../support/sessions'

// What somebody may try at the sockets who means no good, or whose device is out of step.

let server: RunningServer

beforeAll(async () => {
  const databaseUrl = await freshDatabase()
  await openBeside(databaseUrl)
  server = await startServer({ databaseUrl, env: { LOG_LEVEL: 'info' } })
})

afterAll(async () => {
  hangUpAll()
  await server.stop()
  await close()
})

async function world() {
  const made = await discussionWorld()
  await server.setClock(made.at)
  return made
}

async function refusalOf(headers: Record<string, string>, personId?: string) {
  return (await connect(server, { headers, personId })).refused
}

test('a page of another site, a visitor and who has not agreed to the use of their data get no socket', async () => {
  const made = await world()
  const Cookie = await signedIn(made.liNa.person, made.at)
  const { origin: Origin } = server
  expect(await refusalOf({ Cookie, Origin: 'https://elsewhere.example' })).toBeTruthy()
  expect(await refusalOf({ Cookie, Origin: `${Origin}.elsewhere.example` })).toBeTruthy()
  expect(await refusalOf({ Cookie, Origin: 'null' })).toBeTruthy()
  expect(await refusalOf({ Cookie })).toBeTruthy()
  expect(await refusalOf({ Origin })).toBe('signed-out')
  expect(await refusalOf({ Origin, Cookie: 'session=abcdefghijklmnopqrstuvwxyz' })).toBe('signed-out')
  const fresh = await signedIn(made.stranger.person, made.at, { consented: false })
  expect(await refusalOf({ Origin, Cookie: fresh })).toBe('signed-out')
})

test('a page that was drawn for somebody who used the device before gets no socket of who uses it now', async () => {
  const made = await world()
  const Cookie = await signedIn(made.wangFang.person, made.at)
  const { origin: Origin } = server
  expect(await refusalOf({ Origin, Cookie }, made.liNa.person.id)).toBe('signed-out')
  expect(await refusalOf({ Origin, Cookie }, made.wangFang.person.id)).toBe(null)
})

test('signing out cuts the device at once, and their other device stays', async () => {
  const made = await world()
  const cookie = await signedIn(made.liNa.person, made.at)
  const [phone, desk, other] = [
    await phoneOf(server, made.liNa, made.at, { cookie }),
    await phoneOf(server, made.liNa, made.at),
    await phoneOf(server, made.wangFang, made.at),
  ]
  expect((await server.fetch('/sign-out', { method: 'POST', headers: { Cookie: cookie } })).status).toBe(302)
  await phone.cut()
  await other.post(made.group.id, made.stream, '还在的人听得到')
  await desk.hears('还在的人听得到')
  expect(JSON.stringify(phone.heard)).not.toContain('还在的人听得到')
})

test('words that are none of ours and events that are not there are refused, each by its word', async () => {
  const made = await world()
  const { group, stream } = made
  const phone = await phoneOf(server, made.liNa, made.at)
  const good = { groupId: group.id, topicId: stream, clientId: randomUUID(), text: '好' }
  const wrong = [
    null,
    'post',
    [],
    {},
    { ...good, clientId: undefined },
    { ...good, clientId: 'c1' },
    { ...good, text: 5 },
    { ...good, text: ['好'] },
    { ...good, groupId: { not: '' } },
    { ...good, topicId: `${stream}' or true --` },
    { ...good, claimedAt: 'yesterday' },
    { ...good, authorId: made.wangFang.person.id },
    { ...good, text: '长'.repeat(20_001) },
  ]
  for (const message of wrong) {
    expect([message, await phone.ask('post', message)]).toEqual([message, { refused: 'unreadable' }])
  }
  expect(await phone.ask('join', null)).toEqual({ refused: 'unreadable' })
  expect(await phone.ask('catch-up', { groupId: group.id, number: -1 })).toEqual({ refused: 'unreadable' })
  for (const event of ['__proto__', 'constructor', 'toString', 'disconnect-all']) {
    expect([event, await phone.ask(event, {})]).toEqual([event, { refused: 'unknown-event' }])
  }
  phone.socket.emit('post', good, 'and', 'more')
  phone.socket.emit('join')
  expect(await phone.ask('join', { groupId: group.id })).toMatchObject({ upTo: expect.any(Number) })
})

test('a message of a megabyte cuts who sends it and harms nobody else', async () => {
  const made = await world()
  const { group, stream } = made
  const phone = await phoneOf(server, made.liNa, made.at)
  const other = await phoneOf(server, made.wangFang, made.at)
  phone.socket.emit('post', {
    groupId: group.id,
    topicId: stream,
    clientId: randomUUID(),
    text: 'x'.repeat(1_000_000),
  })
  await phone.cut()
  expect(await other.post(group.id, stream, '我还在')).toMatchObject({ post: { number: 1 } })
  expect(await db.post.count({ where: { groupId: group.id } })).toBe(1)
})

test('who floods is told to wait, and then goes on', async () => {
  const made = await world()
  const { group, stream } = made
  const phone = await phoneOf(server, made.liNa, made.at)
  const mark = { groupId: group.id, topicId: stream, number: 1 }
  const answers = await Promise.all(Array.from({ length: 60 }, () => phone.ask('read', mark)))
  expect(answers.filter((one) => one.refused === 'too-fast').length).toBeGreaterThan(10)
  expect(answers.filter((one) => one.refused === undefined).length).toBeGreaterThanOrEqual(40)
  await until(async () => (await phone.ask('read', mark)).refused === undefined)

  // Another page of theirs, whose allowance of messages is whole: now it is the posts that are counted.
  const tab = await phoneOf(server, made.liNa, made.at)
  const posts = []
  for (let n = 0; n < 21; n += 1) posts.push(await tab.post(group.id, stream, `第 ${n} 句`))
  expect(posts.at(-1)).toEqual({ refused: 'too-fast' })
  expect(await db.post.count({ where: { groupId: group.id } })).toBe(20)
})

test('a post travels as it was typed, but for signs that nobody sees', async () => {
  const made = await world()
  const { group, stream } = made
  const phone = await phoneOf(server, made.liNa, made.at)
  const other = await phoneOf(server, made.wangFang, made.at)
  const typed = [
    ['👩‍🏫👨‍👩‍👧 ❤️ 🇨🇳', '👩‍🏫👨‍👩‍👧 ❤️ 🇨🇳'],
    ['<script>alert(1)</script><img src=x onerror=alert(1)>', null],
    ['مرحبا بالجميع', null],
    ['回车\r\n一行\n\n\n\n\n再一行\u0000\u202e反了', '回车\n一行\n\n\n再一行反了'],
    ['𠮷野家的“𪚥”字', null],
  ] as const
  for (const [text, kept] of typed) {
    expect(await phone.post(group.id, stream, text)).toMatchObject({ post: { text: kept ?? text } })
  }
  await other.hears('𪚥')
  for (const nothing of ['', ' \n\t ', '\u200b\u200d\ufeff', '\u3164\u2800', '\u0000\u202e']) {
    expect(await phone.post(group.id, stream, nothing)).toEqual({ refused: 'empty' })
  }
  expect(await phone.post(group.id, stream, '长'.repeat(5_001))).toEqual({ refused: 'too-long' })
  expect(await phone.post(group.id, stream, '𠮷'.repeat(5_000))).toMatchObject({ post: { number: 6 } })
})

test('two devices of one person show the same, and they are here until both are gone', async () => {
  const made = await world()
  const { group, stream } = made
  const other = await phoneOf(server, made.wangFang, made.at)
  const phone = await phoneOf(server, made.liNa, made.at)
  const desk = await phoneOf(server, made.liNa, made.at)
  for (const one of [other, phone, desk]) await one.ask('join', { groupId: group.id })
  const clientId = randomUUID()
  const answers = await Promise.all([
    phone.post(group.id, stream, '两台一起发', clientId),
    desk.post(group.id, stream, '两台一起发', clientId),
  ])
  expect(answers.map((one) => one.again).sort()).toEqual([false, true])
  await Promise.all([phone.hears('两台一起发'), desk.hears('两台一起发')])
  phone.socket.disconnect()
  await pause(300)
  expect(JSON.stringify(other.heard)).not.toContain('"here":false')
  desk.socket.disconnect()
  await other.hears('"here":false')
})

test('none of what people say stands in the server’s log', async () => {
  expect(server.output()).not.toMatch(/还在|第 \d+ 句|一起发|李娜|王芳/)
})
