// A verdict is computed, a decision is taken: open → decided → superseded by the next decision …
// Invariants:
// 1. Whoever decides holds the enrolments' rows, so that two confirmations at once leave one decision.
// 2. Where the manager was shown whom it would decide how, it decides just these, or nobody.
// 3. A decision points to the facts that it was taken on; the same facts again are not decided again, unless the
//    certificate that followed from them was revoked.
import { inTransaction, type Tx } from '~/db.server'
import type { Actor } from '../actor'
import { asShown } from '../as-shown.server'
import { audit } from '../audit/audit.server'
import type { ManagedCohort } from '../cohorts/cohort.access.server'
import { newId } from '../ids.server'
import type { HourTotals } from '../learning/ledger'
import { lockEnrolments } from '../learning/outcomes.server'
import { sessionCounts } from '../workshops/attendance'
import { type Decided, type DecideRefusal, decide } from './decide'
import { type Evaluated, evaluateCohort } from './facts.queries.server'
import { freeze, hashOfFacts } from './frozen.server'
import { type Learner, learnersOf } from './learners.queries.server'
import { afterTheLast } from './moment.server'
import { finalScore } from './summary'

/** What a decision was taken on. It carries no name; nothing in it changes with the hour at which it is looked at. */
export type DecisionFacts = {
  enrolmentId: string
  ruleVersionId: string
  verdict: Decided['verdict']
  distinction: boolean
  /** Hundredths of hours. */
  hours: HourTotals
  score: number | null
  posts: number
  activities: { activity: string; confirmed: boolean; exempt: boolean; score: number | null }[]
  sessions: { activity: string; session: number; mark: string | null; counts: boolean }[]
}

export type ConfirmInput = {
  enrolmentIds: readonly string[]
  /** What was recorded by then decides; now, where none is named. */
  cutOff?: Date
  /** The manager says "not completed" of those whose verdict is still open. */
  notCompleted?: boolean
  /** What the manager was shown, as `shownDecisions` names it; nothing is asked for where none is named. */
  shown?: string
}

export type Confirmed = {
  decided: number
  completed: number
  unchanged: number
  refused: { enrolmentId: string; word: DecideRefusal | 'absent' }[]
  /** Others would have been decided, or otherwise, than was shown, and nobody was. */
  changed: boolean
}

/** Confirms verdicts as decisions. Refuses one by one: `withdrawn`, `still-open`, and `absent` for who is not in the cohort. */
export async function confirmDecisions(
  asked: Actor,
  cohort: ManagedCohort,
  { enrolmentIds, cutOff = asked.at, notCompleted = false, shown }: ConfirmInput,
): Promise<Confirmed> {
  return inTransaction(async (tx) => {
    await lockEnrolments(
      tx,
      enrolmentIds.map((enrolmentId) => ({ enrolmentId })),
    )
    const actor = await afterTheLast(tx, asked, enrolmentIds)
    const people = await learnersOf(cohort, { at: actor.at, enrolmentIds, tx })
    const { people: verdicts, rule } = await evaluateCohort(actor, cohort, { cutOff, enrolmentIds, tx })
    const known = new Set(people.map((one) => one.enrolmentId))
    const refused: Confirmed['refused'] = enrolmentIds
      .filter((id) => !known.has(id))
      .map((enrolmentId) => ({ enrolmentId, word: 'absent' as const }))
    const taken: { person: Learner; facts: DecisionFacts }[] = []
    for (const person of people) {
      const evaluated = verdicts.get(person.enrolmentId)!
      const decided = decide(evaluated.verdict, { withdrawn: person.withdrawn, notCompleted })
      if ('refused' in decided) refused.push({ enrolmentId: person.enrolmentId, word: decided.refused })
      else taken.push({ person, facts: factsOf(person, rule.id, decided, evaluated) })
    }
    const rows = taken.flatMap(({ person, facts }) => {
      const factsHash = hashOfFacts(facts)
      if (standsAlready(person, factsHash)) return []
      const { enrolmentId, ruleVersionId, verdict, distinction } = facts
      const supersedesId = person.decision?.id ?? null
      return [{ id: newId(), enrolmentId, ruleVersionId, verdict, distinction, factsHash, supersedesId }]
    })
    if (shown !== undefined && shown !== shownDecisions(rows)) {
      return { decided: 0, completed: 0, unchanged: taken.length - rows.length, refused, changed: true }
    }
    await freeze(
      tx,
      actor,
      'decision',
      taken.map((one) => one.facts),
    )
    await writeDecisions(tx, actor, cutOff, rows)
    const completed = rows.filter((row) => row.verdict === 'completed').length
    if (rows.length) {
      await audit(tx, actor, {
        action: 'completion.decided',
        subjectKind: 'cohort',
        subjectId: cohort.id,
        cohortId: cohort.id,
        details: { decided: rows.length, completed, cutOff: cutOff.toISOString() },
      })
    }
    return { decided: rows.length, completed, unchanged: taken.length - rows.length, refused, changed: false }
  }, AT_MOST)
}

// A cohort may have thousands of people.
const AT_MOST = { timeout: 300_000 }

/** Names whom decisions are about, and how they are decided. */
export function shownDecisions(
  decisions: readonly Pick<DecisionFacts, 'enrolmentId' | 'verdict' | 'distinction'>[],
) {
  const lines = decisions.map(({ enrolmentId, verdict, distinction }) => [enrolmentId, verdict, distinction])
  return asShown(lines.sort(([one], [other]) => (one! < other! ? -1 : 1)))
}

type NewDecision = Pick<DecisionFacts, 'enrolmentId' | 'ruleVersionId' | 'verdict' | 'distinction'> & {
  id: string
  factsHash: string
  supersedesId: string | null
}

async function writeDecisions(tx: Tx, actor: Actor, cutOff: Date, rows: NewDecision[]) {
  await tx.$executeRaw`
    insert into "CompletionDecision" (id, "enrolmentId", "ruleVersionId", "factsHash", verdict, distinction, "cutOff",
      "supersedesId", "byId", "occurredAt", "recordedAt")
    select id, "enrolmentId", "ruleVersionId", "factsHash", verdict, distinction, ${cutOff}::timestamptz,
      "supersedesId", ${actor.person!.id}::uuid, ${actor.at}::timestamptz, ${actor.at}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as x(id uuid, "enrolmentId" uuid, "ruleVersionId" uuid,
      "factsHash" text, verdict text, distinction boolean, "supersedesId" uuid)`
}

function standsAlready(person: Learner, factsHash: string): boolean {
  const { decision, certificate } = person
  const revoked = certificate?.revoked === true && certificate.decisionId === decision?.id
  return decision?.factsHash === factsHash && !revoked
}

function factsOf(
  person: Learner,
  ruleVersionId: string,
  decided: Decided,
  { record, verdict }: Evaluated,
): DecisionFacts {
  return {
    enrolmentId: person.enrolmentId,
    ruleVersionId,
    ...decided,
    hours: record.earned,
    score: finalScore(verdict),
    posts: record.posts.substantial,
    activities: record.activities
      .filter((one) => one.kind !== 'workshop')
      .map(({ activity, confirmed, exempt, score }) => ({ activity, confirmed, exempt, score })),
    sessions: record.sessions.map((one) => ({
      activity: one.activity,
      session: one.session,
      mark: one.exempt ? 'exempt' : (one.standing?.mark ?? null),
      counts: sessionCounts(one) === true,
    })),
  }
}
