import type { Prisma } from '#generated/client/client'
import { inTransaction } from '~/db.server'
import type { Actor } from '../actor'
import { asShown } from '../as-shown.server'
import { audit } from '../audit/audit.server'
import { newId } from '../ids.server'
import type { Condition } from '../learning/release'
import { ReleaseConditionsSchema } from '../learning/release.schema'
import { conditionFor } from '../learning/study'
import type { CohortDraft, QuotaDraft } from './cohort'
import type { ManagedCohort } from './cohort.access.server'
import { type CohortDates, shortfallOf } from './shortfall'

/**
 * Opens a cohort of a published programme version, and copies the rule and conditions that the version proposes
 * into the cohort's first RuleVersion and ReleaseVersion; from here on only those are evaluated. The caller has
 * shown that the actor manages `runById`. Refuses 'not-published', 'dates' (the end before the start), and 'short' for
 * dates that are too short for the programme, unless `agreed` names what was shown of them.
 */
export async function openCohort(actor: Actor, draft: CohortDraft, agreed: string | null = null) {
  if (draft.endsOn < draft.startsOn) return { refused: 'dates' as const }
  return inTransaction(async (tx) => {
    const version = await tx.programmeVersion.findFirst({
      where: { id: draft.programmeVersionId, publishedAt: { not: null } },
      include: { modules: { orderBy: { position: 'asc' } } },
    })
    if (!version) return { refused: 'not-published' as const }
    const conditions = ReleaseConditionsSchema.parse(
      Object.fromEntries(version.modules.map((one) => [one.moduleId, one.release])),
    )
    const short = tooShort(draft, version, new Map(Object.entries(conditions)))
    if (short && short.shown !== agreed) return short
    const { programmeVersionId, ...fields } = draft
    const by = actor.person?.id ?? null
    const cohort = await tx.cohort.create({
      data: {
        ...fields,
        id: newId(),
        programmeId: version.programmeId,
        startsOn: new Date(draft.startsOn),
        endsOn: new Date(draft.endsOn),
        openedAt: actor.at,
        openedById: by,
      },
    })
    await tx.cohortVersion.create({
      data: { id: newId(), cohortId: cohort.id, programmeVersionId, from: actor.at, byId: by },
    })
    const first = { cohortId: cohort.id, number: 1, byId: by, occurredAt: actor.at, recordedAt: actor.at }
    await tx.ruleVersion.create({
      data: { ...first, id: newId(), rule: version.rule as Prisma.InputJsonValue },
    })
    await tx.releaseVersion.create({
      data: { ...first, id: newId(), conditions: conditions as Prisma.InputJsonValue },
    })
    await audit(tx, actor, {
      action: 'cohort.open',
      subjectKind: 'cohort',
      subjectId: cohort.id,
      cohortId: cohort.id,
      organisationId: draft.runById,
      details: { title: draft.title },
    })
    return { refused: null, cohortId: cohort.id }
  })
}

type Taught = {
  id: string
  weeks: number
  modules: { moduleId: string; title: string; opensWeek: number; closesWeek: number }[]
}

/** What stands against dates that a programme does not fit into, and the name under which it is shown; or null. */
export function tooShort(
  dates: CohortDates,
  { id, weeks, modules }: Taught,
  conditions: ReadonlyMap<string, Condition | null>,
) {
  const planned = modules.map(({ moduleId, title, opensWeek, closesWeek }) => {
    const opens = conditionFor(conditions, { id: moduleId, opensWeek })
    return { id: moduleId, title, closesWeek, opens }
  })
  const shortfall = shortfallOf(dates, { weeks, modules: planned })
  const { startsOn, endsOn } = dates
  return shortfall && { refused: 'short' as const, shortfall, shown: asShown({ id, startsOn, endsOn }) }
}

/**
 * Sets how many each organisation may send; one that is left out keeps what it had. Refuses 'outside' for an
 * organisation that is not at or below the one that the cohort is held for, and 'below-enrolled' for fewer seats
 * than are taken, naming the organisation.
 */
export async function setQuotas(actor: Actor, cohort: ManagedCohort, drafts: QuotaDraft[]) {
  return inTransaction(async (tx) => {
    for (const { organisationId, seats } of drafts) {
      const below = await tx.organisationClosure.findUnique({
        where: {
          ancestorId_descendantId: { ancestorId: cohort.heldForId, descendantId: organisationId },
        },
      })
      if (!below) throw new QuotaRefused('outside', organisationId, 0)
      const quota = await tx.quota.upsert({
        where: { cohortId_organisationId: { cohortId: cohort.id, organisationId } },
        create: { id: newId(), cohortId: cohort.id, organisationId, seats, recordedAt: actor.at },
        update: { seats, recordedAt: actor.at },
      })
      const taken = await tx.enrolment.count({ where: { quotaId: quota.id } })
      if (taken > seats) throw new QuotaRefused('below-enrolled', organisationId, taken)
    }
    await audit(tx, actor, {
      action: 'cohort.quotas',
      subjectKind: 'cohort',
      subjectId: cohort.id,
      cohortId: cohort.id,
      details: { quotas: drafts },
    })
    return { refused: null }
  }).catch((error: unknown) => {
    if (!(error instanceof QuotaRefused)) throw error
    return { refused: error.word, organisationId: error.organisationId, taken: error.taken }
  })
}

// Thrown so that the quotas written before the refused one are rolled back.
class QuotaRefused extends Error {
  constructor(
    readonly word: 'outside' | 'below-enrolled',
    readonly organisationId: string,
    readonly taken: number,
  ) {
    super(word)
  }
}
