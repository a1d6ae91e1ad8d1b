import type { Kind } from '~/activities/kind'
import { db } from '~/db.server'

/** An activity of a cohort; its module counts from 0. */
export type Item = { id: string; kind: Kind; title: string; moduleId: string; module: number; place: number }

/** What a cohort has to do, in the order of its outline. */
export async function itemsOf(cohortId: string): Promise<Item[]> {
  const versions = await db.activityVersion.findMany({
    where: { moduleVersion: { programmeVersion: { cohorts: { some: { cohortId } } } } },
    select: {
      activityId: true,
      title: true,
      position: true,
      activity: { select: { kind: true } },
      moduleVersion: { select: { position: true, moduleId: true } },
    },
    orderBy: [{ moduleVersion: { position: 'asc' } }, { position: 'asc' }],
  })
  return versions.map((one) => ({
    id: one.activityId,
    kind: one.activity.kind as Kind,
    title: one.title,
    moduleId: one.moduleVersion.moduleId,
    module: one.moduleVersion.position - 1,
    place: one.position,
  }))
}
