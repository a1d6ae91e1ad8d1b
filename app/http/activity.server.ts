import { redirect } from '@remix-run/node'
import type { Kind } from '~/activities/kind'
import {
  activityForTrainee,
  activityWithOpening,
  type TraineeActivity,
} from '~/domain/learning/learning.access.server'
import { paths } from '~/paths'
import { requireActor, type SignedIn } from './actor.server'
import { found } from './found.server'
import { parseId } from './ids.server'

/**
 * For the page of a kind: who is signed in, and the activity that they may open. The 404 page where it is not theirs;
 * where it is not open yet, or of another kind, it sends them to its door, which says what opens it.
 */
export async function openActivity<K extends Kind>(
  request: Request,
  params: { enrolmentId?: string; activityId?: string },
  kind: K,
): Promise<{ actor: SignedIn; activity: TraineeActivity<K> }> {
  const actor = await requireActor(request)
  const enrolmentId = parseId(params.enrolmentId)
  const activityId = parseId(params.activityId)
  const activity = await activityForTrainee(actor, enrolmentId, activityId, kind)
  if (activity) return { actor, activity }
  found(await activityWithOpening(actor, enrolmentId, activityId))
  throw redirect(paths.activity(enrolmentId, activityId))
}
