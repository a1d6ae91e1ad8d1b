import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useParams, useRouteLoaderData } from '@remix-run/react'
import { PageError } from '~/components/page-error'
import { PublicShell } from '~/components/shell/public-shell'
import { TraineeShell } from '~/components/shell/trainee-shell'
import { traineeFrame } from '~/domain/access/trainee-frame.queries.server'
import { requireActor } from '~/http/actor.server'
import type { Ahead } from '~/http/ahead.server'
import { found } from '~/http/found.server'
import { parseId } from '~/http/ids.server'

/** The code of the group's page, which is the largest, comes while somebody reads the first. */
export const handle: Ahead = { ahead: ['group'] }

/** What all pages of one enrolment share; for anybody else than the person enrolled there is no such page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const { contact, works } = found(await traineeFrame(actor, parseId(params.enrolmentId)))
  return { personName: actor.person.name, contact, works }
}

export default function Trainee() {
  const shell = useLoaderData<typeof loader>()
  const { enrolmentId = '' } = useParams()
  return (
    <TraineeShell {...shell} enrolmentId={enrolmentId}>
      <Outlet />
    </TraineeShell>
  )
}

export function ErrorBoundary() {
  const shell = useRouteLoaderData<typeof loader>('routes/trainee/route')
  const { enrolmentId = '' } = useParams()
  if (!shell) {
    return (
      <PublicShell quiet>
        <PageError />
      </PublicShell>
    )
  }
  return (
    <TraineeShell {...shell} enrolmentId={enrolmentId}>
      <PageError />
    </TraineeShell>
  )
}
