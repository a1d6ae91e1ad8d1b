// Number series: one for an issuing organisation, a year and a kind. The counter is locked in the transaction that
// issues, so that a number is given once and none is left out.
import { db, inTransaction, type Tx } from '~/db.server'
import type { Actor } from '../actor'
import { audit } from '../audit/audit.server'
import type { ManagedCohort } from '../cohorts/cohort.access.server'
import { dayOf } from '../cohorts/weeks'
import { newId } from '../ids.server'
import { refusalOfFormat, writeNumber } from './number-format'
import { defaultFormat } from './series-format'

export type SeriesKind = 'certificate' | 'report'
export type LockedSeries = { id: string; year: number; format: string; last: number }

/** The series, locked until the transaction ends; made by the first who needs it. */
export async function lockSeries(
  tx: Tx,
  actor: Actor,
  of: { organisationId: string; year: number; kind: SeriesKind },
): Promise<LockedSeries> {
  const { organisationId, year, kind } = of
  const key = { organisationId_year_kind: { organisationId, year, kind } }
  if (!(await tx.numberSeries.findUnique({ where: key, select: { id: true } }))) {
    const format = await proposedFormat(tx, organisationId, year, kind)
    await tx.$executeRaw`
      insert into "NumberSeries" (id, "organisationId", year, kind, format, last, "recordedAt")
      values (${newId()}::uuid, ${organisationId}::uuid, ${year}, ${kind}, ${format}, 0, ${actor.at})
      on conflict do nothing`
  }
  const [series] = await tx.$queryRaw<LockedSeries[]>`
    select id, year, format, last from "NumberSeries"
    where "organisationId" = ${organisationId}::uuid and year = ${year} and kind = ${kind} for update`
  return series!
}

/** The number that a series gives next, or so many after it. */
export function numberAfter(series: Omit<LockedSeries, 'id'>, more = 0) {
  return writeNumber(series.format, { year: series.year, count: series.last + 1 + more })
}

/** The next numbers of a locked series, in order. */
export async function takeNumbers(tx: Tx, series: LockedSeries, count: number) {
  const numbers = Array.from({ length: count }, (_, index) => {
    const sequence = series.last + index + 1
    return { sequence, number: numberAfter(series, index) }
  })
  if (count) await tx.numberSeries.update({ where: { id: series.id }, data: { last: series.last + count } })
  return numbers
}

/** How the numbers of a cohort's bureau are written this year: as set, or as proposed. */
export async function formatOf(tx: Tx | typeof db, cohort: ManagedCohort, year: number, kind: SeriesKind) {
  const organisationId = cohort.heldForId
  const series = await tx.numberSeries.findUnique({
    where: { organisationId_year_kind: { organisationId, year, kind } },
    select: { format: true, last: true },
  })
  if (series) return series
  return { format: await proposedFormat(tx, organisationId, year, kind), last: 0 }
}

/**
 * Sets how the next numbers are written; those that are issued stay. Refuses as `refusalOfFormat` says, and `taken`
 * where the bureau's other series of the year is written so, since two documents could carry one number.
 */
export async function setFormat(
  actor: Actor,
  cohort: ManagedCohort,
  { year, kind, format }: { year: number; kind: SeriesKind; format: string },
) {
  const refused = refusalOfFormat(format)
  if (refused) return { refused }
  return inTransaction(async (tx) => {
    const organisationId = cohort.heldForId
    const other = await tx.numberSeries.findFirst({ where: { organisationId, format, NOT: { kind } } })
    if (other) return { refused: 'taken' as const }
    const series = await lockSeries(tx, actor, { organisationId, year, kind })
    await tx.numberSeries.update({ where: { id: series.id }, data: { format } })
    await audit(tx, actor, {
      action: 'series.format-set',
      subjectKind: 'organisation',
      subjectId: organisationId,
      organisationId,
      cohortId: cohort.id,
      details: { year, kind, before: series.format, format },
    })
    return { set: true as const }
  })
}

// Last year's format goes on; the first is made of the issuer's own name.
async function proposedFormat(
  tx: Tx,
  organisationId: string,
  year: number,
  kind: SeriesKind,
): Promise<string> {
  const before = await tx.numberSeries.findFirst({
    where: { organisationId, kind, year: { lt: year } },
    orderBy: { year: 'desc' },
    select: { format: true },
  })
  if (before) return before.format
  const issuer = await tx.organisation.findUniqueOrThrow({ where: { id: organisationId } })
  const city = await tx.organisation.findFirst({
    where: {
      kind: 'city',
      id: { not: organisationId },
      descendants: { some: { descendantId: organisationId } },
    },
    select: { name: true },
  })
  return defaultFormat(kind, { code: issuer.code, name: issuer.name, city: city?.name ?? null })
}

/** How a cohort's documents of a kind are numbered this year, the number that comes next, and that after so many. */
export async function nextNumber(
  actor: Actor,
  cohort: ManagedCohort,
  { kind = 'certificate', count = 1 }: { kind?: SeriesKind; count?: number } = {},
) {
  const year = Number(dayOf(actor.at, cohort.timeZone).slice(0, 4))
  const series = { year, ...(await formatOf(db, cohort, year, kind)) }
  return { format: series.format, next: numberAfter(series), last: numberAfter(series, count - 1) }
}
