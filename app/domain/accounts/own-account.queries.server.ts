import { db } from '~/db.server'
import { inForce } from '~/domain/access/in-force'
import { maskTelephone } from '~/domain/accounts/telephone'
import type { Actor } from '~/domain/actor'
import { currentConsent } from './consent'

/** What somebody sees of themselves; numbers masked, since a screen is seen by others too. */
export async function ownDetails(actor: Actor) {
  if (!actor.person) return null
  const { at } = actor
  const person = await db.person.findUnique({
    where: { id: actor.person.id },
    select: {
      name: true,
      telephone: true,
      identityNumbers: { where: inForce(at), select: { masked: true } },
      doubts: {
        where: { resolvedAt: null },
        select: { message: true },
        orderBy: { occurredAt: 'desc' },
        take: 1,
      },
      account: {
        select: {
          passwordHash: true,
          keys: { where: inForce(at), select: { kind: true, masked: true }, orderBy: { kind: 'asc' } },
          consents: { orderBy: { occurredAt: 'desc' }, select: { version: true, occurredAt: true } },
        },
      },
    },
  })
  if (!person) return null
  const consent = person.account?.consents.find((one) => one.version === currentConsent)
  return {
    name: person.name,
    number: person.identityNumbers[0]?.masked ?? null,
    telephone: person.telephone && maskTelephone(person.telephone),
    keys: person.account?.keys ?? [],
    doubt: person.doubts[0]?.message ?? null,
    hasPassword: Boolean(person.account?.passwordHash),
    consent: consent ? { version: consent.version, at: consent.occurredAt.toISOString() } : null,
  }
}
