import { randomUUID } from 'node:crypto'
import { createServer } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '~/db.server'
import type { Actor } from '~/domain/actor'
import { close } from '~/open.server'
import { freshDatabase } from '../support/database'
import { discussionWorld } from '../support/discussion-world'
import { openBeside } from '../support/open-beside'
import { hangUpAll, pause, phoneOf } from '../support/phone'
import { startServer } from '../support/server'

// A server that goes away while people post, and comes back at the same address.

let databaseUrl: string
let port: number

beforeAll(async () => {
  databaseUrl = await freshDatabase()
  port = await freePort()
  await openBeside(databaseUrl)
})

afterAll(async () => {
  hangUpAll()
  await close()
})

function freePort() {
  return new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address() as { port: number }
      probe.close(() => resolve(free))
    })
  })
}

function started(at: Date) {
  return startServer({ databaseUrl, env: { PORT: String(port) }, at })
}

type Outbox = { clientId: string; text: string }[]

/** Posts one after the other as an outbox does: each until it is acknowledged, whatever becomes of the server. */
async function postAll(
  who: { person: { id: string; name: string } },
  at: Date,
  place: { groupId: string; topicId: string },
  texts: string[],
) {
  const phone = await phoneOf({ origin: `http://localhost:${port}` }, who, at, { reconnects: true })
  // The one who says goodbye is not called back by itself.
  phone.socket.on('disconnect', (reason) => {
    if (reason === 'io server disconnect') setTimeout(() => phone.socket.connect(), 50)
  })
  const outbox: Outbox = texts.map((text) => ({ clientId: randomUUID(), text }))
  const acknowledged: { clientId: string; again: boolean }[] = []
  let [next] = outbox
  while (next) {
    const answer = await phone.socket
      .timeout(60_000)
      .emitWithAck('post', { ...place, ...next })
      .catch(() => null)
    if (answer?.post) {
      acknowledged.push({ clientId: next.clientId, again: answer.again })
      outbox.shift()
    } else {
      if (answer && answer.refused !== 'too-fast') throw new Error(`refused: ${answer.refused}`)
      await pause(20)
    }
    next = outbox[0]
  }
  return acknowledged
}

const PATIENCE = 180_000

async function talkThrough(ending: 'SIGTERM' | 'SIGKILL') {
  const made = await discussionWorld()
  const { group, stream, at } = made
  const place = { groupId: group.id, topicId: stream }
  const people: { person: { id: string; name: string }; actor: Actor }[] = [made.liNa, made.wangFang]
  let server = await started(at)
  const talking = Promise.all(
    people.map((who) =>
      postAll(
        who,
        at,
        place,
        Array.from({ length: 18 }, (_, n) => `${who.person.name} ${n}`),
      ),
    ),
  )
  await expect
    .poll(() => db.post.count({ where: place }), { interval: 5, timeout: 60_000 })
    .toBeGreaterThan(5)
  const code = await server.stop(ending)
  const before = await db.post.count({ where: place })
  server = await started(at)
  const acknowledged = (await talking).flat()
  const posts = await db.post.findMany({ where: place, orderBy: { number: 'asc' } })
  await server.stop()
  return { code, before, acknowledged, posts, log: server.output() }
}

test(
  'a server that is stopped while people post has written what it acknowledged, and the rest goes to the next',
  async () => {
    const { code, before, acknowledged, posts, log } = await talkThrough('SIGTERM')
    expect(code).toBe(0)
    expect(before).toBeLessThan(36)
    expect(posts.map((post) => post.number)).toEqual(Array.from({ length: 36 }, (_, n) => n + 1))
    expect(new Set(posts.map((post) => post.clientId))).toEqual(
      new Set(acknowledged.map((one) => one.clientId)),
    )
    // Whatever it had begun it also acknowledged: nothing had to be asked for twice.
    expect(acknowledged.filter((one) => one.again)).toEqual([])
    expect(log).not.toContain('"level":50')
  },
  PATIENCE,
)

test(
  'a server that is killed while people post loses nothing that it acknowledged and doubles nothing',
  async () => {
    const { code, before, acknowledged, posts } = await talkThrough('SIGKILL')
    expect(code).toBe(null)
    expect(before).toBeLessThan(36)
    expect(posts.map((post) => post.number)).toEqual(Array.from({ length: 36 }, (_, n) => n + 1))
    expect(new Set(posts.map((post) => post.text)).size).toBe(36)
    expect(acknowledged).toHaveLength(36)
  },
  PATIENCE,
)
