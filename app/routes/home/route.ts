import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { standingOf } from '~/domain/access/standing.queries.server'
import { requireActor } from '~/http/actor.server'
import { paths } from '~/paths'

/** The front page leads everybody to where their work is. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const { roles, enrolmentIds } = await standingOf(actor)
  const [enrolmentId] = enrolmentIds

  if (roles.includes('manager')) return redirect(paths.cohorts())
  if (roles.includes('bureau')) return redirect(paths.bureau())
  if (roles.includes('administrator')) return redirect(paths.organisations())
  if (roles.includes('mentor') || roles.includes('instructor')) return redirect(paths.mentoring())
  return redirect(enrolmentId ? paths.today(enrolmentId) : paths.account())
}
