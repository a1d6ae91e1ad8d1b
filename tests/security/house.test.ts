import { request as httpRequest } from 'node:http'
import { io } from 'socket.io-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../support/database'
import { type RunningServer, startServer } from '../support/server'

let site: RunningServer

beforeAll(async () => {
  site = await startServer({
    databaseUrl: await freshDatabase(),
    env: { METRICS_TOKEN: 'a token of sixteen', LOG_LEVEL: 'info' },
  })
})

afterAll(() => site.stop())

test('a page carries a policy with a nonce that its scripts carry too, and new each time', async () => {
  const answers = await Promise.all([site.fetch('/nowhere'), site.fetch('/nowhere')])
  const nonces = await Promise.all(
    answers.map(async (answer) => {
      const policy = answer.headers.get('content-security-policy') ?? ''
      const nonce = /script-src 'self' 'nonce-([^']+)'/.exec(policy)![1]!
      const scripts = (await answer.text()).match(/<script[^>]*>/g) ?? []
      expect(scripts.length).toBeGreaterThan(0)
      expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([])
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('referrer-policy')).toBe('same-origin')
      expect(answer.headers.get('x-powered-by')).toBeNull()
      return nonce
    }),
  )
  expect(nonces[0]).not.toBe(nonces[1])
})

test('a write from another site, from nowhere, or from a file is refused', async () => {
  for (const Origin of ['https://evil.example', 'null', '', `${site.origin}.evil.example`]) {
    const answer = await site.fetch('/nowhere', { method: 'POST', headers: { Origin } })
    expect([Origin, answer.status]).toEqual([Origin, 403])
  }
  expect((await site.fetch('/nowhere', { method: 'POST' })).status).not.toBe(403)
})

test('an address that cannot be read is no page, and a method that no page has is refused', async () => {
  for (const path of ['/%E0%A4%A', '/verify/%E0%A4%A', '/assets/%E0%A4%A']) {
    const answer = await site.fetch(path)
    expect([path, answer.status]).toEqual([path, 404])
    expect(await answer.text()).toContain('</html>')
  }
  const traced = await statusOf({ method: 'TRACE', path: '/sign-in' })
  expect(traced).toBe(405)
})

test('a target or a host that no address can be made of is refused, and none of it fails', async () => {
  const asked = [
    { path: 'http://evil.example/sign-in' },
    { path: '*', method: 'OPTIONS' },
    ...['a b', 'localhost:99999', 'x; y', '[::1'].map((Host) => ({ path: '/sign-in', headers: { Host } })),
  ]
  for (const one of asked) expect([one, await statusOf(one)]).toEqual([one, 400])
})

test('a page is compressed as the browser asks', async () => {
  for (const encoding of ['br', 'gzip'] as const) {
    const answer = await site.fetch('/nowhere', { headers: { 'Accept-Encoding': encoding } })
    expect(answer.headers.get('content-encoding')).toBe(encoding)
    expect(await answer.text()).toContain('</html>')
  }
  const plain = await site.fetch('/nowhere', { headers: { 'Accept-Encoding': 'identity' } })
  expect(plain.headers.get('content-encoding')).toBeNull()
})

test('files of the build never change and are compressed', async () => {
  const page = await (await site.fetch('/nowhere')).text()
  const script = /"(\/assets\/[^"]+\.js)"/.exec(page)![1]!
  const answer = await site.fetch(script, { headers: { 'Accept-Encoding': 'br' } })
  expect(answer.headers.get('content-encoding')).toBe('br')
  expect(answer.headers.get('content-type')).toContain('javascript')
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin')
  // Nothing that only a page needs: what a village's network carries is what the file says.
  expect(answer.headers.get('content-security-policy')).toBeNull()
  expect((await site.fetch('/assets/none.js')).status).toBe(404)
})

test('metrics are for this machine and for whoever knows the token', async () => {
  expect(await (await site.fetch('/metrics')).text()).toContain('gongxue_requests_total')
  const refused: Record<string, string>[] = [
    { Host: 'gongxue.example' },
    { 'X-Forwarded-For': '10.0.0.1' },
    { Forwarded: 'for=10.0.0.1' },
    { Host: 'gongxue.example', Authorization: 'Bearer wrong' },
  ]
  for (const headers of refused) expect([headers, await statusWith(headers)]).toEqual([headers, 404])
  const known = { Host: 'gongxue.example', Authorization: 'Bearer a token of sixteen' }
  expect(await statusWith(known)).toBe(200)
})

test('it is healthy, and ready while its database answers', async () => {
  expect((await site.fetch('/healthz')).status).toBe(200)
  expect((await site.fetch('/readyz')).status).toBe(200)
})

test('a test moves its clock by a message', async () => {
  const moved = await site.setClock(new Date('2026-03-02T01:00:00Z'))
  expect(moved.toISOString().slice(0, 16)).toBe('2026-03-02T01:00')
  await site.setClock(null)
  await site.sweep()
})

test('a browser that hides where a write or a socket comes from is believed only where it names this site', async () => {
  const hidden = { 'Sec-Fetch-Site': 'cross-site', Origin: '' }
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    const answer = await site.fetch('/sign-in', { method, headers: hidden })
    expect([method, answer.status]).toEqual([method, 403])
  }
  const poll = (headers: Record<string, string>) =>
    site.fetch('/socket.io/?EIO=4&transport=polling', { headers })
  expect((await poll({ 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
  expect((await poll({})).status).toBe(403)
  expect((await poll({ 'Sec-Fetch-Site': 'same-origin' })).status).toBe(200)
})

test('a socket of another site is refused, polling or not', async () => {
  const poll = (Origin: string) => site.fetch('/socket.io/?EIO=4&transport=polling', { headers: { Origin } })
  for (const foreign of ['https://evil.example', 'null', `${site.origin}.evil.example`]) {
    expect((await poll(foreign)).status).toBe(403)
    expect(await errorOf(foreign)).not.toBe('signed-out')
  }
  expect((await poll(site.origin)).status).toBe(200)
  expect(await errorOf(site.origin)).toBe('signed-out')
})

test('its log tells no query', async () => {
  await site.fetch('/nowhere/of/the/log?telephone=19900000001')
  await expect.poll(() => site.output()).toContain('"path":"/nowhere/of/the/log"')
  expect(site.output()).not.toContain('19900000001')
})

// fetch writes its own Host, so this speaks HTTP below it.
function statusWith(headers: Record<string, string>) {
  return statusOf({ path: '/metrics', headers })
}

/** What is answered to a request that `fetch` would not send. */
function statusOf(asked: { path: string; method?: string; headers?: Record<string, string> }) {
  return new Promise<number>((resolve, reject) => {
    const { hostname, port } = new URL(site.origin)
    httpRequest({ host: hostname, port, ...asked }, (answer) => {
      answer.resume()
      resolve(answer.statusCode!)
    })
      .on('error', reject)
      .end()
  })
}

/** What a websocket with this Origin and no session hears instead of a welcome. */
function errorOf(Origin: string) {
  const socket = io(site.origin, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { Origin },
  })
  return new Promise<string>((resolve) => {
    socket.on('connect', () => resolve('connected'))
    socket.on('connect_error', (error) => resolve(error.message))
  }).finally(() => socket.disconnect())
}
