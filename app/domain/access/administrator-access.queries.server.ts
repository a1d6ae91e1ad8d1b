import { db } from '~/db.server'
import type { Actor } from '~/domain/actor'
import { isAdministrator } from './scope.server'

/** All cohorts by name and place, for an administrator to open one with a reason; empty for everybody else. */
export async function cohortsToOpen(actor: Actor) {
  if (!actor.person || !(await isAdministrator(actor))) return []
  const cohorts = await db.cohort.findMany({
    orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
    take: 200,
    select: {
      id: true,
      title: true,
      startsOn: true,
      runBy: { select: { name: true } },
      administratorAccesses: {
        where: { personId: actor.person.id, from: { lte: actor.at }, until: { gt: actor.at } },
        select: { until: true },
      },
    },
  })
  return cohorts.map(({ startsOn, runBy, administratorAccesses, ...cohort }) => ({
    ...cohort,
    startsOn: startsOn.toISOString(),
    runBy: runBy.name,
    openUntil: administratorAccesses[0]?.until.toISOString() ?? null,
  }))
}
