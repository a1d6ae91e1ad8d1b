// decided → issued → superseded by the next number, or revoked.
// Invariants:
// 1. A certificate follows one decision, and a decision has one certificate at most.
// 2. A series is locked after the enrolments, and counted in the transaction that issues: no number twice, none left out.
// 3. What was issued stays: a new number supersedes it, a revocation stands beside it.
import type { CertificateFacts } from '#templates/certificates/facts'
import { inTransaction, type Tx } from '~/db.server'
import { asking, paths } from '~/paths'
import type { Actor } from '../actor'
import { asShown } from '../as-shown.server'
import { audit } from '../audit/audit.server'
import type { ManagedCohort } from '../cohorts/cohort.access.server'
import { dayOf } from '../cohorts/weeks'
import { freeze } from '../completion/frozen.server'
import { type Learner, learnersOf } from '../completion/learners.queries.server'
import { afterTheLast } from '../completion/moment.server'
import { newId } from '../ids.server'
import { lockEnrolments } from '../learning/outcomes.server'
import { random } from '../random.server'
import { courseOf, decisionFacts, inHours, lastGoodDay, onlyFacts } from './certificate-facts.server'
import { type IssueRefusal, refusalToIssue } from './refusal'
import { type LockedSeries, lockSeries, numberAfter, takeNumbers } from './series.server'
import { addressedNumber, shortToken, tokenOf } from './token'

export type IssueInput = {
  enrolmentIds: readonly string[]
  /** Where the site is reached, for the code on the paper: https://gongxue.example.cn */
  origin: string
  /** Gives the next number to who holds a certificate of an earlier decision. */
  renew?: boolean
  /** What the manager was shown, as `shownIssue` names it. */
  shown?: string
}

export type Issued = {
  issued: { enrolmentId: string; certificateId: string; number: string }[]
  refused: { enrolmentId: string; word: IssueRefusal | 'decide-again' | 'absent' }[]
  /** Others would have got a certificate than was shown, or other numbers, and nobody did. */
  changed: boolean
}

/**
 * Issues certificates from confirmed decisions, numbered in the order of townships, units and names. Refuses one by
 * one: see `IssueRefusal`; `decide-again` where the decision's own certificate was revoked; `absent` for who is not
 * in the cohort. Whoever is refused takes no number.
 */
export async function issueCertificates(
  asked: Actor,
  cohort: ManagedCohort,
  { enrolmentIds, origin, renew = false, shown }: IssueInput,
): Promise<Issued> {
  return inTransaction(async (tx) => {
    await lockEnrolments(
      tx,
      enrolmentIds.map((enrolmentId) => ({ enrolmentId })),
    )
    const actor = await afterTheLast(tx, asked, enrolmentIds)
    const people = await learnersOf(cohort, { at: actor.at, enrolmentIds, tx })
    const known = new Set(people.map((one) => one.enrolmentId))
    const refused: Issued['refused'] = enrolmentIds
      .filter((id) => !known.has(id))
      .map((enrolmentId) => ({ enrolmentId, word: 'absent' as const }))
    const ready: Learner[] = []
    for (const person of people) {
      const word = refusalOf(person, renew)
      if (word) refused.push({ enrolmentId: person.enrolmentId, word })
      else ready.push(person)
    }
    const series = ready.length ? await seriesOfToday(tx, actor, cohort) : null
    if (shown !== undefined && shown !== shownIssue(ready, series && numberAfter(series))) {
      return { issued: [], refused, changed: true }
    }
    if (!series) return { issued: [], refused, changed: false }
    const issued = await write(tx, actor, cohort, ready, series, origin)
    await audit(tx, actor, {
      action: 'certificates.issued',
      subjectKind: 'cohort',
      subjectId: cohort.id,
      cohortId: cohort.id,
      organisationId: cohort.heldForId,
      details: { count: issued.length, first: issued[0]!.number, last: issued.at(-1)!.number },
    })
    return { issued, refused, changed: false }
  }, AT_MOST)
}

// A cohort may have thousands of people.
const AT_MOST = { timeout: 300_000 }

/** Names who gets a certificate, and the first number. */
export function shownIssue(people: readonly { enrolmentId: string }[], first: string | null) {
  return asShown({ people: people.map((one) => one.enrolmentId).sort(), first })
}

function seriesOfToday(tx: Tx, actor: Actor, cohort: ManagedCohort) {
  const year = Number(dayOf(actor.at, cohort.timeZone).slice(0, 4))
  return lockSeries(tx, actor, { organisationId: cohort.heldForId, year, kind: 'certificate' })
}

function refusalOf({ withdrawn, decision, certificate }: Learner, renew: boolean) {
  const followed = certificate?.decisionId === decision?.id
  const standing = certificate && !(renew && !followed && !certificate.revoked) ? [certificate] : []
  const word = refusalToIssue({
    withdrawn,
    decision: decision && { complete: decision.verdict === 'completed' },
    certificates: standing,
  })
  return word ?? (certificate?.revoked && followed ? ('decide-again' as const) : null)
}

async function write(
  tx: Tx,
  actor: Actor,
  cohort: ManagedCohort,
  ready: Learner[],
  series: LockedSeries,
  origin: string,
) {
  const today = dayOf(actor.at, cohort.timeZone)
  const decisions = await decisionFacts(tx, ready)
  const course = await courseOf(tx, actor, cohort)
  const numbers = await takeNumbers(tx, series, ready.length)
  const rows = ready.map((person, index) => {
    const { sequence, number } = numbers[index]!
    const token = tokenOf(random(10))
    const decided = decisions.get(person.decision!.factsHash)!
    const facts: CertificateFacts = {
      ...course,
      number,
      name: person.name,
      maskedNumber: person.number,
      until: [course.until, today].sort()[0]!,
      hours: inHours(decided.hours),
      score: decided.score,
      distinguished: decided.distinction,
      issuedOn: today,
      expiresOn: course.validYears === null ? null : lastGoodDay(today, course.validYears),
      verifyUrl: new URL(asking(paths.verifyNumber(addressedNumber(series, sequence)), { token }), origin)
        .href,
      shortToken: shortToken(token),
      version: (person.certificate?.version ?? 0) + 1,
    }
    return { id: newId(), person, sequence, number, token, facts: onlyFacts(facts) }
  })
  const hashes = await freeze(
    tx,
    actor,
    'certificate',
    rows.map((row) => row.facts),
  )
  const written = rows.map(({ id, person, sequence, number, token, facts }, index) => ({
    id,
    sequence,
    number,
    token,
    decisionId: person.decision!.id,
    enrolmentId: person.enrolmentId,
    factsHash: hashes[index]!,
    supersedesId: person.certificate?.id ?? null,
    expiresOn: facts.expiresOn,
  }))
  await tx.$executeRaw`
    insert into "Certificate" (id, "seriesId", sequence, number, token, "decisionId", "enrolmentId", "factsHash",
      "supersedesId", "expiresOn", "byId", "occurredAt", "recordedAt")
    select id, ${series.id}::uuid, sequence, number, token, "decisionId", "enrolmentId", "factsHash", "supersedesId",
      "expiresOn", ${actor.person!.id}::uuid, ${actor.at}::timestamptz, ${actor.at}::timestamptz
    from json_to_recordset(${JSON.stringify(written)}::json) as x(id uuid, sequence int, number text, token text,
      "decisionId" uuid, "enrolmentId" uuid, "factsHash" text, "supersedesId" uuid, "expiresOn" date)`
  return rows.map(({ id, person, number }) => ({
    enrolmentId: person.enrolmentId,
    certificateId: id,
    number,
  }))
}
