import { differenceInMinutes } from 'date-fns'
import { now } from '~/clock.server'
import { type AfterCommit, db, inTransaction, type Tx } from '~/db.server'
import type { Actor } from '~/domain/actor'
import { disconnectSessions } from '~/domain/publish.server'
import { currentConsent } from './consent'
import { lucia, SESSION_COOKIE, sessionIdOf } from './lucia.server'

export type CurrentSession = {
  /** The hash under which it is stored: what sockets are cut by and its owner ends it by. */
  id: string
  accountId: string
  person: { id: string; name: string }
  /** Whether the person has agreed to the text about their data that holds now. */
  consented: boolean
}

const seenEveryMinutes = 60
const cookie = new RegExp(`(?:^|;\\s*)${SESSION_COOKIE}=([a-z0-9]{20,80})(?:;|$)`)

/** The session that a request's cookie names, while it is in force; null for a visitor. */
export async function sessionFor(request: Request): Promise<CurrentSession | null> {
  return sessionOfCookie(request.headers.get('Cookie'))
}

// The loaders of one page ask at the same moment; they share one question.
const asking = new Map<string, Promise<CurrentSession | null>>()

/** The same by a `Cookie` header, for a socket's handshake. */
export function sessionOfCookie(header: string | null | undefined): Promise<CurrentSession | null> {
  const token = sessionTokenIn(header)
  if (!token) return Promise.resolve(null)
  const shared = asking.get(token)
  if (shared) return shared
  const question = validated(token).finally(() => asking.delete(token))
  asking.set(token, question)
  return question
}

/** The token that a `Cookie` header carries. */
export function sessionTokenIn(header: string | null | undefined) {
  return header?.match(cookie)?.[1] ?? null
}

async function validated(token: string): Promise<CurrentSession | null> {
  const { session, user } = await lucia.validateSession(token)
  if (!session) return null
  const id = sessionIdOf(token)
  const at = now()
  if (differenceInMinutes(at, session.lastSeenAt) >= seenEveryMinutes) {
    await db.session.updateMany({ where: { id }, data: { lastSeenAt: at } })
  }
  return {
    id,
    accountId: user.id,
    person: { id: user.personId, name: user.name },
    consented: user.consents.includes(currentConsent),
  }
}

/** Begins a session and gives its token, which is stored nowhere; of the account's row only the id. */
export async function startSession(actor: Actor, accountId: string, device: string): Promise<string> {
  const session = await lucia.createSession(accountId, {
    startedAt: actor.at,
    lastSeenAt: actor.at,
    device: device.slice(0, 120),
  })
  return session.id
}

export type ListedSession = { id: string; device: string; startedAt: Date; lastSeenAt: Date }

/** Where somebody is signed in now, the latest first. */
export async function sessionsOf(actor: Actor): Promise<ListedSession[]> {
  if (!actor.person) return []
  return db.session.findMany({
    where: { account: { personId: actor.person.id }, expiresAt: { gt: actor.at } },
    select: { id: true, device: true, startedAt: true, lastSeenAt: true },
    orderBy: { lastSeenAt: 'desc' },
  })
}

/** Ends one of one's own sessions. Refuses `absent`, the same for somebody else's. */
export async function endSession(actor: Actor, sessionId: string) {
  const { person } = actor
  if (!person) return { refused: 'absent' as const }
  return inTransaction(async (tx, afterCommit) => {
    const { count } = await tx.session.deleteMany({
      where: { id: sessionId, account: { personId: person.id } },
    })
    if (count === 0) return { refused: 'absent' as const }
    afterCommit(() => disconnectSessions([sessionId]))
    return { ended: true as const }
  })
}

/** Ends all of an account's sessions, in the transaction that changes its password or its code. */
export async function endSessionsOf(tx: Tx, afterCommit: AfterCommit, accountId: string) {
  const sessions = await tx.session.findMany({ where: { accountId }, select: { id: true } })
  const ids = sessions.map((session) => session.id)
  if (ids.length === 0) return
  await tx.session.deleteMany({ where: { id: { in: ids } } })
  afterCommit(() => disconnectSessions(ids))
}

/** Ends the session of a token: signing out, or signing in anew over an older session. */
export async function endSessionOfToken(token: string) {
  await lucia.invalidateSession(token)
  disconnectSessions([sessionIdOf(token)])
}

/** Takes away what has run out; a sweep's work. */
export async function forgetExpiredSessions() {
  await lucia.deleteExpiredSessions()
}
