import { randomUUID } from 'node:crypto'
import { addSeconds } from 'date-fns'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '~/db.server'
import { newId } from '~/domain/ids.server'
import type { LogLine } from '~/domain/mentoring/log'
import { close } from '~/open.server'
import { freshDatabase } from '../support/database'
import { type DiscussionWorld, discussionWorld, move, secondGroup } from '../support/discussion-world'
import { openBeside } from '../support/open-beside'
import { hangUpAll, pause, phoneOf } from '../support/phone'
import { type RunningServer, startServer } from '../support/server'
import { endAllSessions } from '../support/sessions'

let server: RunningServer

beforeAll(async () => {
  const databaseUrl = await freshDatabase()
  await openBeside(databaseUrl)
  server = await startServer({ databaseUrl })
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

function connectAs(who: { person: { id: string; name: string } }, at: Date) {
  return phoneOf(server, who, at)
}

async function twoPhones(made: DiscussionWorld) {
  const [liNa, wangFang] = await Promise.all([
    connectAs(made.liNa, made.at),
    connectAs(made.wangFang, made.at),
  ])
  return { liNa, wangFang }
}

test('two people see each other’s posts at once, who is here and who is typing', async () => {
  const made = await world()
  const { group, stream } = made
  const { liNa, wangFang } = await twoPhones(made)
  await wangFang.ask('join', { groupId: group.id })
  expect(await liNa.ask('join', { groupId: group.id })).toMatchObject({ upTo: 3 })
  expect(await wangFang.hears('presence')).toMatchObject({
    data: { personId: made.liNa.person.id, here: true },
  })
  await liNa.ask('typing', { groupId: group.id, topicId: stream })
  expect(await wangFang.hears('typing')).toMatchObject({ data: { name: '李娜', topicId: stream } })
  expect(await liNa.post(group.id, stream, '早上好')).toMatchObject({ post: { number: 1 } })
  expect(await wangFang.hears('早上好')).toMatchObject({
    type: 'line',
    data: { number: 4, post: { author: '李娜' } },
  })
  liNa.socket.disconnect()
  await wangFang.hears('"here":false')
})

test('a post cut between commit and acknowledgement is there once after it is sent again', async () => {
  const made = await world()
  const { group, stream } = made
  const { liNa, wangFang } = await twoPhones(made)
  const clientId = randomUUID()
  liNa.socket.emit('post', { groupId: group.id, topicId: stream, clientId, text: '断网之前' })
  await wangFang.hears('断网之前')
  liNa.socket.disconnect()
  const again = await connectAs(made.liNa, made.at)
  expect(await again.post(group.id, stream, '断网之前', clientId)).toMatchObject({
    again: true,
    post: { number: 1 },
  })
  expect(await db.post.count({ where: { groupId: group.id } })).toBe(1)
})

test('a post cut before it was sent, and one cut after its acknowledgement, are there once each', async () => {
  const made = await world()
  const { group, stream } = made
  const { liNa } = await twoPhones(made)
  const before = randomUUID()
  liNa.socket.disconnect()
  const back = await connectAs(made.liNa, made.at)
  expect(await back.post(group.id, stream, '没发出去', before)).toMatchObject({ again: false })
  const after = randomUUID()
  await back.post(group.id, stream, '已确认', after)
  back.socket.disconnect()
  const third = await connectAs(made.liNa, made.at)
  expect(await third.post(group.id, stream, '已确认', after)).toMatchObject({ again: true })
  expect(await db.post.count({ where: { groupId: group.id } })).toBe(2)
})

test('who was away catches up from the last number that their page had', async () => {
  const made = await world()
  const { group, stream } = made
  const { liNa, wangFang } = await twoPhones(made)
  wangFang.socket.disconnect()
  for (const text of ['一', '二', '三']) await liNa.post(group.id, stream, text)
  const back = await connectAs(made.wangFang, made.at)
  expect(await back.ask('join', { groupId: group.id })).toMatchObject({ upTo: 6 })
  const caught = await back.ask('catch-up', { groupId: group.id, number: 4 })
  expect((caught.lines as LogLine[]).map((line) => line.number)).toEqual([5, 6])
  expect(caught.upTo).toBe(6)
  expect(await back.ask('read', { groupId: group.id, topicId: stream, number: 6 })).toEqual({ upTo: 6 })
})

test('a member who was moved hears and posts no more, though their page is still open', async () => {
  const made = await world()
  const { group, stream } = made
  const { liNa, wangFang } = await twoPhones(made)
  await liNa.ask('join', { groupId: group.id })
  const second = await secondGroup(made)
  await move(made.liNa.enrolment.id, group.id, second.id, addSeconds(made.at, -1))
  expect(await liNa.post(group.id, stream, '还在吗')).toEqual({ refused: 'moved' })
  await wangFang.post(group.id, stream, '她走了以后')
  await wangFang.hears('她走了以后')
  await pause(300)
  expect(JSON.stringify(liNa.heard)).not.toContain('她走了以后')
  expect(await liNa.ask('catch-up', { groupId: group.id, number: 0 })).toMatchObject({ upTo: 3 })
  expect(await liNa.ask('typing', { groupId: group.id, topicId: stream })).toEqual({ refused: 'absent' })
})

test('a session that has ended asks nothing more: its socket is cut', async () => {
  const made = await world()
  const { liNa } = await twoPhones(made)
  await endAllSessions(made.liNa.person)
  const cut = new Promise((resolve) => liNa.socket.once('disconnect', resolve))
  liNa.socket.emit('post', {
    groupId: made.group.id,
    topicId: made.stream,
    clientId: randomUUID(),
    text: '偷偷说',
  })
  await cut
  expect(await db.post.count({ where: { groupId: made.group.id } })).toBe(0)
})

test('every event is refused to whoever does not belong to the group', async () => {
  const made = await world()
  const { group, stream } = made
  const events = {
    join: { groupId: group.id },
    'catch-up': { groupId: group.id, number: 0 },
    typing: { groupId: group.id, topicId: stream },
    read: { groupId: group.id, topicId: stream, number: 1 },
    post: { groupId: group.id, topicId: stream, clientId: randomUUID(), text: '大家好' },
  }
  const outsider = await connectAs(made.stranger, made.at)
  for (const [event, message] of Object.entries(events)) {
    expect([event, await outsider.ask(event, message)]).toEqual([event, { refused: 'absent' }])
  }
  expect(await outsider.ask('join', { groupId: newId() })).toEqual({ refused: 'absent' })
  const manager = await connectAs(made.manager, made.at)
  expect(await manager.ask('post', events.post)).toEqual({ refused: 'absent' })
  expect(await manager.ask('typing', events.typing)).toEqual({ refused: 'absent' })
  expect(await manager.ask('join', events.join)).toMatchObject({ here: [] })
})
