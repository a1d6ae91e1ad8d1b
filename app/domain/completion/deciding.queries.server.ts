// What the manager is shown before a press decides: who would be decided how, and who is left, and why.
import { db } from '~/db.server'
import type { Actor } from '../actor'
import type { ManagedCohort } from '../cohorts/cohort.access.server'
import { shownDecisions } from './decisions.server'
import { leftOut } from './left-out'
import { type CompletionStage, completionOverview } from './overview.queries.server'

/** All who complete, or all others who are not decided. */
export type Outcome = 'completed' | 'not-completed'

const stagesOf: Record<Outcome, CompletionStage[]> = {
  completed: ['ready'],
  'not-completed': ['open', 'lost'],
}

export async function decisionsToTake(actor: Actor, cohort: ManagedCohort, outcome: Outcome) {
  const people = await completionOverview(actor, cohort)
  const taken = people.filter((one) => stagesOf[outcome].includes(one.stage))
  const distinction = (one: (typeof taken)[number]) => outcome === 'completed' && one.earnsDistinction
  return {
    people: taken.map(({ enrolmentId, name, unit, lacking }) => ({ enrolmentId, name, unit, lacking })),
    distinguished: taken.filter(distinction).length,
    left: leftOut(people, stagesOf[outcome]),
    shown: shownDecisions(
      taken.map((one) => ({
        enrolmentId: one.enrolmentId,
        verdict: outcome,
        distinction: distinction(one),
      })),
    ),
  }
}

/** The cohort's last decisions, where they are those that `shown` names: how many, who took them, and when. */
export async function decidedAsShown(cohort: ManagedCohort, shown: string) {
  const ofCohort = { enrolment: { cohortId: cohort.id } }
  const last = await db.completionDecision.findFirst({
    where: ofCohort,
    orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
    select: { byId: true, recordedAt: true, by: { select: { name: true } } },
  })
  if (!last) return null
  const { byId, recordedAt, by } = last
  const rows = await db.completionDecision.findMany({
    where: { ...ofCohort, byId, recordedAt },
    select: { enrolmentId: true, verdict: true, distinction: true },
  })
  const decisions = rows.map((row) => ({ ...row, verdict: row.verdict as Outcome }))
  return shownDecisions(decisions) === shown ? { people: rows.length, by: by.name, at: recordedAt } : null
}
