import { db } from '~/db.server'
import type { TraineeActivity } from '~/domain/learning/learning.access.server'

/** Where they stopped, in seconds of film. */
export async function positionIn(activity: TraineeActivity<'video'>): Promise<number> {
  const key = { enrolmentId: activity.enrolmentId, activityId: activity.activity.id }
  const row = await db.videoProgress.findUnique({
    where: { enrolmentId_activityId: key },
    select: { positionSeconds: true },
  })
  return row?.positionSeconds ?? 0
}
