// registered → withdrawn → reinstated → withdrawn …; each step is an entry. What was earned before stays.
// Invariant: who has withdrawn is in no group. Withdrawing ends the membership under the group's lock, so that no post
// written later reaches them; reinstating begins it anew.
import { inTransaction, type Tx } from '~/db.server'
import type { Actor } from '../actor'
import { audit } from '../audit/audit.server'
import type { Deed } from '../audit/deeds'
import { joinGroup, leaveGroup, lockGroupsOf, mentorsThere } from '../cohorts/memberships.server'
import { newId } from '../ids.server'
import { lockEnrolments } from '../learning/outcomes.server'
import { followGroup } from '../workshops/places.server'
import type { ManagedEnrolment } from './enrolment.access.server'

/** Withdraws somebody from a cohort and its group. Refuses `no-reason`, and `withdrawn` for who has been already. */
export async function withdraw(actor: Actor, enrolment: ManagedEnrolment, { reason }: { reason: string }) {
  const why = reason.trim()
  if (!why) return { refused: 'no-reason' as const }
  return inTransaction(async (tx, afterCommit) => {
    const held = await lockGroupsOf(tx, enrolment.id)
    await lockEnrolments(tx, [{ enrolmentId: enrolment.id }])
    if (await openWithdrawal(tx, enrolment.id)) return { refused: 'withdrawn' as const }
    const id = newId()
    await tx.withdrawal.create({
      data: {
        id,
        enrolmentId: enrolment.id,
        reason: why,
        byId: actor.person!.id,
        occurredAt: actor.at,
        recordedAt: actor.at,
      },
    })
    if (held) await leaveGroup({ tx, afterCommit, actor }, held, await personOf(tx, enrolment))
    await audit(tx, actor, entry('enrolment.withdrawn', enrolment, why))
    return { withdrawalId: id }
  })
}

/**
 * Takes a withdrawal back from now on. They are in the group again that they left by it, and read it from where they
 * did; unless they guide it by now, when they are in none. Refuses `no-reason`, and `not-withdrawn`.
 */
export async function reinstate(actor: Actor, enrolment: ManagedEnrolment, { reason }: { reason: string }) {
  const why = reason.trim()
  if (!why) return { refused: 'no-reason' as const }
  return inTransaction(async (tx, afterCommit) => {
    const left = await groupLeft(tx, enrolment.id)
    if (left) await lockGroupsOf(tx, enrolment.id, left.groupId)
    await lockEnrolments(tx, [{ enrolmentId: enrolment.id }])
    const withdrawal = await openWithdrawal(tx, enrolment.id)
    if (!withdrawal) return { refused: 'not-withdrawn' as const }
    const id = newId()
    await tx.reinstatement.create({
      data: {
        id,
        withdrawalId: withdrawal.id,
        reason: why,
        byId: actor.person!.id,
        occurredAt: actor.at,
        recordedAt: actor.at,
      },
    })
    const { groupId, readsAfter } = left ?? {}
    if (groupId && !(await mentorsThere(tx, actor, enrolment.personId, groupId))) {
      const mover = { tx, afterCommit, actor }
      const person = await personOf(tx, enrolment)
      await joinGroup(mover, groupId, enrolment.id, person, { reads: readsAfter ?? 'joining' })
      await followGroup(tx, actor, enrolment.id, groupId)
    }
    await audit(tx, actor, entry('enrolment.reinstated', enrolment, why))
    return { reinstatementId: id }
  })
}

function openWithdrawal(tx: Tx, enrolmentId: string) {
  return tx.withdrawal.findFirst({
    where: { enrolmentId, reinstatement: null },
    select: { id: true, occurredAt: true },
  })
}

/** The membership that ended with the withdrawal that stands. */
async function groupLeft(tx: Tx, enrolmentId: string) {
  const withdrawal = await openWithdrawal(tx, enrolmentId)
  if (!withdrawal) return null
  return tx.groupMembership.findFirst({
    where: { enrolmentId, until: withdrawal.occurredAt },
    select: { groupId: true, readsAfter: true },
  })
}

function personOf(tx: Tx, { personId }: ManagedEnrolment) {
  return tx.person.findUniqueOrThrow({ where: { id: personId }, select: { id: true, name: true } })
}

function entry(action: Deed, enrolment: ManagedEnrolment, reason: string) {
  return { action, subjectKind: 'enrolment', subjectId: enrolment.id, cohortId: enrolment.cohortId, reason }
}
