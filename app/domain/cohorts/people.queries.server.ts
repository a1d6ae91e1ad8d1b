// A cohort's people as their manager finds them: by a word, by who sent them, by where they stand, in an order.
import { type RawBuilder, sql } from 'kysely'
import { db } from '~/db.server'
import { pageAmong } from '../pages'
import type { ManagedCohort } from './cohort.access.server'
import type { PeopleAsked } from './people'

export type PersonRow = {
  id: string
  name: string
  unit: string
  number: string | null
  group: string | null
  hours: number
  arrived: boolean
  withdrawn: boolean
}

/** 50 a page; a page beyond the last is the last. */
export async function peopleOf(cohort: ManagedCohort, asked: PeopleAsked) {
  const wanted = wantedPeople(asked)
  const { rows: counted } = await sql<{ total: number }>`
    select count(*)::int as total from (${peopleRows(cohort)}) x where ${wanted}`.execute(db.$kysely)
  const total = counted[0]!.total
  const { page, pages, rows } = pageAmong(total, asked.page)
  const { rows: people } = await sql<PersonRow>`
    select id, name, unit, number, "group", hours, arrived, withdrawn
    from (${peopleRows(cohort)}) x where ${wanted}
    order by ${orders[asked.sort]}, code, name collate "zh-x-icu", id
    limit ${rows.take} offset ${rows.skip}`.execute(db.$kysely)
  return { people, total, page, pages }
}

const orders: Record<PeopleAsked['sort'], RawBuilder<unknown>> = {
  '': sql`code`,
  name: sql`name collate "zh-x-icu"`,
  '-name': sql`name collate "zh-x-icu" desc`,
  unit: sql`unit collate "zh-x-icu"`,
  '-unit': sql`unit collate "zh-x-icu" desc`,
  group: sql`place nulls last`,
  '-group': sql`place desc nulls last`,
  hours: sql`hours`,
  '-hours': sql`hours desc`,
}

function wantedPeople({ q, state, from }: PeopleAsked) {
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  const states = {
    '': sql`true`,
    arrived: sql`arrived`,
    registered: sql`not arrived and not withdrawn`,
    withdrawn: sql`withdrawn`,
  }
  return sql`(name like ${like} or unit like ${like} or township like ${like} or "group" like ${like})
    and ${states[state]} and ${from === '' ? sql`true` : sql`sender = ${from}::uuid`}`
}

/** Who sent them, as the cohort's figures count it: what stands just below the organisation that it is held for. */
export function senderOf(cohort: ManagedCohort) {
  return sql`coalesce((
    select step."ancestorId" from "OrganisationClosure" step
    join "OrganisationClosure" under on under."descendantId" = step."ancestorId"
      and under."ancestorId" = ${cohort.heldForId}::uuid and under.depth = 1
    where step."descendantId" = e."sentById"), e."sentById")`
}

function peopleRows(cohort: ManagedCohort) {
  return sql`select e.id, p.name, o.name as unit, o.code, n.masked as number, g.name as "group", g.position as place,
      s.id as sender, s.name as township,
      (select coalesce(sum(l.hours), 0)::float8 from "LedgerEntry" l where l."enrolmentId" = e.id) as hours,
      exists(select 1 from "Arrival" a where a."enrolmentId" = e.id) as arrived,
      exists(select 1 from "Withdrawal" w where w."enrolmentId" = e.id
        and not exists(select 1 from "Reinstatement" r where r."withdrawalId" = w.id)) as withdrawn
    from "Enrolment" e
    join "Person" p on p.id = e."personId"
    join "Organisation" o on o.id = e."sentById"
    join "Organisation" s on s.id = ${senderOf(cohort)}
    left join "IdentityNumber" n on n."personId" = p.id and n."until" is null
    left join "GroupMembership" m on m."enrolmentId" = e.id and m."until" is null
    left join "MentorGroup" g on g.id = m."groupId"
    where e."cohortId" = ${cohort.id}::uuid`
}
