// Reads for the manager's pages of cohorts. Each takes the actor, or a cohort that its access function gave.
import { sql } from 'kysely'
import type { Cohort } from '#generated/client/client'
import { db } from '~/db.server'
import { managedOrganisations, visibleCohorts } from '../access/scope.server'
import type { Actor } from '../actor'
import { type CohortSettings, cohortState } from './cohort'
import type { ManagedCohort } from './cohort.access.server'
import { senderOf } from './people.queries.server'
import { weekNumber } from './weeks'

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
    state: stateOf(cohort, actor.at),
  }))
}

function stateOf(cohort: { startsOn: Date; endsOn: Date; timeZone: string }, at: Date) {
  return cohortState({ ...cohort, startsOn: day(cohort.startsOn), endsOn: day(cohort.endsOn) }, at)
}

/** Days are kept as dates without a time: midnight in UTC. */
export function day(date: Date) {
  return date.toISOString().slice(0, 10)
}

/** What can be corrected of a cohort, as its form has it. */
export function settingsOf(cohort: Cohort): CohortSettings {
  const { title, groupSizeMin, groupSizeMax, contactName, contactTelephone, contactHours } = cohort
  return {
    title,
    startsOn: day(cohort.startsOn),
    endsOn: day(cohort.endsOn),
    groupSizeMin,
    groupSizeMax,
    contactName,
    contactTelephone,
    contactHours,
    acceptsWithoutNumber: cohort.acceptsWithoutNumber,
  }
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
 * mean credit hours of those who have arrived, as a completion report has it.
 */
export async function sendersOf(cohort: ManagedCohort): Promise<SenderRow[]> {
  const { rows } = await sql<SenderRow>`
    with person as (
      select e.id, ${senderOf(cohort)} as organisation,
        exists(select 1 from "Arrival" a where a."enrolmentId" = e.id) as arrived,
        exists(select 1 from "Withdrawal" w where w."enrolmentId" = e.id
          and not exists(select 1 from "Reinstatement" r where r."withdrawalId" = w.id)) as withdrawn,
        (select d.verdict from "CompletionDecision" d where d."enrolmentId" = e.id
          order by d."recordedAt" desc, d.id desc limit 1) is not distinct from 'completed' as completed,
        (select coalesce(sum(l.hours), 0) from "LedgerEntry" l where l."enrolmentId" = e.id) as hours
      from "Enrolment" e
      where e."cohortId" = ${cohort.id}::uuid
    ),
    figures as (
      select organisation, count(*)::int as enrolled,
        count(*) filter (where arrived)::int as arrived,
        count(*) filter (where withdrawn)::int as withdrawn,
        (avg(hours) filter (where arrived or (completed and not withdrawn)))::float8 as "meanHours"
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
    select: { programmeVersion: { select: { title: true, titleEn: true, weeks: true } } },
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
    weeks: programmeVersion.weeks,
    week: weekNumber(calendar, actor.at),
    state: stateOf(cohort, actor.at),
  }
}
