// Guessing is slowed down without locking anybody out of their own account.
//
// 1. Wrong passwords for one name from one address: ten in fifteen minutes. The right one still signs in from
//    another address.
// 2. Wrong passwords for one name from everywhere: two hundred in fifteen minutes, against many addresses at once.
// 3. Wrong passwords from one address for whatever names: three hundred in fifteen minutes. A school behind one
//    address has as many people; somebody who tries one password on all names has more.
// 4. A browser that signed in to this account before has its own count, ten in fifteen minutes, and no other.
// 5. Codes have fifty bits: wrong ones from one address, a thousand in ten minutes; right ones never count.
//
// What is counted is a keyed hash of what was typed, whether or not there is such an account, so that both are
// answered alike. An attempt is written before its password is looked at: many at once cannot outrun the count.
import { createHmac } from 'node:crypto'
import { addMinutes, differenceInMinutes, subDays, subMinutes } from 'date-fns'
import { db } from '~/db.server'
import type { Actor } from '~/domain/actor'
import { newId } from '~/domain/ids.server'
import { keyFor } from '~/env.server'

export type From = {
  /** The address that the request came from. */
  address: string
  /** What the browser keeps of an earlier sign-in; null for one that never signed in. */
  deviceToken: string | null
}

export type Attempt = { id: string } | { refused: 'too-many'; minutes: number }

const minutes = 15
const perNameAndAddress = 10
const perName = 200
const perAddress = 300
const perDevice = 10
const codeMinutes = 10
const codesPerAddress = 1000

/** Counts a try at a password before it is looked at. `knownDevice`: signed in to this very account before. */
export async function tryPassword(
  actor: Actor,
  key: string,
  from: From,
  knownDevice: boolean,
): Promise<Attempt> {
  const attempt = await note(actor, key, from)
  const since = subMinutes(actor.at, minutes)
  const { keyHash, addressHash, deviceHash } = attempt
  if (knownDevice) {
    return within(actor, attempt.id, { keyHash, deviceHash }, perDevice, since)
  }
  for (const [where, limit] of [
    [{ keyHash, addressHash }, perNameAndAddress],
    [{ keyHash }, perName],
    [{ addressHash }, perAddress],
  ] as const) {
    const verdict = await within(actor, attempt.id, where, limit, since)
    if ('refused' in verdict) return verdict
  }
  return { id: attempt.id }
}

/** The same for a code. */
export async function tryCode(actor: Actor, from: From): Promise<Attempt> {
  const attempt = await note(actor, 'code', from)
  const { keyHash, addressHash } = attempt
  const since = subMinutes(actor.at, codeMinutes)
  return within(actor, attempt.id, { keyHash, addressHash }, codesPerAddress, since)
}

/** The password or the code was right: it counts against nobody. */
export async function succeeded(attempt: { id: string }) {
  await db.signInAttempt.update({ where: { id: attempt.id }, data: { succeeded: true } })
}

/** Attempts of more than a day ago tell nobody anything any more. */
export async function forgetAttempts(actor: Actor) {
  await db.signInAttempt.deleteMany({ where: { occurredAt: { lt: subDays(actor.at, 1) } } })
}

/** A device's token as it is kept. */
export function hashDevice(token: string) {
  return keyed(`device\n${token}`)
}

async function note(actor: Actor, key: string, from: From) {
  return db.signInAttempt.create({
    data: {
      id: newId(),
      keyHash: keyed(`key\n${key}`),
      addressHash: keyed(`address\n${from.address}`),
      deviceHash: from.deviceToken ? hashDevice(from.deviceToken) : null,
      succeeded: false,
      occurredAt: actor.at,
    },
  })
}

async function within(
  actor: Actor,
  id: string,
  where: { keyHash?: string; addressHash?: string; deviceHash?: string | null },
  limit: number,
  since: Date,
): Promise<Attempt> {
  const wrong = { ...where, succeeded: false, occurredAt: { gt: since } }
  if ((await db.signInAttempt.count({ where: wrong })) <= limit) return { id }
  // One that was turned away does not count, so that whoever keeps trying is not kept waiting for ever.
  await db.signInAttempt.delete({ where: { id } })
  const first = await db.signInAttempt.findFirst({ where: wrong, orderBy: { occurredAt: 'asc' } })
  const window = differenceInMinutes(actor.at, since)
  const again = addMinutes(first?.occurredAt ?? actor.at, window)
  return { refused: 'too-many', minutes: Math.max(1, differenceInMinutes(again, actor.at)) }
}

function keyed(text: string) {
  return createHmac('sha256', keyFor('throttle')).update(text).digest('base64url')
}
