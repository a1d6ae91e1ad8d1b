// The slips that bring people to their first sign-in: a code for an account that this cohort's import made and nobody
// has signed in to; any other says "sign in as before".
import { sql } from 'kysely'
import { inTransaction } from '~/db.server'
import { issueSlipCodes } from '../accounts/codes.server'
import type { Actor } from '../actor'
import { audit } from '../audit/audit.server'
import type { ManagedCohort } from '../cohorts/cohort.access.server'

export type SlipRow = {
  accountId: string
  name: string
  unit: string
  township: string
  number: string | null
  telephone: string | null
  fresh: boolean
  code: string | null
  expiresAt: Date | null
}

/** Issues what codes are needed, and gives a slip for everyone in force, in the order of township and unit; where nobody is, nothing is printed. */
export async function printSlips(actor: Actor, cohort: ManagedCohort): Promise<SlipRow[]> {
  return inTransaction(async (tx) => {
    const { rows } = await sql<Omit<SlipRow, 'code' | 'expiresAt'>>`
      select a.id as "accountId", p.name, o.name as unit, coalesce(t.name, o.name) as township,
        (select k.masked from "SignInKey" k where k."accountId" = a.id and k.kind = 'identity-number'
          and k."until" is null limit 1) as number,
        (select k.masked from "SignInKey" k where k."accountId" = a.id and k.kind = 'telephone'
          and k."until" is null limit 1) as telephone,
        a."firstSignedInAt" is null and a."passwordHash" is null
          and a."recordedAt" = e."recordedAt" as fresh
      from "Enrolment" e
      join "Person" p on p.id = e."personId"
      join "Account" a on a."personId" = p.id
      join "Organisation" o on o.id = e."sentById"
      left join "OrganisationClosure" c on c."descendantId" = o.id and c.depth = 1 and exists(
        select 1 from "Organisation" above where above.id = c."ancestorId" and above.kind = 'township')
      left join "Organisation" t on t.id = c."ancestorId"
      where e."cohortId" = ${cohort.id}::uuid and not exists(
        select 1 from "Withdrawal" w where w."enrolmentId" = e.id
          and not exists(select 1 from "Reinstatement" r where r."withdrawalId" = w.id))
      order by coalesce(t.code, o.code), o.code, p.name collate "zh-x-icu", e.id`.execute(tx.$kysely)
    if (!rows.length) return []
    const codes = await issueSlipCodes(
      tx,
      actor,
      rows.filter((row) => row.fresh).map((row) => row.accountId),
    )
    await audit(tx, actor, {
      action: 'slips.printed',
      subjectKind: 'cohort',
      subjectId: cohort.id,
      cohortId: cohort.id,
      details: { slips: rows.length, codes: codes.size },
    })
    return rows.map((row) => {
      const given = codes.get(row.accountId)
      return { ...row, code: given?.code ?? null, expiresAt: given?.expiresAt ?? null }
    })
  })
}
