// Lucia behind one file. Its database is ours: only the hash of a session's token is stored, and expiries stand on
// our clock; Lucia compares with the machine's, so they are handed over shifted.
import { createHash } from 'node:crypto'
import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from 'lucia'
import { fromMachine, now, toMachine } from '~/clock.server'
import { inTransaction, pool } from '~/db.server'

export const sessionDays = 30

export const SESSION_COOKIE = 'session'

type SessionAttributes = { startedAt: Date; lastSeenAt: Date; device: string }
type UserAttributes = { personId: string; name: string; consents: string[] }

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<SessionAttributes, UserAttributes>
    DatabaseSessionAttributes: SessionAttributes
    DatabaseUserAttributes: UserAttributes
  }
}

/** The identifier under which a token's session is stored. */
export function sessionIdOf(token: string) {
  return createHash('sha256').update(token).digest('base64url')
}

const adapter: Adapter = {
  async getSessionAndUser(token) {
    const { rows } = await pool.query<Row>({
      name: 'session-and-person',
      text: `select s."accountId", s."startedAt", s."lastSeenAt", s."expiresAt", s.device, p.id as "personId", p.name,
          array(select c.version from "Consent" c where c."accountId" = s."accountId") as consents
        from "Session" s
        join "Account" a on a.id = s."accountId"
        join "Person" p on p.id = a."personId"
        where s.id = $1`,
      values: [sessionIdOf(token)],
    })
    const [row] = rows
    if (!row) return [null, null]
    const { accountId, startedAt, lastSeenAt, device, personId, name, consents } = row
    const session: DatabaseSession = {
      id: token,
      userId: accountId,
      expiresAt: toMachine(row.expiresAt),
      attributes: { startedAt, lastSeenAt, device },
    }
    const user: DatabaseUser = { id: accountId, attributes: { personId, name, consents } }
    return [session, user]
  },
  async getUserSessions() {
    // A stored session has no token any more; whoever owns them gets them by `sessionsOf`.
    return []
  },
  async setSession({ id, userId, expiresAt, attributes }) {
    await inTransaction((tx) =>
      tx.session.create({
        data: { id: sessionIdOf(id), accountId: userId, expiresAt: fromMachine(expiresAt), ...attributes },
      }),
    )
  },
  async updateSessionExpiration(token, expiresAt) {
    await inTransaction((tx) =>
      tx.session.updateMany({
        where: { id: sessionIdOf(token) },
        data: { expiresAt: fromMachine(expiresAt) },
      }),
    )
  },
  async deleteSession(token) {
    await inTransaction((tx) => tx.session.deleteMany({ where: { id: sessionIdOf(token) } }))
  },
  async deleteUserSessions(userId) {
    await inTransaction((tx) => tx.session.deleteMany({ where: { accountId: userId } }))
  },
  async deleteExpiredSessions() {
    await inTransaction((tx) => tx.session.deleteMany({ where: { expiresAt: { lte: now() } } }))
  },
}

type Row = UserAttributes & SessionAttributes & { accountId: string; expiresAt: Date }

// The cookie outlives the session: the server decides, and no answer has to renew it.
export const lucia = new Lucia<SessionAttributes, UserAttributes>(adapter, {
  sessionExpiresIn: new TimeSpan(sessionDays, 'd'),
  sessionCookie: { name: SESSION_COOKIE, expires: false },
  getSessionAttributes: ({ startedAt, lastSeenAt, device }) => ({ startedAt, lastSeenAt, device }),
  getUserAttributes: ({ personId, name, consents }) => ({ personId, name, consents }),
})
