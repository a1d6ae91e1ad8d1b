// A completion report, issued by the manager as a package for one organisation: frozen, numbered, hashed, with one
// body for each person. What is entered later changes no package; the next version names it.
import { TZDate } from '@date-fns/tz'
import { format } from 'date-fns'
import { inTransaction, type Tx } from '~/db.server'
import type { Actor } from '../actor'
import { audit } from '../audit/audit.server'
import { lockSeries, numberAfter, takeNumbers } from '../certificates/series.server'
import type { ManagedCohort } from '../cohorts/cohort.access.server'
import { dayOf } from '../cohorts/weeks'
import { freeze, hashOfFacts } from '../completion/frozen.server'
import { newId } from '../ids.server'
import { reportFacts } from './report-facts.server'
import { bodyOf, lastVersion, listOf, sameList, shownReport } from './report-list.server'

export type IssuedReport =
  | { packageId: string; number: string; version: number; unchanged: boolean; by: string; at: Date }
  | { refused: 'outside' | 'nobody' | 'changed' }

/**
 * Issues the report over those whom the organisation, or one below it, sent to the cohort, by what was recorded until
 * the cut-off. Where nothing has changed since the last version, that one comes back and no number is taken. Refuses
 * `outside` for an organisation that is not at or below the one that the cohort is held for, `nobody`, and `changed`
 * where the manager was shown something else, as `shownReport` names it.
 */
export async function issueReport(
  actor: Actor,
  cohort: ManagedCohort,
  { organisationId, cutOff = actor.at, shown }: { organisationId: string; cutOff?: Date; shown?: string },
): Promise<IssuedReport> {
  return inTransaction(async (tx) => {
    const organisation = await tx.organisation.findFirst({
      where: { id: organisationId, ancestors: { some: { ancestorId: cohort.heldForId } } },
    })
    if (!organisation) return { refused: 'outside' as const }
    const today = dayOf(actor.at, cohort.timeZone)
    const year = Number(today.slice(0, 4))
    const series = await lockSeries(tx, actor, { organisationId: cohort.heldForId, year, kind: 'report' })
    const list = await listOf(tx, actor, cohort, organisationId, cutOff)
    if (!list.length) return { refused: 'nobody' as const }
    const bodies = list.map(bodyOf)
    const last = await lastVersion(tx, cohort.id, organisationId)
    if (last && sameList(last.people, bodies.map(hashOfFacts))) {
      const { id: packageId, number, version, by, occurredAt: at } = last
      return { packageId, number, version, unchanged: true, by: by.name, at }
    }
    if (shown !== undefined && shown !== shownReport(list, numberAfter(series))) {
      return { refused: 'changed' as const }
    }
    const people = await freeze(tx, actor, 'report-person', bodies)
    const [taken] = await takeNumbers(tx, series, 1)
    const { sequence, number } = taken!
    const version = (last?.version ?? 0) + 1
    const head = {
      organisation: organisation.name,
      number,
      version,
      ...(await courseOf(tx, actor, cohort)),
      cutOff: format(new TZDate(cutOff.getTime(), cohort.timeZone), "yyyy-MM-dd'T'HH:mm"),
      issuedOn: today,
    }
    const [factsHash] = await freeze(tx, actor, 'report', [{ ...reportFacts(head, list), people }])
    const id = newId()
    await tx.reportPackage.create({
      data: {
        id,
        organisationId,
        cohortId: cohort.id,
        version,
        seriesId: series.id,
        sequence,
        number,
        factsHash: factsHash!,
        cutOff,
        byId: actor.person!.id,
        occurredAt: actor.at,
        recordedAt: actor.at,
      },
    })
    await tx.reportPackagePerson.createMany({
      data: people.map((hash, position) => ({ packageId: id, position, factsHash: hash })),
    })
    await audit(tx, actor, {
      action: 'report.issued',
      subjectKind: 'report',
      subjectId: id,
      organisationId,
      cohortId: cohort.id,
      details: { number, version, people: people.length, cutOff: cutOff.toISOString() },
    })
    return { packageId: id, number, version, unchanged: false, by: actor.person!.name, at: actor.at }
  })
}

async function courseOf(tx: Tx, actor: Actor, cohort: ManagedCohort) {
  const { programmeVersion } = await tx.cohortVersion.findFirstOrThrow({
    where: {
      cohortId: cohort.id,
      from: { lte: actor.at },
      OR: [{ until: null }, { until: { gt: actor.at } }],
    },
    select: { programmeVersion: { select: { title: true, titleEn: true } } },
  })
  return {
    programmeTitle: programmeVersion.title,
    programmeTitleEn: programmeVersion.titleEn || null,
    cohortTitle: cohort.title,
    cohortTitleEn: null,
  }
}
