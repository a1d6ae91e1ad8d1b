import { addHours } from 'date-fns'
import { inTransaction } from '~/db.server'
import type { Actor } from '~/domain/actor'
import { audit } from '~/domain/audit/audit.server'
import { newId } from '~/domain/ids.server'
import { isAdministrator } from './scope.server'

/**
 * Opens one cohort to an administrator for an hour, for a reason that stays in the audit trail.
 * Refuses `absent` to everybody else, and for a cohort that does not exist.
 */
export async function openForAdministrator(actor: Actor, cohortId: string, reason: string) {
  return inTransaction(async (tx) => {
    const { person } = actor
    const cohort = await tx.cohort.findUnique({ where: { id: cohortId }, select: { id: true } })
    if (!person || !cohort || !(await isAdministrator(actor, tx))) return { refused: 'absent' as const }
    if (reason.trim() === '') return { refused: 'no-reason' as const }
    const until = addHours(actor.at, 1)
    await tx.administratorAccess.create({
      data: { id: newId(), personId: person.id, cohortId, reason: reason.trim(), from: actor.at, until },
    })
    await audit(tx, actor, {
      action: 'cohort.opened-by-administrator',
      subjectKind: 'cohort',
      subjectId: cohortId,
      cohortId,
      reason: reason.trim(),
    })
    return { until }
  })
}
