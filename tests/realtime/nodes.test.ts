import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '~/db.server'
import { close } from '~/open.server'
import { paths } from '~/paths'
import { freshDatabase } from '../support/database'
import { discussionWorld } from '../support/discussion-world'
import { openBeside } from '../support/open-beside'
import { hangUpAll, pause, phoneOf, until } from '../support/phone'
import { type RunningServer, startServer } from '../support/server'
import { signedIn } from '../support/sessions'

// Two nodes of one site, on one database.

let databaseUrl: string
let east: RunningServer
let west: RunningServer

beforeAll(async () => {
  databaseUrl = await freshDatabase()
  await openBeside(databaseUrl)
  ;[east, west] = await Promise.all([node(), node()])
})

afterAll(async () => {
  hangUpAll()
  await Promise.all([east.stop(), west.stop()])
  await close()
})

function node() {
  return startServer({ databaseUrl, env: { NODES: '2' } })
}

async function world() {
  const made = await discussionWorld()
  await Promise.all([east.setClock(made.at), west.setClock(made.at)])
  return made
}

test('people on two nodes see each other’s posts, who is here and who is typing', async () => {
  const made = await world()
  const { group, stream } = made
  const liNa = await phoneOf(east, made.liNa, made.at)
  const wangFang = await phoneOf(west, made.wangFang, made.at)
  await wangFang.ask('join', { groupId: group.id })
  const joined = await liNa.ask('join', { groupId: group.id })
  expect(joined.here).toEqual(expect.arrayContaining([made.liNa.person.id, made.wangFang.person.id]))
  await wangFang.hears('"here":true')
  await liNa.ask('typing', { groupId: group.id, topicId: stream })
  await wangFang.hears('typing')
  await liNa.post(group.id, stream, '东边说')
  await wangFang.hears('东边说')
  await wangFang.post(group.id, stream, '西边说')
  await liNa.hears('西边说')
  // More than PostgreSQL takes in one notification.
  await liNa.post(group.id, stream, '长'.repeat(5_000))
  await wangFang.hears('长'.repeat(5_000))
  liNa.socket.disconnect()
  await wangFang.hears('"here":false')
})

test('posts at the same moment on both nodes have one order', async () => {
  const made = await world()
  const { group, stream } = made
  const [liNa, wangFang] = [
    await phoneOf(east, made.liNa, made.at),
    await phoneOf(west, made.wangFang, made.at),
  ]
  await Promise.all(
    Array.from({ length: 10 }, (_, n) => [
      liNa.post(group.id, stream, `东 ${n}`),
      wangFang.post(group.id, stream, `西 ${n}`),
    ]).flat(),
  )
  const linesOf = (heard: { type: string; data: unknown }[]) =>
    heard
      .filter((one) => one.type === 'line')
      .map((one) => one.data as { number: number; post: { text: string } })
  const order = (heard: { type: string; data: unknown }[]) =>
    linesOf(heard)
      .sort((a, b) => a.number - b.number)
      .map((line) => line.post.text)
  await until(() => linesOf(liNa.heard).length === 20 && linesOf(wangFang.heard).length === 20)
  expect(order(liNa.heard)).toEqual(order(wangFang.heard))
  const posts = await db.post.findMany({ where: { groupId: group.id }, orderBy: { number: 'asc' } })
  expect(posts.map((post) => post.text)).toEqual(order(liNa.heard))
})

test('signing out on one node cuts the device that is connected to the other', async () => {
  const made = await world()
  const cookie = await signedIn(made.liNa.person, made.at)
  const phone = await phoneOf(west, made.liNa, made.at, { cookie })
  await east.fetch('/sign-out', { method: 'POST', headers: { Cookie: cookie } })
  await phone.cut()
})

test('a node that stops cuts its own people, and the others talk on', async () => {
  const made = await world()
  const { group, stream } = made
  const third = await node()
  await third.setClock(made.at)
  const liNa = await phoneOf(third, made.liNa, made.at)
  const wangFang = await phoneOf(west, made.wangFang, made.at)
  await third.stop()
  await liNa.cut()
  await pause(200)
  expect(wangFang.socket.connected).toBe(true)
  expect(await wangFang.post(group.id, stream, '西边还在')).toMatchObject({ post: { number: 1 } })
})

test('a node that was killed blinds nobody: pages open at once, and what it had not told is caught up with', async () => {
  const made = await world()
  const { group, stream } = made
  const third = await node()
  await third.setClock(made.at)
  const liNa = await phoneOf(third, made.liNa, made.at)
  const wangFang = await phoneOf(west, made.wangFang, made.at)
  await wangFang.ask('join', { groupId: group.id })
  await liNa.post(group.id, stream, '说完就断')
  await third.stop('SIGKILL')
  const began = performance.now()
  const cookie = await signedIn(made.wangFang.person, made.at)
  const page = await west.fetch(paths.group(made.wangFang.enrolment.id), { headers: { Cookie: cookie } })
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('说完就断')
  expect(performance.now() - began).toBeLessThan(4_000)
  expect(await wangFang.ask('catch-up', { groupId: group.id, number: 3 })).toMatchObject({
    lines: [{ post: { text: '说完就断' } }],
  })
})
