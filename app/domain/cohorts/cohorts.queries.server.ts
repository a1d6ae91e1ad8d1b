// Reads for the manager's pages of cohorts. Each takes the actor, or a cohort that its access function gave.
import { sql } from 'kysely'
import { db } from '~/db.server'
import { managedOrganisations, visibleCohorts } from '../access/scope.server'
import type { Actor } from '../actor'
import type { ManagedCohort } from './cohort.access.server'
import { dayOf, weekNumber } from './weeks'

/** The actor's cohorts, the latest first. */
export async function cohortList(actor: Actor) {
  const cohorts = await db.cohort.findMany({
    where: visibleCohorts(actor),
    orderBy: [{ startsOn: 'desc' }, { title: 'asc' }],
    select: {
      id: true,
      title: true,
      startsOn: true,
      endsOn: true,
      timeZone: true,
      heldFor: { select: { name: true } },
      versions: {
        where: { until: null },
        select: { programmeVersion: { select: { title: true, titleEn: true } } },
      },
      quotas: { select: { seats: true } },
      _count: { select: { enrolments: true } },
    },
  })
  return cohorts.map((cohort) => ({
    id: cohort.id,
    title: cohort.title,
    programme: cohort.versions[0]!.programmeVersion.title,
    programmeEn: cohort.versions[0]!.programmeVersion.titleEn,
    heldFor: cohort.heldFor.name,
    startsOn: day(cohort.startsOn),
    endsOn: day(cohort.endsOn),
    seats: cohort.quotas.reduce((sum, quota) => sum + quota.seats, 0),
    enrolled: cohort._count.enrolments,
    running:
      day(cohort.startsOn) <= dayOf(actor.at, cohort.timeZone) &&
      dayOf(actor.at, cohort.timeZone) <= day(cohort.endsOn),
  }))
}

/** Days are kept as dates without a time: midnight in UTC. */
export function day(date: Date) {
  return date.toISOString().slice(0, 10)
}

export type SenderRow = {
  organisationId: string
  name: string
  seats: number | null
  enrolled: number
  arrived: number
  withdrawn: number
  meanHours: number | null
}

/**
 * A cohort in figures: for each organisation just below the one that it is held for, and for that one itself where
 * people are sent by it directly, how many seats it has, and how many are enrolled, arrived, withdrawn, with the
 * mean of their credit hours.
 */
export async function sendersOf(cohort: ManagedCohort): Promise<SenderRow[]> {
  const { rows } = await sql<SenderRow>`
    with person as (
      select e.id,
        coalesce(top."ancestorId", e."sentById") as organisation,
        exists(select 1 from "Arrival" a where a."enrolmentId" = e.id) as arrived,
        exists(select 1 from "Withdrawal" w where w."enrolmentId" = e.id
          and not exists(select 1 from "Reinstatement" r where r."withdrawalId" = w.id)) as withdrawn,
        (select coalesce(sum(l.hours), 0) from "LedgerEntry" l where l."enrolmentId" = e.id) as hours
      from "Enrolment" e
      left join lateral (
        select step."ancestorId" from "OrganisationClosure" step
        join "OrganisationClosure" under on under."descendantId" = step."ancestorId"
          and under."ancestorId" = ${cohort.heldForId}::uuid and under.depth = 1
        where step."descendantId" = e."sentById"
      ) top on true
      where e."cohortId" = ${cohort.id}::uuid
    ),
    figures as (
      select organisation, count(*)::int as enrolled,
        count(*) filter (where arrived)::int as arrived,
        count(*) filter (where withdrawn)::int as withdrawn,
        (avg(hours) filter (where not withdrawn))::float8 as "meanHours"
      from person group by organisation
    )
    select o.id as "organisationId", o.name, q.seats, coalesce(f.enrolled, 0) as enrolled,
      coalesce(f.arrived, 0) as arrived, coalesce(f.withdrawn, 0) as withdrawn, f."meanHours"
    from "Organisation" o
    left join figures f on f.organisation = o.id
    left join "Quota" q on q."organisationId" = o.id and q."cohortId" = ${cohort.id}::uuid
    where f.organisation is not null or q.id is not null
    order by o.code`.execute(db.$kysely)
  return rows
}

/** Organisations that the actor may run cohorts for: their own, and any county or city by name and code alone. */
export async function organisationsToOpenFor(actor: Actor) {
  const [run, held] = await Promise.all([
    db.organisation.findMany({
      where: { ...managedOrganisations(actor), kind: { not: 'township' } },
      select: { id: true, name: true },
      orderBy: { code: 'asc' },
      take: 200,
    }),
    db.organisation.findMany({
      where: { kind: { in: ['city', 'county', 'agency'] } },
      select: { id: true, name: true },
      orderBy: { code: 'asc' },
    }),
  ])
  return { run, held }
}

/** The organisations one step below the one that the cohort is held for, for its quotas. */
export async function organisationsToSend(cohort: ManagedCohort) {
  return db.organisation.findMany({
    where: { ancestors: { some: { ancestorId: cohort.heldForId, depth: { lte: 1 } } } },
    select: { id: true, name: true, code: true },
    orderBy: { code: 'asc' },
  })
}

/** A cohort's rosters, the latest first. */
export async function importsOf(cohort: ManagedCohort) {
  return db.rosterImport.findMany({
    where: { cohortId: cohort.id },
    orderBy: { uploadedAt: 'desc' },
    select: { id: true, fileName: true, uploadedAt: true, agreedAt: true, summary: true },
  })
}

const pageSize = 50

/** The people of a cohort, 50 a page, by name or unit; `q` narrows. */
export async function peopleOf(cohort: ManagedCohort, { q, page }: { q: string; page: number }) {
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<{
    id: string
    name: string
    unit: string
    number: string | null
    group: string | null
    hours: number
    arrived: boolean
    withdrawn: boolean
    total: number
  }>`
    select e.id, p.name, o.name as unit, n.masked as number, g.name as "group",
      (select coalesce(sum(l.hours), 0)::float8 from "LedgerEntry" l where l."enrolmentId" = e.id) as hours,
      exists(select 1 from "Arrival" a where a."enrolmentId" = e.id) as arrived,
      exists(select 1 from "Withdrawal" w where w."enrolmentId" = e.id
        and not exists(select 1 from "Reinstatement" r where r."withdrawalId" = w.id)) as withdrawn,
      count(*) over ()::int as total
    from "Enrolment" e
    join "Person" p on p.id = e."personId"
    join "Organisation" o on o.id = e."sentById"
    left join "IdentityNumber" n on n."personId" = p.id and n."until" is null
    left join "GroupMembership" m on m."enrolmentId" = e.id and m."until" is null
    left join "MentorGroup" g on g.id = m."groupId"
    where e."cohortId" = ${cohort.id}::uuid and (p.name like ${like} or o.name like ${like} or g.name like ${like})
    order by o.code, p.name collate "zh-x-icu", e.id
    limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(db.$kysely)
  const total = rows[0]?.total ?? 0
  return { people: rows, total, pages: Math.max(1, Math.ceil(total / pageSize)) }
}

/** Seats by organisation. */
export async function quotaSeats(cohort: ManagedCohort) {
  const quotas = await db.quota.findMany({
    where: { cohortId: cohort.id },
    select: { organisationId: true, seats: true },
  })
  return new Map(quotas.map(({ organisationId, seats }) => [organisationId, seats]))
}

/** What stands above a cohort's pages: its programme, and the week that it is in. */
export async function cohortHead(actor: Actor, cohort: ManagedCohort) {
  const { programmeVersion } = await db.cohortVersion.findFirstOrThrow({
    where: { cohortId: cohort.id, until: null },
    select: { programmeVersion: { select: { title: true, titleEn: true } } },
  })
  const { name: heldFor } = await db.organisation.findUniqueOrThrow({
    where: { id: cohort.heldForId },
    select: { name: true },
  })
  const calendar = { startsOn: day(cohort.startsOn), timeZone: cohort.timeZone }
  return {
    heldFor,
    programme: programmeVersion.title,
    programmeEn: programmeVersion.titleEn,
    week: weekNumber(calendar, actor.at),
    ended: day(cohort.endsOn) < dayOf(actor.at, cohort.timeZone),
  }
}
