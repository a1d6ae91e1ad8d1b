// Every route and method of the build, every intent of an action, and every socket event has one line that says who
// may; this asks each of them as everybody.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '~/db.server'
import { close } from '~/open.server'
import { freshDatabase } from '../support/database'
import { openBeside } from '../support/open-beside'
import { type RunningServer, startServer } from '../support/server'
import { signedIn } from '../support/sessions'
import { events } from './matrix/events'
import { type Line, labelOf } from './matrix/line'
import { pages } from './matrix/pages'
import { built, intentsOf, type Route } from './matrix/sources'
import { type Ids, matrixWorld, now, type Who, whoever } from './matrix/world'

const folder = mkdtempSync(join(tmpdir(), 'gongxue-matrix-'))
const { routes, events: registered } = await built()
const foreign: Record<string, string>[] = [
  { Origin: 'https://evil.example' },
  { Origin: 'null' },
  { Origin: '', 'Sec-Fetch-Site': 'cross-site' },
]
const cookies = new Map<Who, string>()
let server: RunningServer
let world: Awaited<ReturnType<typeof matrixWorld>>
let missing: Ids

beforeAll(async () => {
  const databaseUrl = await freshDatabase()
  await openBeside(databaseUrl, { folder, connections: 6 })
  world = await matrixWorld()
  const names = Object.keys(world.ids) as (keyof Ids)[]
  missing = Object.fromEntries(names.map((name) => [name, randomUUID()])) as Ids
  for (const who of whoever) if (who !== 'nobody') cookies.set(who, await sessionOf(who))
  server = await startServer({ databaseUrl, env: { DATA_DIR: folder } })
  await server.setClock(now)
  // What is due by now is done now, so that nothing changes by time alone while people ask.
  await server.sweep()
}, 300_000)

afterAll(async () => {
  await server?.stop()
  await close()
  rmSync(folder, { recursive: true, force: true })
})

test('each route, method and intent of the build has one line, and each line is of the build', () => {
  const there = routes.flatMap((route) =>
    route.methods.flatMap((method) =>
      linesDue(route, method).map((intent) => labelOf({ method, route: route.id, intent })),
    ),
  )
  expect(pages.map(labelOf).sort()).toEqual(there.sort())
})

test('each socket event has one line, and each line is registered', () => {
  expect(Object.keys(events).sort()).toEqual([...registered].sort())
})

test.each(pages.map((line): [string, Line] => [labelOf(line), line]))('%s', async (_, line) => {
  const route = routes.find(({ id }) => id === line.route)!
  const refused = whoever.filter((who) => !line.may.includes(who))
  const before = await contents()
  const answers = await Promise.all(
    refused.map(async (who) => [who, outcomeOf(await ask(route, line, who, world.ids))] as const),
  )
  expect(answers).toEqual(refused.map((who) => [who, dueTo(who, line)]))
  // Whoever may not open the page learns nothing of its form, not even that it was wrong.
  const wrong = { ...line, form: undefined }
  for (const who of refused) {
    if (line.method === 'GET' || pageOf(line).may.includes(who)) continue
    const answer = outcomeOf(await ask(route, wrong, who, world.ids))
    expect([who, 'with a wrong form', answer]).toEqual([who, 'with a wrong form', dueTo(who, line)])
  }
  const [known] = refused.filter((who) => who !== 'nobody')
  if (known) {
    const [theirs, nothing] = [
      await ask(route, line, known, world.ids),
      await ask(route, line, known, missing),
    ]
    expect(withoutIds(theirs.text)).toBe(withoutIds(nothing.text))
  }
  expect(await contents()).toEqual(before)
  for (const who of line.may) {
    const answer = await ask(route, line, who, world.ids)
    expect([who, outcomeOf(answer)]).toEqual([who, line.ends ? 'to sign in' : 'in'])
    expect(line.method === 'GET' ? [200, 202, 302] : [200, 202, 302, 400, 409]).toContain(answer.status)
  }
})

test('each form is refused from another site, and from a page that hides where it comes from', async () => {
  const before = await contents()
  for (const line of pages.filter(({ method, may }) => method === 'POST' && may.length > 0)) {
    const route = routes.find(({ id }) => id === line.route)!
    for (const headers of foreign) {
      const answer = await ask(route, line, line.may[0]!, world.ids, headers)
      expect([labelOf(line), headers, answer.status]).toEqual([labelOf(line), headers, 403])
    }
  }
  expect(await contents()).toEqual(before)
})

test.each(Object.keys(events))('socket event %s', async (name) => {
  const { may, message } = events[name]!
  const before = await contents()
  for (const who of whoever) {
    if (who === 'nobody' || may.includes(who)) continue
    const phone = await connect(who)
    const theirs = await phone.emitWithAck(name, message(world.ids))
    const nothing = await phone.emitWithAck(name, message(missing))
    phone.disconnect()
    expect([who, theirs, nothing]).toEqual([who, { refused: 'absent' }, { refused: 'absent' }])
  }
  await expect(connect('nobody')).rejects.toThrow('signed-out')
  expect(await contents()).toEqual(before)
  for (const who of may) {
    const phone = await connect(who)
    const answer = await phone.emitWithAck(name, message(world.ids))
    phone.disconnect()
    expect([who, answer]).toEqual([who, expect.not.objectContaining({ refused: expect.anything() })])
  }
})

/** The intents that lines are due for; '' is what an action does when it is asked for none of them. */
function linesDue(route: Route, method: 'GET' | 'POST') {
  if (method === 'GET') return ['']
  const named = intentsOf(route)
  const unnamed = pages.some(
    (line) => line.route === route.id && line.method === 'POST' && line.intent === '',
  )
  return named.length === 0 || unnamed ? [...named, ''] : named
}

/** The line of the page that a form stands on; a form without a page is its own. */
function pageOf(line: Line) {
  return pages.find(({ method, route }) => method === 'GET' && route === line.route) ?? line
}

// What the page itself answers comes before what its form would.
function dueTo(who: Who, line: Line) {
  const page = pageOf(line)
  const { otherwise } = page.may.includes(who) ? line : page
  if (otherwise === 'missing to all') return 'missing'
  return who === 'nobody' ? 'to sign in' : otherwise
}

type Answer = { status: number; to: string | null; text: string }

/** What an answer means to whoever asked. */
function outcomeOf({ status, to, text }: Answer) {
  if (status === 404) return 'missing'
  if (status === 403) return 'forbidden'
  if (status === 302 || status === 202) {
    return /\/sign-in(\?|"|$)/.test(to ?? text) ? 'to sign in' : 'in'
  }
  return status < 500 ? 'in' : `failed with ${status}`
}

// A page's loader and action are asked as the browser's own code asks them, one route at a time: the loader of the
// layout around it protects none of them.
async function ask(
  route: Route,
  line: Line,
  who: Who,
  ids: Ids,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const url = new URL(line.at(ids), server.origin)
  if (route.isPage) {
    url.pathname = url.pathname === '/' ? '/_root.data' : `${url.pathname}.data`
    if (line.method === 'GET') url.searchParams.set('_routes', route.id)
  }
  const cookie = line.ends && who !== 'nobody' ? await sessionOf(who) : cookies.get(who)
  const answer = await server.fetch(url.pathname + url.search, {
    method: line.method,
    headers: { ...headers, ...(cookie && { Cookie: cookie }) },
    ...(line.method === 'POST' && { body: bodyOf(line, ids) }),
  })
  return { status: answer.status, to: answer.headers.get('Location'), text: await answer.text() }
}

function bodyOf({ intent, form }: Line, ids: Ids) {
  const fields = form?.(ids) ?? {}
  return fields instanceof FormData ? fields : new URLSearchParams({ ...(intent && { intent }), ...fields })
}

function sessionOf(who: Exclude<Who, 'nobody'>) {
  return signedIn(world.people[who].person, now)
}

function withoutIds(text: string) {
  return text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')
}

async function connect(who: Who): Promise<Socket> {
  const Cookie = cookies.get(who)
  const phone = io(server.origin, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { Origin: server.origin, ...(Cookie && { Cookie }) },
  })
  await new Promise<void>((resolve, reject) => {
    phone.on('connect', resolve)
    phone.on('connect_error', reject)
  })
  return phone
}

/** All that the database holds, table by table; sessions are seen by every request. */
async function contents(): Promise<Record<string, string>> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'Session' order by relname`
  const rows = await db.$queryRawUnsafe<{ name: string; held: string }[]>(
    tables
      .map(
        ({ name }) =>
          `select '${name}' as name, count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as held from "${name}" t`,
      )
      .join(' union all '),
  )
  return Object.fromEntries(rows.map(({ name, held }) => [name, held]))
}
