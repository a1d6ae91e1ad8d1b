import { inTransaction } from '~/db.server'
import type { Actor } from '../actor'
import { audit } from '../audit/audit.server'
import { newId } from '../ids.server'
import { lockEnrolments } from '../learning/outcomes.server'
import type { ManagedCertificate } from './certificate.access.server'

/** Revokes a certificate for a reason; its number stays taken. Refuses `no-reason`, `revoked`, `superseded`. */
export async function revokeCertificate(
  actor: Actor,
  certificate: ManagedCertificate,
  { reason }: { reason: string },
) {
  const why = reason.trim()
  if (!why) return { refused: 'no-reason' as const }
  return inTransaction(async (tx) => {
    await lockEnrolments(tx, [certificate])
    const { revocation, supersededBy } = await tx.certificate.findUniqueOrThrow({
      where: { id: certificate.id },
      include: { revocation: true, supersededBy: { select: { id: true } } },
    })
    if (revocation) return { refused: 'revoked' as const }
    if (supersededBy) return { refused: 'superseded' as const }
    const id = newId()
    await tx.revocation.create({
      data: {
        id,
        certificateId: certificate.id,
        reason: why,
        byId: actor.person!.id,
        occurredAt: actor.at,
        recordedAt: actor.at,
      },
    })
    await audit(tx, actor, {
      action: 'certificate.revoked',
      subjectKind: 'certificate',
      subjectId: certificate.id,
      cohortId: certificate.enrolment.cohortId,
      reason: why,
      details: { number: certificate.number },
    })
    return { revocationId: id }
  })
}
