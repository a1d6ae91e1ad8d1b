import type { Tx } from '~/db.server'
import type { Actor } from '../actor'
import type { ManagedCohort } from '../cohorts/cohort.access.server'
import type { ManagedEnrolment } from '../enrolment/enrolment.access.server'
import type { OwnStudy } from '../learning/learning.access.server'
import { type Evidence, type Frame, gather } from './gather'
import { judge } from './judge'
import { type CohortRule, cohortRecord, factsOf, type RecordsAsked } from './records.server'
import type { Verdict } from './verdict'

export type Evaluated = Evidence & { verdict: Verdict }

export type Evaluation = {
  rule: CohortRule
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
export function evaluate(asked: Asked): Promise<Evaluation> {
  return evaluateEach(asked, (one) => one)
}

type Asked = RecordsAsked & {
  /** Deadlines and sessions are looked at from here. */
  at: Date
}

/**
 * The same, of which only what `of` makes of each is kept: the evidence and the verdict of one person are a few hundred
 * objects, and a cohort may have thousands of people.
 */
export async function evaluateEach<T>(
  asked: Asked,
  of: (one: Evaluated) => T,
): Promise<Omit<Evaluation, 'people'> & { people: Map<string, T> }> {
  const { frame, rule } = await cohortRecord(asked)
  const people = new Map<string, T>()
  for await (const batch of factsOf(asked)) {
    for (const [id, facts] of batch) {
      const evidence = gather(frame, facts, asked.at)
      people.set(id, of({ ...evidence, verdict: judge(rule.rule, evidence.record) }))
    }
  }
  return { rule, frame, people }
}
