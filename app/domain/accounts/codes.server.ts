// A code's life:
//   made → used      spendCode: its owner chooses a password with it, once
//   made → ended     a newer code takes its place
//   made → expired   thirty days for a slip, three days for one given on the spot
// It is derived from its row's identifier, and only its keyed hash is kept: a slip that is printed again shows the
// same code for as long as it is good, and the rows alone tell nobody a code.
import { createHmac } from 'node:crypto'
import { addDays } from 'date-fns'
import { sql } from 'kysely'
import { inTransaction, type Tx } from '~/db.server'
import { wholeWithin } from '~/domain/access/whole-person.server'
import type { Actor } from '~/domain/actor'
import { audit } from '~/domain/audit/audit.server'
import { newId } from '~/domain/ids.server'
import { keyFor } from '~/env.server'
import { codeFrom } from './code'
import { endSessionsOf } from './sessions.server'

export const slipDays = 30
const resetDays = 3

export type GivenCode = { code: string; expiresAt: Date }

/**
 * Codes for accounts that nobody has signed in to yet, by account; one that is still good is given again, so that
 * a slip printed twice reads the same. Accounts that somebody has signed in to get none: their slip says "sign in
 * as before".
 */
export async function issueSlipCodes(
  tx: Tx,
  actor: Actor,
  accountIds: string[],
): Promise<Map<string, GivenCode>> {
  await lockAccounts(tx, accountIds)
  const fresh = await tx.account.findMany({
    where: { id: { in: accountIds }, firstSignedInAt: null, passwordHash: null },
    select: { id: true, codes: { where: { usedAt: null, endedAt: null } } },
    orderBy: { id: 'asc' },
  })
  const given = new Map<string, GivenCode>()
  const wanting: string[] = []
  for (const account of fresh) {
    const [open] = account.codes
    if (open && open.expiresAt > actor.at) {
      given.set(account.id, { code: codeOf(open.id), expiresAt: open.expiresAt })
    } else {
      wanting.push(account.id)
    }
  }
  for (const [accountId, code] of await makeCodes(tx, actor, wanting, 'slip')) given.set(accountId, code)
  return given
}

/**
 * Gives somebody a new code on the spot, ends their older codes and sessions, and is in the audit trail. A mentor
 * or manager may where all of that account's roles and enrolments, past ones too, lie within their own scope; else
 * an administrator. Refuses `administrator-only`, the same for an account that does not exist, and `yourself`.
 */
export async function giveNewCode(actor: Actor, accountId: string) {
  return inTransaction(async (tx, afterCommit) => {
    const account = await tx.account.findUnique({
      where: { id: accountId },
      select: { personId: true, passwordHash: true },
    })
    if (!account || !(await wholeWithin(tx, actor, account.personId))) {
      return { refused: 'administrator-only' as const }
    }
    // Whoever sits at an open browser would otherwise get past the question for the old password.
    if (account.personId === actor.person?.id) return { refused: 'yourself' as const }
    await lockAccounts(tx, [accountId])
    const kind = account.passwordHash === null ? 'slip' : 'reset'
    const given = (await makeCodes(tx, actor, [accountId], kind)).get(accountId)!
    await endSessionsOf(tx, afterCommit, accountId)
    await audit(tx, actor, {
      action: 'code.given',
      subjectKind: 'person',
      subjectId: account.personId,
      details: { kind },
    })
    return given
  })
}

/** How a typed code is looked for. */
export function hashCode(code: string) {
  return createHmac('sha256', keyFor('slip-code')).update(`kept\n${code}`).digest('base64url')
}

function codeOf(id: string) {
  return codeFrom(createHmac('sha256', keyFor('slip-code')).update(`code\n${id}`).digest())
}

/** One open code an account: whoever makes, ends or uses one holds the account. */
export async function lockAccounts(tx: Tx, accountIds: string[]) {
  await sql`select id from "Account" where id = any(${accountIds}::uuid[]) order by id for update`.execute(
    tx.$kysely,
  )
}

async function makeCodes(tx: Tx, actor: Actor, accountIds: string[], kind: 'slip' | 'reset') {
  const given = new Map<string, GivenCode>()
  if (accountIds.length === 0) return given
  await tx.accessCode.updateMany({
    where: { accountId: { in: accountIds }, usedAt: null, endedAt: null },
    data: { endedAt: actor.at },
  })
  const expiresAt = addDays(actor.at, kind === 'slip' ? slipDays : resetDays)
  const rows = accountIds.map((accountId) => {
    const id = newId()
    return { id, accountId, code: codeOf(id) }
  })
  await sql`insert into "AccessCode" (id, "accountId", kind, hash, "byId", "issuedAt", "expiresAt")
    select id, account, ${kind}, hash, ${actor.person?.id ?? null}::uuid,
      ${actor.at}::timestamptz, ${expiresAt}::timestamptz
    from unnest(
      ${rows.map((row) => row.id)}::uuid[],
      ${rows.map((row) => row.accountId)}::uuid[],
      ${rows.map((row) => hashCode(row.code))}::text[]
    ) as one(id, account, hash)`.execute(tx.$kysely)
  for (const { accountId, code } of rows) given.set(accountId, { code, expiresAt })
  return given
}
