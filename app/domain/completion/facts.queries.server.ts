import type { Tx } from '~/db.server'
import type { Actor } from '../actor'
import type { ManagedCohort } from '../cohorts/cohort.access.server'
import type { ManagedEnrolment } from '../enrolment/enrolment.access.server'
import type { OwnStudy } from '../learning/learning.access.server'
import type { Evidence, Frame } from './gather'
import { judge } from './judge'
import { recordsOf } from './records.server'
import type { CompletionRule } from './rule'
import type { Verdict } from './verdict'

export type Evaluated = Evidence & { verdict: Verdict }

export type Evaluation = {
  rule: { id: string; number: number; rule: CompletionRule }
  frame: Frame
  /** By enrolment. */
  people: Map<string, Evaluated>
}

/** What the cohort's rule says of each of its people, or of those named, by what was recorded until the cut-off. */
export async function evaluateCohort(
  actor: Actor,
  cohort: ManagedCohort,
  { cutOff = actor.at, enrolmentIds, tx }: { cutOff?: Date; enrolmentIds?: readonly string[]; tx?: Tx } = {},
): Promise<Evaluation> {
  return evaluate({ cohortId: cohort.id, enrolmentIds, at: cutOff, cutOff, tx })
}

/** The same for one person, whom the actor is or manages. */
export async function verdictOf(
  actor: Actor,
  enrolment: ManagedEnrolment | OwnStudy,
): Promise<Evaluated & Omit<Evaluation, 'people'>> {
  const own = 'enrolmentId' in enrolment
  const id = own ? enrolment.enrolmentId : enrolment.id
  const cohortId = own ? enrolment.cohort.id : enrolment.cohortId
  const { people, ...rest } = await evaluate({ cohortId, enrolmentIds: [id], at: actor.at, cutOff: actor.at })
  return { ...people.get(id)!, ...rest }
}

/** For other doors of this folder, which have got each enrolment by their own. */
export async function evaluate(asked: Parameters<typeof recordsOf>[0]): Promise<Evaluation> {
  const { frame, rule, evidence } = await recordsOf(asked)
  const people = new Map(
    [...evidence].map(([id, one]): [string, Evaluated] => [
      id,
      { ...one, verdict: judge(rule.rule, one.record) },
    ]),
  )
  return { rule, frame, people }
}
