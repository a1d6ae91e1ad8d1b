// How a statement over "Enrolment" e asks where somebody stood at an instant, by what had been recorded by then.
import { type RawBuilder, sql } from 'kysely'

/** Whether they had withdrawn and not come back. */
export function withdrawnBy(cutOff: Date) {
  return sql<boolean>`exists(select 1 from "Withdrawal" w where w."enrolmentId" = e.id
    and w."recordedAt" <= ${cutOff}::timestamptz
    and not exists(select 1 from "Reinstatement" r
      where r."withdrawalId" = w.id and r."recordedAt" <= ${cutOff}::timestamptz))`
}

/** The decision that stood: its id, verdict and distinction, and what more is wanted of d; null where there was none. */
export function decisionBy(cutOff: Date, more: RawBuilder<unknown> = sql``) {
  return sql`(select json_build_object('id', d.id, 'verdict', d.verdict, 'distinction', d.distinction ${more})
    from "CompletionDecision" d where d."enrolmentId" = e.id and d."recordedAt" <= ${cutOff}::timestamptz
    order by d."recordedAt" desc, d.id desc limit 1)`
}

/** The last certificate: its number, its decision and whether it was revoked, and what more is wanted of c. */
export function certificateBy(cutOff: Date, more: RawBuilder<unknown> = sql``) {
  return sql`(select json_build_object('id', c.id, 'number', c.number, 'decisionId', c."decisionId",
      'revoked', exists(select 1 from "Revocation" r where r."certificateId" = c.id
        and r."recordedAt" <= ${cutOff}::timestamptz) ${more})
    from "Certificate" c where c."enrolmentId" = e.id and c."recordedAt" <= ${cutOff}::timestamptz
    order by c."recordedAt" desc, c.id desc limit 1)`
}
