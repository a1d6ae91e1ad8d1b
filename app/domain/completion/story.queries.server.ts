import { db } from '~/db.server'
import type { Actor } from '../actor'
import type { ManagedEnrolment } from '../enrolment/enrolment.access.server'
import { withdrawnNow } from '../enrolment/standing'

/** One person's story as their manager reads it: standing, ledger, concessions, decisions. */
export async function storyOf(actor: Actor, enrolment: ManagedEnrolment) {
  const row = await db.enrolment.findUniqueOrThrow({
    where: { id: enrolment.id },
    select: {
      personId: true,
      person: {
        select: {
          name: true,
          telephone: true,
          identityNumbers: {
            where: { from: { lte: actor.at }, OR: [{ until: null }, { until: { gt: actor.at } }] },
          },
        },
      },
      sentBy: { select: { name: true } },
      cohort: { select: { title: true, timeZone: true } },
      withdrawals: { select: { reinstatement: { select: { id: true } } } },
      concessions: { orderBy: { recordedAt: 'desc' }, include: { by: { select: { name: true } } } },
      decisions: {
        orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
        take: 1,
        include: { by: { select: { name: true } } },
      },
    },
  })
  const [decision] = row.decisions
  return {
    personId: row.personId,
    name: row.person.name,
    telephone: row.person.telephone,
    number: row.person.identityNumbers[0]?.masked ?? null,
    unit: row.sentBy.name,
    cohort: row.cohort.title,
    timeZone: row.cohort.timeZone,
    withdrawn: withdrawnNow(row),
    decision: decision
      ? {
          verdict: decision.verdict,
          distinction: decision.distinction,
          by: decision.by.name,
          at: decision.occurredAt.toISOString(),
        }
      : null,
    concessions: row.concessions.map((one) => ({
      id: one.id,
      kind: one.kind as 'attempt' | 'later' | 'exemption',
      activityId: one.activityId,
      until: one.until?.toISOString() ?? null,
      reason: one.reason,
      by: one.by.name,
      at: one.occurredAt.toISOString(),
    })),
  }
}
