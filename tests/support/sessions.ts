// Somebody signed in at a running server, without its pages: a session, and the cookie that carries it.
import { now, withClock } from '~/clock.server'
import { db } from '~/db.server'
import { currentConsent } from '~/domain/accounts/consent'
import { startSession } from '~/domain/accounts/sessions.server'
import { newId } from '~/domain/ids.server'

/** The cookie of a new session of this person, begun at an instant of the server's clock. */
export async function signedIn(
  person: { id: string; name: string },
  at: Date = now(),
  { consented = true } = {},
) {
  const known = await db.account.findUnique({ where: { personId: person.id } })
  const account =
    known ?? (await db.account.create({ data: { id: newId(), personId: person.id, recordedAt: at } }))
  if (consented) {
    const version = currentConsent
    await db.consent.upsert({
      where: { accountId_version: { accountId: account.id, version } },
      create: { id: newId(), accountId: account.id, version, occurredAt: at },
      update: {},
    })
  }
  const actor = { person, at, through: 'page' as const }
  return `session=${await withClock(at, () => startSession(actor, account.id, 'test'))}`
}

export async function endAllSessions(person: { id: string }) {
  await db.session.deleteMany({ where: { account: { personId: person.id } } })
}
