import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { PageError } from '~/components/page-error'
import { PublicShell } from '~/components/shell/public-shell'
import { StaffShell } from '~/components/shell/staff-shell'
import { TraineeShell } from '~/components/shell/trainee-shell'
import { contactFor } from '~/domain/access/contact.queries.server'
import { standingOf } from '~/domain/access/standing.queries.server'
import { requireActor } from '~/http/actor.server'

/**
 * What the pages of mentors, managers, officers and administrators share; somebody who only learns here finds the
 * few that are theirs too among their own. It opens nothing: each page's loader does.
 */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const standing = await standingOf(actor)
  const contact = await contactFor(actor, standing)
  const { roles, enrolmentIds } = standing
  return { personName: actor.person.name, roles, enrolmentId: enrolmentIds[0] ?? null, contact }
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>

function Shell({ children, ...shell }: Shown & { children: ReactNode }) {
  const { roles, enrolmentId } = shell
  if (roles.length > 0 || enrolmentId === null) return <StaffShell {...shell}>{children}</StaffShell>
  return (
    <TraineeShell {...shell} enrolmentId={enrolmentId} works={false}>
      {children}
    </TraineeShell>
  )
}

export default function Staff() {
  return (
    <Shell {...useLoaderData<typeof loader>()}>
      <Outlet />
    </Shell>
  )
}

export function ErrorBoundary() {
  const shell = useRouteLoaderData<typeof loader>('routes/staff/route')
  if (!shell) {
    return (
      <PublicShell quiet>
        <PageError />
      </PublicShell>
    )
  }
  return (
    <Shell {...shell}>
      <PageError />
    </Shell>
  )
}
