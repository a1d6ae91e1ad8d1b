// What the manager is shown before a press issues: who gets a certificate, which numbers these are, and who is left.
import { db } from '~/db.server'
import type { Actor } from '../actor'
import type { ManagedCohort } from '../cohorts/cohort.access.server'
import { leftOut } from '../completion/left-out'
import { completionOverview } from '../completion/overview.queries.server'
import { shownIssue } from './issue.server'
import { nextNumber } from './series.server'

export async function certificatesToIssue(actor: Actor, cohort: ManagedCohort) {
  const overview = await completionOverview(actor, cohort)
  const people = overview.filter((one) => one.stage === 'decided')
  const { next, last } = await nextNumber(actor, cohort, { count: Math.max(1, people.length) })
  return {
    people: people.map(({ enrolmentId, name, unit, distinction }) => ({
      enrolmentId,
      name,
      unit,
      distinction,
    })),
    first: next,
    last,
    left: leftOut(overview, ['decided']),
    shown: shownIssue(people, people.length ? next : null),
  }
}

/** The cohort's last certificates, where they are those that `shown` names: how many, who issued them, and when. */
export async function issuedAsShown(cohort: ManagedCohort, shown: string) {
  const ofCohort = { enrolment: { cohortId: cohort.id } }
  const last = await db.certificate.findFirst({
    where: ofCohort,
    orderBy: [{ recordedAt: 'desc' }, { sequence: 'desc' }],
    select: { byId: true, recordedAt: true, by: { select: { name: true } } },
  })
  if (!last) return null
  const { byId, recordedAt, by } = last
  const rows = await db.certificate.findMany({
    where: { ...ofCohort, byId, recordedAt },
    orderBy: { sequence: 'asc' },
    select: { enrolmentId: true, number: true },
  })
  return shownIssue(rows, rows[0]!.number) === shown
    ? { people: rows.length, by: by.name, at: recordedAt }
    : null
}
