import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { PageError } from '~/components/page-error'
import { PublicShell } from '~/components/shell/public-shell'
import { StaffShell } from '~/components/shell/staff-shell'
import { contactForStaff } from '~/domain/access/contact.queries.server'
import { standingOf } from '~/domain/access/standing.queries.server'
import { requireActor } from '~/http/actor.server'

/** What the pages of mentors, managers, officers and administrators share. It opens nothing: each page's loader does. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const [standing, contact] = await Promise.all([standingOf(actor), contactForStaff(actor)])
  return {
    personName: actor.person.name,
    roles: standing.roles,
    enrolmentId: standing.enrolmentIds[0] ?? null,
    contact,
  }
}

export default function Staff() {
  return (
    <StaffShell {...useLoaderData<typeof loader>()}>
      <Outlet />
    </StaffShell>
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
    <StaffShell {...shell}>
      <PageError contact={shell.contact} />
    </StaffShell>
  )
}
