import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PageHeader, Stack } from '~/components/page-header'
import { titled } from '~/components/titled'
import { reportsOverseen } from '~/domain/reports/reports.queries.server'
import { requireRole } from '~/http/actor.server'
import { useWords } from '~/i18n'
import { ReportTable } from './report-table'
import { words } from './words'

export const meta = titled(words, (t) => t.title)

export async function loader({ request }: LoaderFunctionArgs) {
  return { reports: await reportsOverseen(await requireRole(request, 'bureau')) }
}

export default function BureauReports() {
  const { reports } = useLoaderData<typeof loader>()
  const t = useWords(words)
  return (
    <Stack>
      <PageHeader title={t.title} />
      <ReportTable reports={reports} />
    </Stack>
  )
}
