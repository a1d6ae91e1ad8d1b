// The people of a report as they stand, before it is issued, and whether they stand as in the version before.
import type { Tx } from '~/db.server'
import type { Actor } from '../actor'
import { asShown } from '../as-shown.server'
import type { ManagedCohort } from '../cohorts/cohort.access.server'
import { dayOf } from '../cohorts/weeks'
import { evaluateCohort } from '../completion/facts.queries.server'
import { hashOfFacts } from '../completion/frozen.server'
import { type Learner, learnersSentBy } from '../completion/learners.queries.server'
import { finalScore, lackingOf, lastChance, sessionsOf } from '../completion/summary'
import { type Listed, type PersonBody, resultOf } from './report-facts.server'

export async function listOf(
  tx: Tx | undefined,
  actor: Actor,
  cohort: ManagedCohort,
  organisationId: string,
  cutOff: Date,
): Promise<Listed[]> {
  const learners = await learnersSentBy(cohort, organisationId, { at: actor.at, cutOff, tx })
  const enrolmentIds = learners.map((one) => one.enrolmentId)
  const { people } = await evaluateCohort(actor, cohort, { cutOff, enrolmentIds, tx })
  return learners.map((learner) => listed(cohort, learner, people.get(learner.enrolmentId)!, cutOff))
}

type Evaluated = Awaited<ReturnType<typeof evaluateCohort>>['people'] extends Map<string, infer E> ? E : never

function listed(
  cohort: ManagedCohort,
  learner: Learner,
  { record, verdict }: Evaluated,
  cutOff: Date,
): Listed {
  const result = resultOf({ ...learner, state: verdict.state })
  const completed = result === 'completed' || result === 'distinguished'
  const chance = result === 'not-yet' ? lastChance(verdict, cutOff) : null
  const { certificate } = learner
  return {
    enrolmentId: learner.enrolmentId,
    name: learner.name,
    township: learner.township,
    inTownship: learner.inTownship,
    unit: learner.unit,
    lastFour: learner.number?.slice(-4) ?? null,
    arrived: learner.arrived || completed,
    hours: record.earned.total / 100,
    ...sessionsOf(record),
    score: finalScore(verdict),
    result,
    reasons: completed || result === 'withdrawn' ? [] : lackingOf(verdict),
    certificateNumber: completed && certificate && !certificate.revoked ? certificate.number : null,
    // A deadline is the first instant that is too late; people are told the last day.
    stillUntil: chance && dayOf(new Date(chance.getTime() - 1), cohort.timeZone),
  }
}

export function bodyOf({ stillUntil: _, inTownship: __, ...body }: Listed): PersonBody {
  return body
}

export async function lastVersion(tx: Tx, cohortId: string, organisationId: string) {
  return tx.reportPackage.findFirst({
    where: { cohortId, organisationId },
    orderBy: { version: 'desc' },
    include: {
      by: { select: { name: true } },
      people: { orderBy: { position: 'asc' }, select: { factsHash: true } },
    },
  })
}

export function sameList(before: { factsHash: string }[], now: string[]): boolean {
  return before.length === now.length && before.every((one, index) => one.factsHash === now[index])
}

/** Names what a report says of its people, and the number that it gets. */
export function shownReport(list: readonly Listed[], number: string) {
  return asShown({ people: list.map((one) => hashOfFacts(bodyOf(one))), number })
}
