// What people do to their own account: choose a password by a code, change it, agree to the use of their data, say
// that their details are wrong.
import { db, inTransaction, type Tx, transactionUnderWay } from '~/db.server'
import { inForce } from '~/domain/access/in-force'
import type { Actor } from '~/domain/actor'
import { audit } from '~/domain/audit/audit.server'
import { newId } from '~/domain/ids.server'
import { arrive } from './arrival.server'
import { readCode } from './code'
import { hashCode, lockAccounts } from './codes.server'
import { currentConsent } from './consent'
import { type WrongPassword, wrongPassword } from './password'
import { hashPassword, isPassword, TooBusy } from './passwords.server'
import { hashKey } from './personal-keys.server'
import { endSessionsOf } from './sessions.server'
import { type Browser, type Started, start } from './sign-in.server'
import { readSignInName } from './sign-in-name'
import { type From, succeeded, tryCode, tryPassword } from './throttle.server'

export type CodeRefusal = { refused: 'wrong-code' } | { refused: 'too-many'; minutes: number }

export type OpenCode = { code: string; kind: 'slip' | 'reset'; personId: string; name: string }

/**
 * Whose code this is, so that they can choose a password with it. Refuses `wrong-code` for an unknown, used, ended
 * and expired one alike, and `too-many` with the minutes to wait.
 */
export async function openCode(actor: Actor, typed: string, from: From): Promise<OpenCode | CodeRefusal> {
  const attempt = await tryCode(actor, from)
  if ('refused' in attempt) return attempt
  const code = readCode(typed)
  const row = await codeInForce(db, actor, code)
  if (!code || !row) return { refused: 'wrong-code' }
  await succeeded(attempt)
  return { code, kind: row.kind === 'slip' ? 'slip' : 'reset', personId: row.personId, name: row.name }
}

/**
 * Uses a code, once, for a password of one's own, ends the account's older sessions and signs its owner in.
 * Refuses as `openCode` does, and a password as `wrongPassword` does.
 */
export async function spendCode(
  actor: Actor,
  { code: typed, password }: { code: string; password: string },
  browser: Browser,
): Promise<Started | CodeRefusal | { refused: WrongPassword | 'too-busy' }> {
  const opened = await openCode(actor, typed, browser)
  if ('refused' in opened) return opened
  const wrong = wrongPassword(password) ?? (await ownName(actor, opened.code, password))
  if (wrong) return { refused: wrong }
  const passwordHash = await hashed(password)
  if (passwordHash === null) return { refused: 'too-busy' }

  const account = await takePassword(actor, { code: opened.code, passwordHash })
  return 'refused' in account ? account : start(actor, account, browser)
}

/**
 * Uses a code, once, for a password that has been looked at and hashed, and ends the account's older sessions. Refuses
 * `wrong-code` as `openCode` does.
 */
export async function takePassword(
  actor: Actor,
  { code, passwordHash }: { code: string; passwordHash: string },
): Promise<{ id: string; personId: string } | { refused: 'wrong-code' }> {
  return inTransaction(async (tx, afterCommit) => {
    const found = await codeInForce(tx, actor, code)
    if (!found) return { refused: 'wrong-code' }
    await lockAccounts(tx, [found.accountId])
    // Again under the lock: of two browsers with one code the second finds it used.
    const row = await codeInForce(tx, actor, code)
    if (!row) return { refused: 'wrong-code' }
    const by: Actor = { ...actor, person: { id: row.personId, name: row.name } }
    await tx.accessCode.update({ where: { id: row.id }, data: { usedAt: actor.at } })
    await tx.account.update({
      where: { id: row.accountId },
      data: { passwordHash, firstSignedInAt: row.firstSignedInAt ?? actor.at },
    })
    await endSessionsOf(tx, afterCommit, row.accountId)
    await audit(tx, by, {
      action: 'code.used',
      subjectKind: 'person',
      subjectId: row.personId,
      details: { kind: row.kind },
    })
    return { id: row.accountId, personId: row.personId }
  })
}

/**
 * Changes one's own password, ends all sessions of the account and begins a new one in this browser. Refuses
 * `wrong-old` for the old password, throttled as at sign-in, and the new one as `wrongPassword` does.
 */
export async function changePassword(
  actor: Actor,
  { old, password }: { old: string; password: string },
  browser: Browser,
): Promise<
  | Started
  | { refused: 'wrong-old' | WrongPassword | 'too-busy' | 'absent' }
  | { refused: 'too-many'; minutes: number }
> {
  const account = await ownAccount(actor)
  if (!account) return { refused: 'absent' }
  const attempt = await tryPassword(actor, `account\n${account.id}`, browser, false)
  if ('refused' in attempt) return attempt
  const wrong = wrongPassword(password) ?? (await nameOf(account.id, actor, password))
  const [right, passwordHash] = await Promise.all([
    isPassword(account.passwordHash, old).catch(busy),
    wrong ? '' : hashed(password),
  ])
  if (right === null || passwordHash === null) return { refused: 'too-busy' }
  if (!right) return { refused: 'wrong-old' }
  await succeeded(attempt)
  if (wrong) return { refused: wrong }

  await inTransaction(async (tx, afterCommit) => {
    await lockAccounts(tx, [account.id])
    await tx.account.update({ where: { id: account.id }, data: { passwordHash } })
    await tx.accessCode.updateMany({
      where: { accountId: account.id, usedAt: null, endedAt: null },
      data: { endedAt: actor.at },
    })
    await endSessionsOf(tx, afterCommit, account.id)
    await audit(tx, actor, {
      action: 'password.changed',
      subjectKind: 'person',
      subjectId: account.personId,
    })
  })
  return start(actor, account, { ...browser, sessionToken: null })
}

/**
 * Agrees to the use of one's data, by the version of the text that was read, and checks the person in where they
 * are enrolled. Refuses `other-version` where another text holds by now, and `absent`.
 */
export async function giveConsent(actor: Actor, version: string) {
  if (version !== currentConsent) return { refused: 'other-version' as const }
  const account = await ownAccount(actor)
  if (!account) return { refused: 'absent' as const }
  return inTransaction(async (tx) => {
    await tx.consent.createMany({
      data: [{ id: newId(), accountId: account.id, version, occurredAt: actor.at }],
      skipDuplicates: true,
    })
    await arrive(tx, actor, account.personId)
    return { given: true as const }
  })
}

/** Says that one's name or number is wrong; it waits for whoever may correct it. Refuses `empty`. */
export async function doubtDetails(actor: Actor, message: string) {
  const { person } = actor
  const text = message.trim().slice(0, 500)
  if (!person || text === '') return { refused: 'empty' as const }
  return inTransaction(async (tx) => {
    const known = await tx.detailsDoubt.findFirst({
      where: { personId: person.id, message: text, resolvedAt: null },
    })
    if (!known) {
      await tx.detailsDoubt.create({
        data: { id: newId(), personId: person.id, message: text, occurredAt: actor.at },
      })
    }
    return { said: true as const }
  })
}

async function ownAccount(actor: Actor) {
  if (!actor.person) return null
  return (transactionUnderWay() ?? db).account.findUnique({ where: { personId: actor.person.id } })
}

type OpenRow = {
  id: string
  kind: string
  accountId: string
  personId: string
  name: string
  firstSignedInAt: Date | null
}

async function codeInForce(tx: Tx, actor: Actor, code: string | null) {
  if (!code) return null
  const [row] = await tx.$queryRaw<OpenRow[]>`
    select c.id, c.kind, c."accountId", a."personId", p.name, a."firstSignedInAt"
    from "AccessCode" c join "Account" a on a.id = c."accountId" join "Person" p on p.id = a."personId"
    where c.hash = ${hashCode(code)} and c."usedAt" is null and c."endedAt" is null and c."expiresAt" > ${actor.at}`
  return row ?? null
}

async function ownName(actor: Actor, code: string, password: string) {
  const row = await codeInForce(db, actor, code)
  return row && nameOf(row.accountId, actor, password)
}

/** A password that is one's own telephone, number or address is the first that anybody who knows them would try. */
async function nameOf(accountId: string, actor: Actor, password: string) {
  const read = readSignInName(password)
  if (!read) return null
  const own = await db.signInKey.count({
    where: { accountId, hash: hashKey(read.kind, read.value), ...inForce(actor.at) },
  })
  return own > 0 ? ('is-sign-in-name' as const) : null
}

async function hashed(password: string): Promise<string | null> {
  return hashPassword(password).catch(busy)
}

function busy(error: unknown): null {
  if (error instanceof TooBusy) return null
  throw error
}
