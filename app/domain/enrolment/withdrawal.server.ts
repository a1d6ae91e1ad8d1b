// registered → withdrawn → reinstated → withdrawn …; each step is an entry. What was earned before stays.
import { inTransaction } from '~/db.server'
import type { Actor } from '../actor'
import { audit } from '../audit/audit.server'
import { newId } from '../ids.server'
import { lockEnrolments } from '../learning/outcomes.server'
import type { ManagedEnrolment } from './enrolment.access.server'

/** Withdraws somebody from a cohort. Refuses `no-reason`, and `withdrawn` for who has been already. */
export async function withdraw(actor: Actor, enrolment: ManagedEnrolment, { reason }: { reason: string }) {
  const why = reason.trim()
  if (!why) return { refused: 'no-reason' as const }
  return inTransaction(async (tx) => {
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
    await audit(tx, actor, entry('enrolment.withdrawn', enrolment, why))
    return { withdrawalId: id }
  })
}

/** Takes a withdrawal back from now on. Refuses `no-reason`, and `not-withdrawn`. */
export async function reinstate(actor: Actor, enrolment: ManagedEnrolment, { reason }: { reason: string }) {
  const why = reason.trim()
  if (!why) return { refused: 'no-reason' as const }
  return inTransaction(async (tx) => {
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
    await audit(tx, actor, entry('enrolment.reinstated', enrolment, why))
    return { reinstatementId: id }
  })
}

function openWithdrawal(tx: Parameters<Parameters<typeof inTransaction>[0]>[0], enrolmentId: string) {
  return tx.withdrawal.findFirst({ where: { enrolmentId, reinstatement: null }, select: { id: true } })
}

function entry(action: string, enrolment: ManagedEnrolment, reason: string) {
  return { action, subjectKind: 'enrolment', subjectId: enrolment.id, cohortId: enrolment.cohortId, reason }
}
