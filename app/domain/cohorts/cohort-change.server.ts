// Correcting a cohort that is open: what was said when it was opened, but for its programme and its organisations.
// Whatever is reckoned from its dates is reckoned anew wherever it is shown; what was issued keeps the dates of its day.
import { inTransaction, type Tx } from '~/db.server'
import type { Actor } from '../actor'
import { audit } from '../audit/audit.server'
import { releaseConditionsOf } from '../learning/curriculum.server'
import { type CohortSettings, refusalOfDates } from './cohort'
import type { ManagedCohort } from './cohort.access.server'
import { tooShort } from './cohort.server'
import { settingsOf } from './cohorts.queries.server'
import { lockCohort } from './group-plans.server'

/**
 * Changes a cohort's settings; said again it changes nothing. Refuses what `refusalOfDates` refuses, 'workshop-outside'
 * with the day of a workshop that other dates would leave out, and 'short' for dates that are too short for the programme,
 * unless `agreed` names what was shown of them.
 */
export async function changeCohort(
  actor: Actor,
  cohort: ManagedCohort,
  wished: CohortSettings,
  agreed: string | null = null,
) {
  return inTransaction(async (tx) => {
    await lockCohort(tx, cohort.id)
    const now = await tx.cohort.findUniqueOrThrow({ where: { id: cohort.id } })
    const before = settingsOf(now)
    const refused = refusalOfDates({ ...before, timeZone: now.timeZone }, wished, actor.at)
    if (refused) return { refused }
    if (before.startsOn !== wished.startsOn || before.endsOn !== wished.endsOn) {
      const dates = { startsOn: wished.startsOn, endsOn: wished.endsOn, timeZone: now.timeZone }
      const outside = await workshopOutside(tx, cohort.id, dates)
      if (outside) return { refused: 'workshop-outside' as const, day: outside }
      const short = await tooShortFor(tx, cohort.id, dates)
      if (short && short.shown !== agreed) return short
    }
    const names = Object.keys(before) as (keyof CohortSettings)[]
    const changed = names.filter((name) => before[name] !== wished[name])
    if (!changed.length) return { refused: null }
    await tx.cohort.update({
      where: { id: cohort.id },
      data: { ...wished, startsOn: new Date(wished.startsOn), endsOn: new Date(wished.endsOn) },
    })
    const among = (settings: CohortSettings) =>
      Object.fromEntries(changed.map((name) => [name, settings[name]]))
    await audit(tx, actor, {
      action: 'cohort.change',
      subjectKind: 'cohort',
      subjectId: cohort.id,
      cohortId: cohort.id,
      organisationId: now.runById,
      details: { title: wished.title, before: among(before), after: among(wished) },
    })
    return { refused: null }
  })
}

/** The first day of a workshop where somebody is expected and that lies outside of the dates. */
async function workshopOutside(tx: Tx, cohortId: string, dates: { startsOn: string; endsOn: string }) {
  const outside = await tx.workshop.findFirst({
    where: {
      cohortId,
      expected: { some: { until: null } },
      OR: [{ day: { lt: new Date(dates.startsOn) } }, { day: { gt: new Date(dates.endsOn) } }],
    },
    orderBy: { day: 'asc' },
    select: { day: true },
  })
  return outside?.day.toISOString().slice(0, 10)
}

async function tooShortFor(tx: Tx, cohortId: string, dates: Parameters<typeof tooShort>[0]) {
  const { programmeVersion } = await tx.cohortVersion.findFirstOrThrow({
    where: { cohortId, until: null },
    select: { programmeVersion: { include: { modules: { orderBy: { position: 'asc' } } } } },
  })
  const release = await tx.releaseVersion.findFirst({ where: { cohortId }, orderBy: { number: 'desc' } })
  const conditions = release ? await releaseConditionsOf(release.id, tx) : new Map()
  return tooShort(dates, programmeVersion, conditions)
}
