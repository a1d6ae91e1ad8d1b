// Ours: a trainee's outline from the built server as it runs, session and database included. The floor: the same
// routes of the same build in a bare Remix on Express, whose loaders give from memory what they once answered.
// Beside it: the same tree by renderToString on node:http. None is asked to compress.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { Agent, get } from 'node:http'
import { db } from '~/db.server'
import { currentConsent } from '~/domain/accounts/consent'
import { SESSION_COOKIE } from '~/domain/accounts/lucia.server'
import { startSession } from '~/domain/accounts/sessions.server'
import { newId } from '~/domain/ids.server'
import { DEMONSTRATION_SECRET } from '~/env.server'
import { paths } from '~/paths'
import { startServer } from '../tests/support/server'
import { cloneDatabase } from '../tests/support/test-postgres'
import { monday } from '../tests/support/world'
import { type Case, inTurns } from './measure'
import { importRoster } from './roster-import'
import { type DamingCohort, damingCohort, withDatabase } from './world'

const AT_ONCE = 16
const WARM = 400
const MILLISECONDS = 1000
const ROUNDS = 11

export const outline: Case = {
  name: 'outline',
  unit: 'requests/s',
  aim: 0.7,
  beside: 'bare renderToString on node:http',
  async run(serverUrl) {
    const cohort = await damingCohort(serverUrl)
    const databaseUrl = await cloneDatabase(serverUrl, cohort.name)
    await withDatabase(databaseUrl, async () =>
      importRoster(cohort, await readFile('tests/fixtures/daming-roster.xlsx')),
    )
    const server = await startServer({ databaseUrl, env: { SECRET: DEMONSTRATION_SECRET } })
    const floor = await startFloor(databaseUrl)
    try {
      await server.setClock(monday)
      // Not earlier: on the machine's own day, before its clock was moved, the server forgets old sessions.
      const { path, cookie } = await withDatabase(databaseUrl, () => signedInTrainee(cohort))
      const pages = { ours: server.origin, floor: floor.remix, beside: floor.bare }
      await sameTree(Object.values(pages), path, cookie)
      // Not by time: on a busy machine a second is too short for the compiler to see what is hot.
      for (const origin of Object.values(pages))
        await visitWhile(origin + path, cookie, (seen) => seen < WARM)
      return await inTurns(ROUNDS, {
        ours: () => requestsPerSecond(pages.ours + path, cookie),
        floor: () => requestsPerSecond(pages.floor + path, cookie),
        beside: () => requestsPerSecond(pages.beside + path, cookie),
      })
    } finally {
      await Promise.all([server.stop(), floor.stop()])
    }
  },
}

async function signedInTrainee(cohort: DamingCohort) {
  const enrolment = await db.enrolment.findFirstOrThrow({
    where: { cohortId: cohort.cohort.id },
    orderBy: { id: 'asc' },
    select: { id: true, person: { select: { id: true, name: true, account: { select: { id: true } } } } },
  })
  const accountId = enrolment.person.account!.id
  await db.consent.create({ data: { id: newId(), accountId, version: currentConsent, occurredAt: monday } })
  const actor = { person: enrolment.person, at: monday, through: 'page' as const }
  const token = await startSession(actor, accountId, 'bench')
  return { path: paths.outline(enrolment.id), cookie: `${SESSION_COOKIE}=${token}; lang=zh-CN` }
}

async function startFloor(databaseUrl: string) {
  const child = spawn(process.execPath, ['bench/outline-floor.mjs'], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { PATH: process.env.PATH, NODE_ENV: 'production', DATABASE_URL: databaseUrl },
  })
  const exited = once(child, 'exit')
  const [ports] = (await Promise.race([
    once(child, 'message'),
    exited.then(() => Promise.reject(new Error('The floor ended before it answered'))),
  ])) as [{ remix: number; bare: number }]
  child.send({ clock: monday.toISOString() })
  await once(child, 'message')
  return {
    remix: `http://localhost:${ports.remix}`,
    bare: `http://localhost:${ports.bare}`,
    async stop() {
      child.kill()
      await exited
    },
  }
}

/** That all of them draw the page that is meant, with each of its activities. */
async function sameTree(origins: string[], path: string, cookie: string) {
  const counts = []
  for (const origin of origins) {
    const response = await fetch(origin + path, { headers: { cookie }, redirect: 'manual' })
    const page = await response.text()
    if (response.status !== 200) throw new Error(`${origin} answers ${response.status}`)
    counts.push(page.split(/<li[ >]/).length)
  }
  if (new Set(counts).size > 1) throw new Error(`The pages differ: ${counts.join(', ')} list items`)
}

async function requestsPerSecond(url: string, cookie: string) {
  const began = performance.now()
  const answered = await visitWhile(url, cookie, () => performance.now() - began < MILLISECONDS)
  return (answered * 1000) / (performance.now() - began)
}

/** Visitors who come again and again, for as long as `going` says of how many have been answered. */
async function visitWhile(url: string, cookie: string, going: (answered: number) => boolean) {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  let answered = 0
  async function visitor() {
    while (going(answered)) {
      await visit(url, cookie, agent)
      answered += 1
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, visitor))
  agent.destroy()
  return answered
}

function visit(url: string, cookie: string, agent: Agent) {
  return new Promise<void>((resolve, reject) => {
    get(url, { agent, headers: { cookie } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} answers ${response.statusCode}`))
      response.resume().on('end', resolve).on('error', reject)
    }).on('error', reject)
  })
}
