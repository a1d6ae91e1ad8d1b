import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PageHeader, Stack } from '~/components/page-header'
import { titled } from '~/components/titled'
import { reportsManaged } from '~/domain/reports/reports.queries.server'
import { requireRole } from '~/http/actor.server'
import { useWords } from '~/i18n'
import { ReportTable } from '../bureau-reports/report-table'
import { words } from '../bureau-reports/words'

export const meta = titled(words, (t) => t.title)

export async function loader({ request }: LoaderFunctionArgs) {
  return { reports: await reportsManaged(await requireRole(request, 'manager', 'administrator')) }
}

export default function Reports() {
  const { reports } = useLoaderData<typeof loader>()
  const t = useWords(words)
  return (
    <Stack>
      <PageHeader title={t.title} />
      <ReportTable reports={reports} />
    </Stack>
  )
}
