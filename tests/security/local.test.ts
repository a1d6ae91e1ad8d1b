// What is for this machine alone (/metrics, one-press sign-in) is asked for by raw requests, as no browser and no library
// would write them.
import { connect } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../support/database'
import { type RunningServer, startServer } from '../support/server'

const personId = '0193a000-0000-7000-8000-000000000001'

let site: RunningServer
let open: RunningServer
let databaseUrl: string

beforeAll(async () => {
  databaseUrl = await demonstration()
  site = await startServer({ databaseUrl })
  open = await startServer({ databaseUrl, env: { DEMO: 'on' } })
})

afterAll(async () => {
  await site.stop()
  await open.stop()
})

/** A database that holds a demonstration of one person. */
async function demonstration() {
  const url = await freshDatabase()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const note = { 'zh-CN': '四个期次', en: 'Runs all four cohorts' }
  const people = JSON.stringify([{ personId, name: '周敏', role: 'manager', note }])
  await client.query(
    `insert into "Person" (id, name, "recordedAt") values ('${personId}', '周敏', '2026-11-23')`,
  )
  await client.query(
    `insert into "Account" (id, "personId", "recordedAt")
     values ('0193a000-0000-7000-8000-000000000002', '${personId}', '2026-11-23')`,
  )
  await client.query(
    `insert into "DemoMark" (id, anchor, "madeAt", people) values (1, '2026-11-23', '2026-11-23', $1)`,
    [people],
  )
  await client.end()
  return url
}

type Asked = { method?: string; target?: string; headers?: string[]; body?: string; address?: string }

/** Sends these very bytes, and reads the whole answer. */
function raw(
  server: RunningServer,
  { method = 'GET', target = '/metrics', headers = [], body = '', address }: Asked,
) {
  const port = Number(new URL(server.origin).port)
  return new Promise<string>((resolve, reject) => {
    const socket = connect(port, address ?? '127.0.0.1')
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.on('error', reject).on('close', () => resolve(answer))
    const lines = [`${method} ${target} HTTP/1.1`, ...headers, 'Connection: close', '', body]
    socket.write(lines.join('\r\n'))
  })
}

const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1])

const local = ['Host: localhost', 'Host: localhost:3000', 'Host: 127.0.0.1:80', 'Host: [::1]:3000']

// Each as a stranger, a page of another site or a proxy on this machine would bring it.
const strange: Asked[] = [
  { headers: ['Host: localhost.evil.example'] },
  { headers: ['Host: evil.example'] },
  { headers: ['Host: localhost@evil.example'] },
  { headers: ['Host: 127.0.0.1.evil.example:3000'] },
  { headers: ['Host: 127.0.0.2'] },
  { headers: ['Host: 0.0.0.0'] },
  { headers: ['Host: [::1].evil.example'] },
  { headers: ['Host: localhost', 'Host: evil.example'] },
  { headers: ['Host: evil.example', 'Host: localhost'] },
  ...[
    'X-Forwarded-For: 203.0.113.7',
    'x-forwarded-for: 127.0.0.1',
    'X-Forwarded-Host: localhost',
    'X-Forwarded-Proto: https',
    'X-Forwarded-Port: 443',
    'X-Forwarded-Server: proxy',
    'Forwarded: for=203.0.113.7;host=localhost',
    'X-Real-IP: 203.0.113.7',
    'X-Client-IP: 203.0.113.7',
    'True-Client-IP: 203.0.113.7',
    'CF-Connecting-IP: 203.0.113.7',
    'Via: 1.1 proxy',
    'X-Forwarded-For:',
    'X-Envoy-External-Address: 203.0.113.7',
    'X-Envoy-Expected-Rq-Timeout-Ms: 15000',
    'Fastly-Client-IP: 203.0.113.7',
    'Fastly-FF: abc',
    'X-Azure-ClientIP: 203.0.113.7',
    'X-Azure-SocketIP: 203.0.113.7',
    'X-Original-Forwarded-For: 203.0.113.7',
    'X-Original-Host: gongxue.example',
    'X-Original-URL: /metrics',
    'X-ProxyUser-Ip: 203.0.113.7',
    'X-Cluster-Client-IP: 203.0.113.7',
    'X-Remote-Addr: 203.0.113.7',
    'X-Request-Id: 7',
    'X-Amzn-Trace-Id: Root=1',
    'CF-Ray: 7-PEK',
    'CDN-Loop: proxy',
    'Ali-CDN-Real-IP: 203.0.113.7',
    'WL-Proxy-Client-IP: 203.0.113.7',
    'Proxy-Client-IP: 203.0.113.7',
    'Client-IP: 203.0.113.7',
    'Remote-Addr: 203.0.113.7',
    'Fly-Client-IP: 203.0.113.7',
    'Akamai-Origin-Hop: 1',
    'Forwarded-For: 203.0.113.7',
  ].map((header) => ({ headers: ['Host: localhost', header] })),
]

const absolute = [
  'http://evil.example',
  'http://localhost.evil.example:3000',
  'http://localhost',
  'https://localhost',
]

test.each(local)('metrics are told to this machine: %s', async (host) => {
  expect(await raw(site, { headers: [host] })).toContain('gongxue_requests_total')
})

test('metrics are told to what a browser, an old library and a collector on this machine send', async () => {
  const headers = [
    'Host: localhost:3000',
    'Accept: */*',
    'Accept-Language: zh-CN',
    'Cookie: lang=en',
    'DNT: 1',
    'Priority: u=0, i',
    'Referer: http://localhost:3000/',
    'Sec-Fetch-Site: same-origin',
    'Sec-CH-UA-Platform: "Linux"',
    'Upgrade-Insecure-Requests: 1',
    'X-Requested-With: XMLHttpRequest',
    'X-Prometheus-Scrape-Timeout-Seconds: 10',
  ]
  expect(await raw(site, { headers })).toContain('gongxue_requests_total')
})

test('and to ::1, where the machine has it', async () => {
  const answer = await raw(site, { headers: ['Host: localhost'], address: '::1' }).catch(() => null)
  if (answer !== null) expect(answer).toContain('gongxue_requests_total')
})

test.each(strange)('metrics are told to nobody else: $headers', async (asked) => {
  const answer = await raw(site, asked)
  expect([400, 404]).toContain(statusOf(answer))
  expect(answer).not.toContain('gongxue_')
})

test.each(absolute)('nor to a request that names its target by %s', async (origin) => {
  const answer = await raw(site, { target: `${origin}/metrics`, headers: ['Host: localhost'] })
  expect(statusOf(answer)).toBe(404)
  expect(answer).not.toContain('gongxue_')
})

test('a request without a host is told nothing', async () => {
  for (const target of ['/metrics', 'http://localhost/metrics']) {
    expect(await raw(site, { target })).not.toContain('gongxue_')
  }
})

test('the sign-in page offers the demonstration’s people to this machine, and says what they are', async () => {
  for (const host of local) {
    expect(await raw(site, { target: '/sign-in', headers: [host] })).toContain('周敏')
  }
})

test.each(strange)('it offers them to nobody else: $headers', async ({ headers }) => {
  expect(await raw(site, { target: '/sign-in', headers })).not.toContain('周敏')
})

test.each(absolute)('nor to a request for %s', async (origin) => {
  const answer = await raw(site, { target: `${origin}/sign-in`, headers: ['Host: localhost'] })
  expect(answer).not.toContain('周敏')
})

const body = `person=${personId}`

function pressing(host: string, more: string[] = [], target = '/sign-in'): Asked {
  return {
    method: 'POST',
    target,
    headers: [
      `Host: ${host}`,
      `Origin: http://${host}`,
      'Content-Type: application/x-www-form-urlencoded',
      `Content-Length: ${body.length}`,
      ...more,
    ],
    body,
  }
}

test('one press signs in on this machine', async () => {
  const answer = await raw(site, pressing('localhost'))
  expect(statusOf(answer)).toBe(302)
  expect(answer).toMatch(/set-cookie: session=/i)
})

test('it signs nobody in from elsewhere', async () => {
  const asked = [
    pressing('localhost.evil.example'),
    pressing('gongxue.example'),
    pressing('localhost', ['X-Forwarded-For: 127.0.0.1']),
    pressing('localhost', ['Forwarded: for=127.0.0.1']),
    pressing('localhost', ['X-Envoy-External-Address: 203.0.113.7']),
    pressing('localhost', ['Fastly-Client-IP: 203.0.113.7']),
    pressing('localhost', [], 'http://evil.example/sign-in'),
  ]
  for (const one of asked) {
    const answer = await raw(site, one)
    expect(statusOf(answer)).toBeGreaterThanOrEqual(400)
    expect(answer).not.toMatch(/set-cookie: session=/i)
  }
})

test('with DEMO=on one press signs in from anywhere, and metrics still tell nobody else', async () => {
  expect(await raw(open, { target: '/sign-in', headers: ['Host: demo.example'] })).toContain('周敏')
  expect(await raw(open, pressing('demo.example'))).toMatch(/set-cookie: session=/i)
  expect(statusOf(await raw(open, { headers: ['Host: demo.example'] }))).toBe(404)
})

test('no press signs in where no demonstration is laid', async () => {
  const real = await startServer({ databaseUrl: await freshDatabase(), env: { DEMO: 'off' } })
  expect(await raw(real, { target: '/sign-in', headers: ['Host: localhost'] })).not.toContain('周敏')
  expect(await raw(real, pressing('localhost'))).not.toMatch(/set-cookie: session=/i)
  await real.stop()
})
