// A person's name and number are dated: a correction ends one and begins the next. What was issued keeps what it
// says; the old number finds nobody and signs nobody in.
import { inTransaction, type Tx } from '~/db.server'
import { inForce } from '~/domain/access/in-force'
import { managedEnrolments } from '~/domain/access/scope.server'
import { managesWhole } from '~/domain/access/whole-person.server'
import { maskNumber, readIdentityNumber } from '~/domain/accounts/identity-number'
import { readName } from '~/domain/accounts/person-name'
import type { Actor } from '~/domain/actor'
import { audit } from '~/domain/audit/audit.server'
import type { Deed } from '~/domain/audit/deeds'
import { newId } from '~/domain/ids.server'
import { hashKey, seal, unseal } from './personal-keys.server'

/** Corrects a name from now on. By whoever has the whole person in their scope; refuses `administrator-only`. */
export async function correctName(actor: Actor, personId: string, raw: string) {
  const { name } = readName(raw)
  if (!name) return { refused: 'wrong-name' as const }
  return inTransaction(async (tx) => {
    if (!(await mayCorrect(tx, actor, personId))) return { refused: 'administrator-only' as const }
    await tx.personName.updateMany({
      where: { personId, until: null, from: { lt: actor.at } },
      data: { until: actor.at },
    })
    await tx.personName.deleteMany({ where: { personId, until: null } })
    await tx.personName.create({
      data: { id: newId(), personId, name, from: actor.at, byId: actor.person?.id ?? null },
    })
    await tx.person.update({ where: { id: personId }, data: { name } })
    await settle(tx, actor, personId, 'name.corrected')
    return { name }
  })
}

/** Corrects an identity number from now on. Refuses as `correctName`, `wrong-number`, and `taken` by somebody else. */
export async function correctNumber(actor: Actor, personId: string, raw: string) {
  const { number } = readIdentityNumber(raw)
  if (!number) return { refused: 'wrong-number' as const }
  const hash = hashKey('identity-number', number)
  const masked = maskNumber(number)
  return inTransaction(async (tx) => {
    if (!(await mayCorrect(tx, actor, personId))) return { refused: 'administrator-only' as const }
    const holder = await tx.identityNumber.findFirst({
      where: { hash, ...inForce(actor.at) },
      select: { personId: true },
    })
    if (holder) return { refused: holder.personId === personId ? ('same' as const) : ('taken' as const) }
    const account = await tx.account.findUniqueOrThrow({ where: { personId }, select: { id: true } })
    const lapses = { until: null, from: { lt: actor.at } }
    const keys = { accountId: account.id, kind: 'identity-number' }
    await tx.identityNumber.updateMany({ where: { personId, ...lapses }, data: { until: actor.at } })
    await tx.identityNumber.deleteMany({ where: { personId, until: null } })
    await tx.signInKey.updateMany({ where: { ...keys, ...lapses }, data: { until: actor.at } })
    await tx.signInKey.deleteMany({ where: { ...keys, until: null } })
    const byId = actor.person?.id ?? null
    await tx.identityNumber.create({
      data: { id: newId(), personId, sealed: seal(number), hash, masked, from: actor.at, byId },
    })
    await tx.signInKey.create({ data: { id: newId(), ...keys, hash, masked, from: actor.at } })
    await settle(tx, actor, personId, 'number.corrected')
    return { masked }
  })
}

/**
 * Shows a whole identity number, with a reason, to the manager of a cohort that the person is enrolled in or to
 * whoever has the whole person in their scope. Refuses `absent`, the same for a person without a number.
 */
export async function unmaskNumber(actor: Actor, personId: string, reason: string) {
  if (reason.trim() === '') return { refused: 'no-reason' as const }
  return inTransaction(async (tx) => {
    const managed = await tx.enrolment.count({ where: { personId, ...managedEnrolments(actor) } })
    if (managed === 0 && !(await managesWhole(tx, actor, personId))) return { refused: 'absent' as const }
    const row = await tx.identityNumber.findFirst({ where: { personId, ...inForce(actor.at) } })
    if (!row) return { refused: 'absent' as const }
    await audit(tx, actor, {
      action: 'number.unmasked',
      subjectKind: 'person',
      subjectId: personId,
      reason: reason.trim(),
    })
    return { number: unseal(row.sealed) }
  })
}

/** Answers a doubt: corrected, or nothing was wrong. Refuses `absent`. */
export async function resolveDoubt(actor: Actor, doubtId: string) {
  return inTransaction(async (tx) => {
    const doubt = await tx.detailsDoubt.findFirst({ where: { id: doubtId, resolvedAt: null } })
    if (!doubt || !(await mayCorrect(tx, actor, doubt.personId))) return { refused: 'absent' as const }
    await tx.detailsDoubt.update({
      where: { id: doubtId },
      data: { resolvedAt: actor.at, resolvedById: actor.person?.id ?? null },
    })
    await audit(tx, actor, {
      action: 'doubt.resolved',
      subjectKind: 'person',
      subjectId: doubt.personId,
    })
    return { resolved: true as const }
  })
}

// Nobody corrects themselves: a certificate says what somebody else has checked.
async function mayCorrect(tx: Tx, actor: Actor, personId: string) {
  return personId !== actor.person?.id && (await managesWhole(tx, actor, personId))
}

async function settle(tx: Tx, actor: Actor, personId: string, action: Deed) {
  await audit(tx, actor, { action, subjectKind: 'person', subjectId: personId })
}
