import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { LinkButton } from '~/components/button'
import { EmptyState } from '~/components/card'
import { DataTable } from '~/components/data-table'
import { Pagination, SearchFilterBar } from '~/components/list-tools'
import { PageHeader, Stack } from '~/components/page-header'
import { Tag } from '~/components/tag'
import { titled } from '~/components/titled'
import { cohortToManage } from '~/domain/cohorts/cohort.access.server'
import { peopleOf } from '~/domain/cohorts/cohorts.queries.server'
import { requireActor } from '~/http/actor.server'
import { found } from '~/http/found.server'
import { parseId } from '~/http/ids.server'
import { useWords } from '~/i18n'
import { formatHours } from '~/i18n/format'
import { asking, paths } from '~/paths'
import { words } from './words'

export const meta = titled(words, (t) => t.title)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const cohort = found(await cohortToManage(actor, parseId(params.cohortId)))
  const asked = new URL(request.url).searchParams
  const q = (asked.get('q') ?? '').trim().slice(0, 50)
  const page = Math.max(1, Number.parseInt(asked.get('page') ?? '', 10) || 1)
  return { id: cohort.id, cohortTitle: cohort.title, q, page, ...(await peopleOf(cohort, { q, page })) }
}

export default function People() {
  const { id, cohortTitle, q, page, people, total, pages } = useLoaderData<typeof loader>()
  const t = useWords(words)
  const here = paths.cohortPeople(id)
  return (
    <Stack>
      <PageHeader over={cohortTitle} title={t.title} />
      <SearchFilterBar query={q} label={t.search} count={total} countLabel={t.countLabel} clearTo={here} />
      <DataTable
        caption={t.title}
        rows={people}
        rowKey={(row) => row.id}
        empty={
          <EmptyState
            title={t.emptyTitle}
            action={<LinkButton to={paths.roster(id)}>{t.importRoster}</LinkButton>}
          >
            {t.emptyText}
          </EmptyState>
        }
        columns={[
          {
            key: 'name',
            title: t.name,
            heading: true,
            cell: (row) => (
              <Link className="link" to={paths.enrolment(id, row.id)}>
                {row.name}
              </Link>
            ),
          },
          { key: 'unit', title: t.unit, cell: (row) => row.unit },
          { key: 'number', title: t.number, cell: (row) => row.number ?? '—' },
          { key: 'group', title: t.group, cell: (row) => row.group ?? '—' },
          { key: 'hours', title: t.hours, number: true, cell: (row) => formatHours(row.hours) },
          {
            key: 'state',
            title: t.state,
            cell: (row) =>
              row.withdrawn ? (
                <Tag tone="red">{t.withdrawn}</Tag>
              ) : (
                <Tag tone={row.arrived ? 'green' : 'plain'}>{row.arrived ? t.arrived : t.registered}</Tag>
              ),
          },
        ]}
      />
      <Pagination page={page} pages={pages} to={(to) => asking(here, { q, page: to })} />
    </Stack>
  )
}
