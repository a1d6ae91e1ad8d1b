// decided → issued → superseded by the next number, or revoked.
// Invariants:
// 1. A certificate follows one decision, and a decision has one certificate at most.
// 2. A series is locked after the enrolments, and counted in the transaction that issues: no number twice, none left out.
// 3. What was issued stays: a new number supersedes it, a revocation stands beside it.
import { addDays, addYears, formatISO } from 'date-fns'
import type { CertificateFacts, Track } from '#templates/certificates/facts'
import { inTransaction, type Tx } from '~/db.server'
import { asking, paths } from '~/paths'
import type { Actor } from '../actor'
import { audit } from '../audit/audit.server'
import type { ManagedCohort } from '../cohorts/cohort.access.server'
import { dayOf } from '../cohorts/weeks'
import type { DecisionFacts } from '../completion/decisions.server'
import { freeze } from '../completion/frozen.server'
import { type Learner, learnersOf } from '../completion/learners.queries.server'
import { newId } from '../ids.server'
import type { HourTotals } from '../learning/ledger'
import { lockEnrolments } from '../learning/outcomes.server'
import { random } from '../random.server'
import { type IssueRefusal, refusalToIssue } from './refusal'
import { lockSeries, takeNumbers } from './series.server'
import { addressedNumber, shortToken, tokenOf } from './token'

export type IssueInput = {
  enrolmentIds: readonly string[]
  /** Where the site is reached, for the code on the paper: https://gongxue.example.cn */
  origin: string
  /** Gives the next number to who holds a certificate of an earlier decision. */
  renew?: boolean
}

export type Issued = {
  issued: { enrolmentId: string; certificateId: string; number: string }[]
  refused: { enrolmentId: string; word: IssueRefusal | 'decide-again' | 'absent' }[]
}

/**
 * Issues certificates from confirmed decisions, numbered in the order of townships, units and names. Refuses one by
 * one: see `IssueRefusal`; `decide-again` where the decision's own certificate was revoked; `absent` for who is not
 * in the cohort. Whoever is refused takes no number.
 */
export async function issueCertificates(
  actor: Actor,
  cohort: ManagedCohort,
  { enrolmentIds, origin, renew = false }: IssueInput,
): Promise<Issued> {
  return inTransaction(async (tx) => {
    await lockEnrolments(
      tx,
      enrolmentIds.map((enrolmentId) => ({ enrolmentId })),
    )
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
    if (!ready.length) return { issued: [], refused }
    const issued = await write(tx, actor, cohort, ready, origin)
    await audit(tx, actor, {
      action: 'certificates.issued',
      subjectKind: 'cohort',
      subjectId: cohort.id,
      cohortId: cohort.id,
      organisationId: cohort.heldForId,
      details: { count: issued.length, first: issued[0]!.number, last: issued.at(-1)!.number },
    })
    return { issued, refused }
  }, AT_MOST)
}

// A cohort may have thousands of people.
const AT_MOST = { timeout: 300_000 }

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

async function write(tx: Tx, actor: Actor, cohort: ManagedCohort, ready: Learner[], origin: string) {
  const today = dayOf(actor.at, cohort.timeZone)
  const year = Number(today.slice(0, 4))
  const decisions = await decisionFacts(tx, ready)
  const course = await courseOf(tx, actor, cohort)
  const series = await lockSeries(tx, actor, { organisationId: cohort.heldForId, year, kind: 'certificate' })
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

async function decisionFacts(tx: Tx, people: Learner[]): Promise<Map<string, DecisionFacts>> {
  const hashes = people.map((person) => person.decision!.factsHash)
  const rows = await tx.frozenFacts.findMany({ where: { hash: { in: hashes } } })
  return new Map(rows.map((row) => [row.hash, row.body as unknown as DecisionFacts]))
}

async function courseOf(tx: Tx, actor: Actor, cohort: ManagedCohort) {
  const { programmeVersion } = await tx.cohortVersion.findFirstOrThrow({
    where: {
      cohortId: cohort.id,
      from: { lte: actor.at },
      OR: [{ until: null }, { until: { gt: actor.at } }],
    },
    include: { programmeVersion: { include: { programme: true, _count: { select: { modules: true } } } } },
  })
  const issuer = await tx.organisation.findUniqueOrThrow({ where: { id: cohort.heldForId } })
  return {
    track: programmeVersion.programme.track as Track,
    programmeTitle: programmeVersion.title,
    programmeTitleEn: programmeVersion.titleEn || null,
    cohortTitle: cohort.title,
    cohortTitleEn: null,
    moduleCount: programmeVersion._count.modules,
    from: dayIn(cohort.startsOn),
    until: dayIn(cohort.endsOn),
    issuerName: issuer.name,
    issuerNameEn: null,
    validYears: programmeVersion.certificateValidYears,
  }
}

function onlyFacts(facts: CertificateFacts & { validYears?: number | null }): CertificateFacts {
  const { validYears: _, ...rest } = facts
  return rest
}

function inHours(hours: HourTotals): CertificateFacts['hours'] {
  return {
    total: hours.total / 100,
    online: hours.online / 100,
    discussion: hours.discussion / 100,
    practice: hours.practice / 100,
    workshop: hours.workshop / 100,
  }
}

/** A certificate of three years from 24 November is good until 23 November of the third. */
function lastGoodDay(issuedOn: string, years: number): string {
  const [year, month, day] = issuedOn.split('-').map(Number)
  const last = addDays(addYears(new Date(year!, month! - 1, day!), years), -1)
  return formatISO(last, { representation: 'date' })
}

/** Days are kept as dates without a time: midnight in UTC. */
function dayIn(date: Date): string {
  return date.toISOString().slice(0, 10)
}
