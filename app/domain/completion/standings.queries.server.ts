// Where each of a cohort's people stands by what was decided and issued, with no more about them than a list needs that is
// searched and sorted as a whole.
import { sql } from 'kysely'
import { db } from '~/db.server'
import type { ManagedCohort } from '../cohorts/cohort.access.server'
import { certificateBy, decisionBy, withdrawnBy } from './standing-sql.server'

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
      ${withdrawnBy(at)} as withdrawn, ${decisionBy(at)} as decision, ${certificateBy(at)} as certificate
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
