import type { Prisma } from '#generated/client/client'
import { db } from '~/db.server'
import { overseenOrganisations, visibleCohorts } from '../access/scope.server'
import type { Actor } from '../actor'
import type { ManagedCohort } from '../cohorts/cohort.access.server'

/** Packages for the organisations that the actor oversees, the latest first. */
export function reportsOverseen(actor: Actor) {
  return reportList({ organisation: overseenOrganisations(actor) })
}

/** Packages of all cohorts that the actor manages, the latest first. */
export function reportsManaged(actor: Actor) {
  return reportList({ cohort: visibleCohorts(actor) })
}

export function reportsOf(cohort: ManagedCohort) {
  return reportList({ cohortId: cohort.id })
}

async function reportList(where: Prisma.ReportPackageWhereInput) {
  const rows = await db.reportPackage.findMany({
    where,
    orderBy: [{ recordedAt: 'desc' }, { sequence: 'desc' }],
    include: {
      organisation: { select: { name: true } },
      cohort: { select: { title: true, timeZone: true } },
      by: { select: { name: true } },
      _count: { select: { people: true } },
    },
    take: 200,
  })
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    version: row.version,
    organisation: row.organisation.name,
    cohort: row.cohort.title,
    timeZone: row.cohort.timeZone,
    people: row._count.people,
    issuedAt: row.occurredAt.toISOString(),
    cutOff: row.cutOff.toISOString(),
    by: row.by.name,
    hash: row.factsHash,
  }))
}

/** The organisations for which a cohort's report can be issued: the one that it is held for, and counties below it that sent somebody. */
export async function organisationsToReportOn(cohort: ManagedCohort) {
  return db.organisation.findMany({
    where: {
      ancestors: { some: { ancestorId: cohort.heldForId } },
      descendants: { some: { descendant: { enrolmentsSent: { some: { cohortId: cohort.id } } } } },
      OR: [{ id: cohort.heldForId }, { kind: 'county' }],
    },
    select: { id: true, name: true },
    orderBy: { code: 'asc' },
  })
}
