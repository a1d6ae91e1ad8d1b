// A completion report, issued by the manager as a package for one organisation: frozen, numbered, hashed, with one
// body for each person. What is entered later changes no package; the next version names it.
import { TZDate } from '@date-fns/tz'
import { format } from 'date-fns'
import { inTransaction, type Tx } from '~/db.server'
import type { Actor } from '../actor'
import { audit } from '../audit/audit.server'
import { lockSeries, takeNumbers } from '../certificates/series.server'
import type { ManagedCohort } from '../cohorts/cohort.access.server'
import { dayOf } from '../cohorts/weeks'
import { evaluateCohort } from '../completion/facts.queries.server'
import { freeze, hashOfFacts } from '../completion/frozen.server'
import { type Learner, learnersSentBy } from '../completion/learners.queries.server'
import { finalScore, lackingOf, lastChance, sessionsOf } from '../completion/summary'
import { newId } from '../ids.server'
import { type Listed, type PersonBody, reportFacts, resultOf } from './report-facts.server'

export type IssuedReport =
  | { packageId: string; number: string; version: number; unchanged: boolean }
  | { refused: 'outside' | 'nobody' }

/**
 * Issues the report over those whom the organisation, or one below it, sent to the cohort, by what was recorded until
 * the cut-off. Where nothing has changed since the last version, that one comes back and no number is taken. Refuses
 * `outside` for an organisation that is not at or below the one that the cohort is held for, and `nobody`.
 */
export async function issueReport(
  actor: Actor,
  cohort: ManagedCohort,
  { organisationId, cutOff = actor.at }: { organisationId: string; cutOff?: Date },
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
      return { packageId: last.id, number: last.number, version: last.version, unchanged: true }
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
    return { packageId: id, number, version, unchanged: false }
  })
}

async function listOf(
  tx: Tx,
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
    unit: learner.unit,
    lastFour: learner.number?.slice(-4) ?? null,
    arrived: learner.arrived,
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

function bodyOf({ stillUntil: _, ...body }: Listed): PersonBody {
  return body
}

async function lastVersion(tx: Tx, cohortId: string, organisationId: string) {
  return tx.reportPackage.findFirst({
    where: { cohortId, organisationId },
    orderBy: { version: 'desc' },
    include: { people: { orderBy: { position: 'asc' }, select: { factsHash: true } } },
  })
}

function sameList(before: { factsHash: string }[], now: string[]): boolean {
  return before.length === now.length && before.every((one, index) => one.factsHash === now[index])
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
