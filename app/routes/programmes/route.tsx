import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Card, EmptyState } from '~/components/card'
import { DataTable } from '~/components/data-table'
import { PageHeader, Stack } from '~/components/page-header'
import { Tag } from '~/components/tag'
import { titled } from '~/components/titled'
import { programmeList } from '~/domain/programmes/programmes.queries.server'
import { requireRole } from '~/http/actor.server'
import { useLocale, useWords } from '~/i18n'
import { formatHours } from '~/i18n/format'
import { paths } from '~/paths'
import { words } from './words'

export const meta = titled(words, (t) => t.title)

export async function loader({ request }: LoaderFunctionArgs) {
  return { programmes: await programmeList(await requireRole(request, 'manager', 'administrator')) }
}

export default function Programmes() {
  const { programmes } = useLoaderData<typeof loader>()
  const t = useWords(words)
  const locale = useLocale()
  return (
    <Stack>
      <PageHeader title={t.title} />
      <Card flush>
        <DataTable
          caption={t.title}
          rows={programmes}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t.emptyTitle}>{t.emptyText}</EmptyState>}
          columns={[
            {
              key: 'name',
              title: t.name,
              heading: true,
              cell: (row) => (
                <Link className="link" to={paths.programme(row.id)}>
                  {locale === 'en' ? row.titleEn : row.title}
                </Link>
              ),
            },
            { key: 'track', title: t.track, cell: (row) => t.tracks[row.track as keyof typeof t.tracks] },
            { key: 'weeks', title: t.weeks, number: true, cell: (row) => row.weeks },
            { key: 'modules', title: t.modules, number: true, cell: (row) => row.modules },
            { key: 'activities', title: t.activities, number: true, cell: (row) => row.activities },
            { key: 'hours', title: t.hours, number: true, cell: (row) => formatHours(row.hours) },
            {
              key: 'state',
              title: t.state,
              cell: (row) => (
                <Tag tone={row.published ? 'green' : 'amber'}>
                  {row.published ? t.published(row.number) : t.draft(row.number)}
                </Tag>
              ),
            },
          ]}
        />
      </Card>
    </Stack>
  )
}
