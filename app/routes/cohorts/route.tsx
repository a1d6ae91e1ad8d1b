import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { LinkButton } from '~/components/button'
import { Card, EmptyState } from '~/components/card'
import { DataTable } from '~/components/data-table'
import { PageHeader, Stack } from '~/components/page-header'
import { Tag } from '~/components/tag'
import { titled } from '~/components/titled'
import { cohortList } from '~/domain/cohorts/cohorts.queries.server'
import { requireRole } from '~/http/actor.server'
import { useLocale, useWords } from '~/i18n'
import { formatCount, formatDate } from '~/i18n/format'
import { paths } from '~/paths'
import { words } from './words'

export const meta = titled(words, (t) => t.title)

export async function loader({ request }: LoaderFunctionArgs) {
  return { cohorts: await cohortList(await requireRole(request, 'manager', 'administrator')) }
}

export default function Cohorts() {
  const { cohorts } = useLoaderData<typeof loader>()
  const t = useWords(words)
  const locale = useLocale()
  const open = <LinkButton to={paths.newCohort()}>{t.open}</LinkButton>
  return (
    <Stack>
      <PageHeader title={t.title} actions={open} />
      <Card flush>
        <DataTable
          caption={t.caption}
          rows={cohorts}
          rowKey={(row) => row.id}
          empty={
            <EmptyState title={t.emptyTitle} action={open}>
              {t.emptyText}
            </EmptyState>
          }
          columns={[
            {
              key: 'name',
              title: t.name,
              heading: true,
              cell: (row) => (
                <Link className="link" to={paths.cohort(row.id)}>
                  {row.title}
                </Link>
              ),
            },
            {
              key: 'programme',
              title: t.programme,
              cell: (row) => (
                <>
                  {locale === 'en' ? row.programmeEn : row.programme}
                  <span className="muted block">{t.heldFor(row.heldFor)}</span>
                </>
              ),
            },
            {
              key: 'dates',
              title: t.dates,
              cell: (row) =>
                `${formatDate(row.startsOn, 'UTC', locale)} – ${formatDate(row.endsOn, 'UTC', locale)}`,
            },
            { key: 'seats', title: t.seats, number: true, cell: (row) => formatCount(row.seats) },
            { key: 'enrolled', title: t.enrolled, number: true, cell: (row) => formatCount(row.enrolled) },
            {
              key: 'state',
              title: t.state,
              cell: (row) => (
                <Tag tone={row.state === 'running' ? 'green' : 'plain'}>{t.states[row.state]}</Tag>
              ),
            },
          ]}
        />
      </Card>
    </Stack>
  )
}
