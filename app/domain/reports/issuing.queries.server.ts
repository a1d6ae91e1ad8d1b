// What the manager is shown before a press issues a report: over whom, with what results, and what came before.
import { db } from '~/db.server'
import type { Actor } from '../actor'
import { nextNumber } from '../certificates/series.server'
import type { ManagedCohort } from '../cohorts/cohort.access.server'
import { hashOfFacts } from '../completion/frozen.server'
import { bodyOf, lastVersion, listOf, sameList, shownReport } from './report-list.server'
import { organisationsToReportOn } from './reports.queries.server'

/** Null for an organisation for which no report of this cohort is issued. */
export async function reportToIssue(actor: Actor, cohort: ManagedCohort, organisationId: string) {
  const organisation = (await organisationsToReportOn(cohort)).find((one) => one.id === organisationId)
  if (!organisation) return null
  const [list, last, { next }] = await Promise.all([
    listOf(undefined, actor, cohort, organisationId, actor.at),
    lastVersion(db, cohort.id, organisationId),
    nextNumber(actor, cohort, { kind: 'report' }),
  ])
  const counted = (...results: string[]) => list.filter((one) => results.includes(one.result)).length
  const same =
    last !== null &&
    sameList(
      last.people,
      list.map((one) => hashOfFacts(bodyOf(one))),
    )
  return {
    organisation,
    people: list.length,
    completed: counted('completed', 'distinguished'),
    distinguished: counted('distinguished'),
    notYet: counted('not-yet'),
    notCompleted: counted('not-completed'),
    withdrawn: counted('withdrawn'),
    number: next,
    version: (last?.version ?? 0) + 1,
    last: last && { number: last.number, by: last.by.name, at: last.occurredAt.toISOString() },
    same,
    shown: shownReport(list, next),
  }
}
