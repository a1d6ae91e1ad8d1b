import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { activityWithOpening } from '~/domain/learning/learning.access.server'
import { requireActor } from '~/http/actor.server'
import { found } from '~/http/found.server'
import { parseId } from '~/http/ids.server'
import { paths } from '~/paths'

/** Leads on to the page of the activity's kind; where it is not open, the page around it says what opens it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const enrolmentId = parseId(params.enrolmentId)
  const { study, activity, opening } = found(
    await activityWithOpening(actor, enrolmentId, parseId(params.activityId)),
  )
  if (!opening.open || study.withdrawn) return null
  return redirect(paths.activityOf(enrolmentId, activity.id, activity.kind))
}

export default function Door() {
  return null
}
