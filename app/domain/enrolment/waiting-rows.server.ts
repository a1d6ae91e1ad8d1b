// A row of a roster that somebody has to settle:
//   waiting → enrolled   enrolWaiting, by the manager, or for another name by an administrator
//   waiting → dropped    dropWaiting; dropped → waiting   takeUpWaiting
// Whoever settles one holds the cohort's row and its quotas, as whoever agrees to a roster does.
import { inTransaction, type Tx } from '~/db.server'
import { isAdministrator } from '../access/scope.server'
import { createPerson, findPersonByNumberHash } from '../accounts/accounts.server'
import { readIdentityNumber } from '../accounts/identity-number'
import { hashKey, unseal } from '../accounts/personal-keys.server'
import type { Actor } from '../actor'
import { audit } from '../audit/audit.server'
import type { Deed } from '../audit/deeds'
import { newId } from '../ids.server'
import type { ManagedWaitingRow } from './waiting-row.access.server'

/**
 * Enrols whom a waiting row names, with its own number or the one that was missing. Refuses 'settled', 'wrong-number',
 * 'other-name' where the number is known under another name and it is no administrator who says that both are one,
 * 'enrolled' for who is in the cohort already, 'no-unit', and 'no-seat' where the quota is full or there is none.
 */
export async function enrolWaiting(actor: Actor, waiting: ManagedWaitingRow, typedNumber: string | null) {
  const { number } = waiting.sealedNumber
    ? { number: unseal(waiting.sealedNumber) }
    : readIdentityNumber(typedNumber ?? '')
  if (!number) return { refused: 'wrong-number' as const }
  return inTransaction(async (tx) => {
    const row = await lockWaiting(tx, waiting)
    if (!row) return { refused: 'settled' as const }
    if (!row.sentById) return { refused: 'no-unit' as const }
    const known = await findPersonByNumberHash(tx, actor, hashKey('identity-number', number))
    if (known && known.name !== row.name && !(await isAdministrator(actor, tx))) {
      return { refused: 'other-name' as const }
    }
    const { cohort } = waiting
    const enrolled = known && { cohortId: cohort.id, personId: known.personId }
    if (enrolled && (await tx.enrolment.count({ where: enrolled })) > 0)
      return { refused: 'enrolled' as const }
    const seat = await freeSeat(tx, cohort.id, row.sentById)
    if (seat === 'none') return { refused: 'no-seat' as const }
    const { telephone, post } = row.data as { telephone?: string | null; post?: string }
    const made =
      known ?? (await createPerson(tx, actor, { name: row.name, telephone, identityNumber: number }))
    const { id } = await tx.enrolment.create({
      data: {
        id: newId(),
        cohortId: cohort.id,
        personId: made.personId,
        sentById: row.sentById,
        quotaId: seat?.id ?? null,
        importId: row.importId,
        position: post || null,
        details: { sheet: row.sheet, row: row.row },
        occurredAt: actor.at,
        recordedAt: actor.at,
        byId: actor.person!.id,
      },
    })
    await settle(tx, actor, waiting, id)
    return { enrolmentId: id, name: row.name }
  })
}

/** Leaves a waiting row out for good; it can be taken up again. Refuses 'settled'. */
export async function dropWaiting(actor: Actor, waiting: ManagedWaitingRow) {
  return inTransaction(async (tx) => {
    if (!(await lockWaiting(tx, waiting))) return { refused: 'settled' as const }
    await settle(tx, actor, waiting, null)
    return { name: waiting.name }
  })
}

/** Takes up again what was dropped. Refuses 'settled' for who was enrolled, and for what still waits. */
export async function takeUpWaiting(actor: Actor, waiting: ManagedWaitingRow) {
  return inTransaction(async (tx) => {
    const { count } = await tx.waitingRow.updateMany({
      where: { id: waiting.id, settledAt: { not: null }, enrolmentId: null },
      data: { settledAt: null, settledById: null },
    })
    if (count === 0) return { refused: 'settled' as const }
    await auditRow(tx, actor, waiting, 'waiting-row.taken-up')
    return { name: waiting.name }
  })
}

async function lockWaiting(tx: Tx, { id, cohort }: ManagedWaitingRow) {
  await tx.$queryRaw`select id from "Cohort" where id = ${cohort.id}::uuid for update`
  await tx.$queryRaw`select id from "Quota" where "cohortId" = ${cohort.id}::uuid order by id for update`
  return tx.waitingRow.findFirst({ where: { id, settledAt: null } })
}

/** The quota of the nearest organisation at or above the sender; null where the cohort has none at all. */
async function freeSeat(tx: Tx, cohortId: string, sentById: string) {
  if ((await tx.quota.count({ where: { cohortId } })) === 0) return null
  const [nearest] = await tx.$queryRaw<{ id: string; free: boolean }[]>`
    select q.id, q.seats > (select count(*) from "Enrolment" e where e."quotaId" = q.id) as free
    from "Quota" q
    join "OrganisationClosure" c on c."ancestorId" = q."organisationId" and c."descendantId" = ${sentById}::uuid
    where q."cohortId" = ${cohortId}::uuid
    order by c.depth limit 1`
  return nearest?.free ? { id: nearest.id } : ('none' as const)
}

async function settle(tx: Tx, actor: Actor, waiting: ManagedWaitingRow, enrolmentId: string | null) {
  await tx.waitingRow.update({
    where: { id: waiting.id },
    data: { settledAt: actor.at, settledById: actor.person!.id, enrolmentId },
  })
  await auditRow(tx, actor, waiting, enrolmentId ? 'waiting-row.enrolled' : 'waiting-row.dropped')
}

function auditRow(tx: Tx, actor: Actor, { id, name, cohort }: ManagedWaitingRow, action: Deed) {
  return audit(tx, actor, {
    action,
    subjectKind: 'waiting-row',
    subjectId: id,
    cohortId: cohort.id,
    details: { name },
  })
}
