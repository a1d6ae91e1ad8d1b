// Where each of a cohort's people stands by what was decided and issued, with no more about them than a list needs that is
// searched and sorted as a whole.
import { sql } from 'kysely'
import { db } from '~/db.server'
import type { ManagedCohort } from '../cohorts/cohort.access.server'

export type Standing = {
  enrolmentId: string
  name: string
  unit: string
  township: string
  withdrawn: boolean
  decision: { id: string; verdict: 'completed' | 'not-completed'; distinction: boolean } | null
  certificate: { id: string; number: string; decisionId: string; revoked: boolean } | null
}

/** A cohort's people, in the order of townships, units and names. */
export async function standingsOf(cohort: ManagedCohort, { at }: { at: Date }): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select e.id as "enrolmentId", p.name, o.name as unit, coalesce(t.name, o.name) as township,
      exists(select 1 from "Withdrawal" w where w."enrolmentId" = e.id and w."recordedAt" <= ${at}::timestamptz
        and not exists(select 1 from "Reinstatement" r
          where r."withdrawalId" = w.id and r."recordedAt" <= ${at}::timestamptz)) as withdrawn,
      (select json_build_object('id', d.id, 'verdict', d.verdict, 'distinction', d.distinction)
        from "CompletionDecision" d where d."enrolmentId" = e.id and d."recordedAt" <= ${at}::timestamptz
        order by d."recordedAt" desc, d.id desc limit 1) as decision,
      (select json_build_object('id', c.id, 'number', c.number, 'decisionId', c."decisionId",
          'revoked', exists(select 1 from "Revocation" r where r."certificateId" = c.id
            and r."recordedAt" <= ${at}::timestamptz))
        from "Certificate" c where c."enrolmentId" = e.id and c."recordedAt" <= ${at}::timestamptz
        order by c."recordedAt" desc, c.id desc limit 1) as certificate
    from "Enrolment" e
    join "Person" p on p.id = e."personId"
    join "Organisation" o on o.id = e."sentById"
    left join (
      select distinct on (x."descendantId") x."descendantId" as id, a.name, a.code
      from "OrganisationClosure" x join "Organisation" a on a.id = x."ancestorId"
      where a.kind in ('township', 'county')
      order by x."descendantId", a.kind = 'township' desc, x.depth
    ) t on t.id = o.id
    where e."cohortId" = ${cohort.id}::uuid
    order by coalesce(t.code, o.code), o.code, p.name collate "zh-x-icu", e.id`.execute(db.$kysely)
  return rows
}
