// Who the people of a list are, beside what a rule says of them: names, where they come from, whom they can ask, and
// what was decided and issued. One statement for each list; its condition is the door by which the caller came.
import { type RawBuilder, sql } from 'kysely'
import { db, type Tx } from '~/db.server'
import { overseenOrganisationIds } from '../access/scope.server'
import type { Actor } from '../actor'
import type { ManagedCohort } from '../cohorts/cohort.access.server'
import { certificateBy, decisionBy, withdrawnBy } from './standing-sql.server'

export type Learner = {
  enrolmentId: string
  cohortId: string
  personId: string
  name: string
  /** 1304**********0027; null where there is no identity number. */
  number: string | null
  telephone: string | null
  unit: string
  township: string
  /** Whether that is a township, and not a district that sent people itself. */
  inTownship: boolean
  group: string | null
  mentor: string | null
  mentorTelephone: string | null
  arrived: boolean
  withdrawn: boolean
  decision: {
    id: string
    verdict: 'completed' | 'not-completed'
    distinction: boolean
    at: string
    factsHash: string
  } | null
  certificate: {
    id: string
    number: string
    decisionId: string
    version: number
    revoked: boolean
    issuedAt: string
    expiresOn: string | null
  } | null
}

type Asked = { at: Date; cutOff?: Date; enrolmentIds?: readonly string[]; tx?: Tx }

/** A cohort's people, in the order of townships, units and names. */
export function learnersOf(cohort: ManagedCohort, asked: Asked): Promise<Learner[]> {
  return learners(sql`e."cohortId" = ${cohort.id}::uuid`, asked)
}

/** Those of a cohort whom an organisation, or one below it, has sent. */
export function learnersSentBy(
  cohort: ManagedCohort,
  organisationId: string,
  asked: Asked,
): Promise<Learner[]> {
  return learners(
    sql`e."cohortId" = ${cohort.id}::uuid and exists(select 1 from "OrganisationClosure" x
      where x."descendantId" = e."sentById" and x."ancestorId" = ${organisationId}::uuid)`,
    asked,
  )
}

/** Those whom the actor looks after as a bureau officer, in one cohort or in all. */
export function learnersOverseen(actor: Actor, { cohortId }: { cohortId?: string } = {}): Promise<Learner[]> {
  const within = cohortId ? sql`e."cohortId" = ${cohortId}::uuid` : sql`true`
  return learners(sql`${within} and e."sentById" in (${overseenOrganisationIds(actor)})`, { at: actor.at })
}

async function learners(
  where: RawBuilder<unknown>,
  { at, cutOff = at, enrolmentIds, tx }: Asked,
): Promise<Learner[]> {
  const named = enrolmentIds ? sql`and e.id = any(${[...enrolmentIds]}::uuid[])` : sql``
  const { rows } = await sql<Learner>`
    select e.id as "enrolmentId", e."cohortId", e."personId", p.name, n.masked as number, p.telephone,
      o.name as unit, coalesce(t.name, o.name) as township,
      coalesce(t.kind = 'township', false) as "inTownship", g."group", g.mentor, g."mentorTelephone",
      exists(select 1 from "Arrival" a where a."enrolmentId" = e.id and a."recordedAt" <= ${cutOff}::timestamptz) as arrived,
      ${withdrawnBy(cutOff)} as withdrawn,
      ${decisionBy(cutOff, sql`, 'at', d."occurredAt", 'factsHash', d."factsHash"`)} as decision,
      ${certificateBy(
        cutOff,
        sql`, 'issuedAt', c."occurredAt", 'expiresOn', c."expiresOn",
          'version', (select count(*) from "Certificate" v where v."enrolmentId" = e.id)`,
      )} as certificate
    from "Enrolment" e
    join "Person" p on p.id = e."personId"
    join "Organisation" o on o.id = e."sentById"
    left join lateral (
      select x.masked from "IdentityNumber" x where x."personId" = p.id and x."from" <= ${at}::timestamptz
        and (x."until" is null or x."until" > ${at}::timestamptz) limit 1
    ) n on true
    left join lateral (
      select a.name, a.code, a.kind from "OrganisationClosure" x join "Organisation" a on a.id = x."ancestorId"
      where x."descendantId" = e."sentById" and a.kind in ('township', 'county')
      order by a.kind = 'township' desc, x.depth limit 1
    ) t on true
    left join lateral (
      select y.name as "group", q.name as mentor, q.telephone as "mentorTelephone"
      from "GroupMembership" m join "MentorGroup" y on y.id = m."groupId"
      left join lateral (
        select z.name, z.telephone from "MentorAssignment" s join "Person" z on z.id = s."personId"
        where s."groupId" = y.id and s."from" <= ${at}::timestamptz and (s."until" is null or s."until" > ${at}::timestamptz)
        order by s."from" limit 1
      ) q on true
      where m."enrolmentId" = e.id and m."from" <= ${at}::timestamptz
        and (m."until" is null or m."until" > ${at}::timestamptz) limit 1
    ) g on true
    where ${where} ${named}
    order by coalesce(t.code, o.code), o.code, p.name collate "zh-x-icu", e.id`.execute((tx ?? db).$kysely)
  return rows
}
