// Where the facts of a certificate come from: the decision, the course, and the calendar.
import { addDays, addYears, formatISO } from 'date-fns'
import type { CertificateFacts, Track } from '#templates/certificates/facts'
import type { Tx } from '~/db.server'
import type { Actor } from '../actor'
import type { ManagedCohort } from '../cohorts/cohort.access.server'
import type { DecisionFacts } from '../completion/decisions.server'
import type { Learner } from '../completion/learners.queries.server'
import type { HourTotals } from '../learning/ledger'

export async function decisionFacts(tx: Tx, people: Learner[]): Promise<Map<string, DecisionFacts>> {
  const hashes = people.map((person) => person.decision!.factsHash)
  const rows = await tx.frozenFacts.findMany({ where: { hash: { in: hashes } } })
  return new Map(rows.map((row) => [row.hash, row.body as unknown as DecisionFacts]))
}

export async function courseOf(tx: Tx, actor: Actor, cohort: ManagedCohort) {
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

export function onlyFacts(facts: CertificateFacts & { validYears?: number | null }): CertificateFacts {
  const { validYears: _, ...rest } = facts
  return rest
}

export function inHours(hours: HourTotals): CertificateFacts['hours'] {
  return {
    total: hours.total / 100,
    online: hours.online / 100,
    discussion: hours.discussion / 100,
    practice: hours.practice / 100,
    workshop: hours.workshop / 100,
  }
}

/** A certificate of three years from 24 November is good until 23 November of the third. */
export function lastGoodDay(issuedOn: string, years: number): string {
  const [year, month, day] = issuedOn.split('-').map(Number)
  const last = addDays(addYears(new Date(year!, month! - 1, day!), years), -1)
  return formatISO(last, { representation: 'date' })
}

/** Days are kept as dates without a time: midnight in UTC. */
function dayIn(date: Date): string {
  return date.toISOString().slice(0, 10)
}
