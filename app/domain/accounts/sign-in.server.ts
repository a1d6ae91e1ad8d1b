import { randomBytes } from 'node:crypto'
import { db, inTransaction, type Tx } from '~/db.server'
import { inForce } from '~/domain/access/in-force'
import type { Actor } from '~/domain/actor'
import { newId } from '~/domain/ids.server'
import { arrive } from './arrival.server'
import { currentConsent } from './consent'
import { isPassword, TooBusy } from './passwords.server'
import { hashKey } from './personal-keys.server'
import { endSessionOfToken, startSession } from './sessions.server'
import { readSignInName } from './sign-in-name'
import { type From, hashDevice, succeeded, tryPassword } from './throttle.server'

export type Browser = From & {
  /** What the browser calls itself, as its owner will read it in the list of sessions. */
  device: string
  /** The session that it holds already and that ends now. */
  sessionToken: string | null
}

/** What the browser is to keep: a session, and the token by which it is known at the next sign-in. */
export type Started = { sessionToken: string; deviceToken: string; personId: string }

export type SignInRefusal =
  | { refused: 'wrong' }
  | { refused: 'too-many'; minutes: number }
  | { refused: 'too-busy' }

/**
 * Signs somebody in by telephone, identity number or e-mail and password, in a new session.
 *
 * Refuses `wrong` for an unknown name, a lapsed number, an account without a password and a wrong password alike,
 * after the same work; `too-many` with the minutes to wait; `too-busy` in a flood.
 */
export async function signIn(
  actor: Actor,
  { name, password }: { name: string; password: string },
  browser: Browser,
): Promise<Started | SignInRefusal> {
  const read = readSignInName(name)
  const key = read ? `${read.kind}\n${read.value}` : `unread\n${name.trim().slice(0, 200)}`
  const account = await accountOf(actor, read ? hashKey(read.kind, read.value) : '', browser)
  const attempt = await tryPassword(actor, key, browser, account?.knowsDevice ?? false)
  if ('refused' in attempt) return attempt

  const right = await quietly(isPassword(account?.passwordHash ?? null, password))
  if (right === 'too-busy') return { refused: 'too-busy' }
  if (!account || !right) return { refused: 'wrong' }
  await succeeded(attempt)
  return start(actor, account, browser)
}

/** Begins a session for an account whose owner has just shown who they are. */
export async function start(
  actor: Actor,
  account: { id: string; personId: string },
  browser: Browser,
): Promise<Started> {
  if (browser.sessionToken) await endSessionOfToken(browser.sessionToken)
  return inTransaction(async (tx) => {
    const deviceToken = await knowDevice(tx, actor, account.id, browser.deviceToken)
    const consented = await tx.consent.count({
      where: { accountId: account.id, version: currentConsent },
    })
    if (consented > 0) await arrive(tx, actor, account.personId)
    const sessionToken = await startSession(actor, account.id, browser.device)
    return { sessionToken, deviceToken, personId: account.personId }
  })
}

async function accountOf(actor: Actor, hash: string, { deviceToken }: Browser) {
  const key = await db.signInKey.findFirst({
    where: { hash, ...inForce(actor.at) },
    select: {
      account: {
        select: {
          id: true,
          personId: true,
          passwordHash: true,
          devices: {
            where: { tokenHash: deviceToken ? hashDevice(deviceToken) : '' },
            select: { id: true },
          },
        },
      },
    },
  })
  return key && { ...key.account, knowsDevice: key.account.devices.length > 0 }
}

/** Remembers the browser for this account; one browser may be known to several. */
async function knowDevice(tx: Tx, actor: Actor, accountId: string, token: string | null) {
  const deviceToken = token && /^[\w-]{43}$/.test(token) ? token : randomBytes(32).toString('base64url')
  const tokenHash = hashDevice(deviceToken)
  await tx.knownDevice.upsert({
    where: { accountId_tokenHash: { accountId, tokenHash } },
    create: { id: newId(), accountId, tokenHash, lastSignedInAt: actor.at },
    update: { lastSignedInAt: actor.at },
  })
  return deviceToken
}

async function quietly<T>(work: Promise<T>): Promise<T | 'too-busy'> {
  try {
    return await work
  } catch (error) {
    if (error instanceof TooBusy) return 'too-busy'
    throw error
  }
}
