import type { Kind } from '~/activities/kind'
import { activitiesForTrainee, type TraineeActivity } from '~/domain/learning/learning.access.server'
import { acting, on, type Someone } from './stage'

/** Somebody's door to an activity of this kind; null where it is not open to them at that instant. */
export type Doors = <K extends Kind>(
  activityId: string,
  at: Date,
  kind: K,
) => Promise<TraineeActivity<K> | null>

/** One's doors, asked for anew where one is not open yet: what has opened stays so. */
export function doorsOf(person: Someone, enrolmentId: string): Doors {
  let open: ReadonlyMap<string, TraineeActivity> = new Map()
  return async <K extends Kind>(activityId: string, at: Date, kind: K) => {
    if (!open.has(activityId)) {
      open = await on(at, () => activitiesForTrainee(acting(person, at), enrolmentId))
    }
    const activity = open.get(activityId)
    return activity?.activity.kind === kind ? (activity as TraineeActivity<K>) : null
  }
}
