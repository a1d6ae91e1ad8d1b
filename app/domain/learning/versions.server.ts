import { db, type Tx } from '~/db.server'
import type { CurriculumActivity } from './curriculum'
import { curriculumOf } from './curriculum.server'

/** Activities as they were when work was done under these versions, by the version's id. */
export async function activitiesOfVersions(
  ids: readonly string[],
  reader: Tx | typeof db = db,
): Promise<Map<string, CurriculumActivity>> {
  const rows = await reader.activityVersion.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, activityId: true, moduleVersion: { select: { programmeVersionId: true } } },
  })
  const activities = new Map<string, CurriculumActivity>()
  for (const { id, activityId, moduleVersion } of rows) {
    const curriculum = await curriculumOf(moduleVersion.programmeVersionId, reader)
    activities.set(id, curriculum.activities.get(activityId)!)
  }
  return activities
}
