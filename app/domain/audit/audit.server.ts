import type { Prisma } from '#generated/client/client'
import type { Tx } from '~/db.server'
import type { Actor } from '~/domain/actor'
import { newId } from '~/domain/ids.server'
import type { Deed } from './deeds'

export type AuditEntry = {
  action: Deed
  subjectKind: string
  subjectId?: string | null
  organisationId?: string | null
  cohortId?: string | null
  reason?: string | null
  /** Facts of the deed; never a password, a code or a whole personal number. */
  details?: Prisma.InputJsonObject
}

/** Writes into the audit trail, in the transaction that does the deed: the one is not there without the other. */
export async function audit(tx: Tx, actor: Actor, entry: AuditEntry) {
  await tx.auditEntry.create({
    data: {
      id: newId(),
      personId: actor.person?.id ?? null,
      through: actor.through,
      action: entry.action,
      subjectKind: entry.subjectKind,
      subjectId: entry.subjectId ?? null,
      organisationId: entry.organisationId ?? null,
      cohortId: entry.cohortId ?? null,
      reason: entry.reason ?? null,
      details: entry.details ?? {},
      occurredAt: actor.at,
      recordedAt: actor.at,
    },
  })
}
