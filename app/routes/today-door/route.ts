import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { standingOf } from '~/domain/access/standing.queries.server'
import { requireActor } from '~/http/actor.server'
import { paths } from '~/paths'

/** Leads to Today of the newest enrolment; for who has none, to the front page. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { enrolmentIds } = await standingOf(await requireActor(request))
  return redirect(enrolmentIds[0] ? paths.today(enrolmentIds[0]) : paths.home())
}
