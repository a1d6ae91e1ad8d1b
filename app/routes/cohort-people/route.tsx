import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { LinkButton } from '~/components/button'
import { Card, EmptyState } from '~/components/card'
import { DataTable, sortable } from '~/components/data-table'
import { Pagination, SearchFilterBar } from '~/components/list-tools'
import { PageHeader, Stack } from '~/components/page-header'
import { Tag } from '~/components/tag'
import { titled } from '~/components/titled'
import { cohortToManage } from '~/domain/cohorts/cohort.access.server'
import { sendersOf } from '~/domain/cohorts/cohorts.queries.server'
import { peopleSorts, peopleStates } from '~/domain/cohorts/people'
import { peopleOf } from '~/domain/cohorts/people.queries.server'
import { requireActor } from '~/http/actor.server'
import { choiceAsked, pageAsked, sortAsked, wordAsked } from '~/http/asked'
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
  const search = new URL(request.url).searchParams
  const senders = await sendersOf(cohort)
  const asked = {
    q: wordAsked(search),
    state: choiceAsked(search, 'state', peopleStates),
    from: choiceAsked(
      search,
      'from',
      senders.map((one) => one.organisationId),
    ),
    sort: sortAsked(search, peopleSorts),
  }
  const list = await peopleOf(cohort, { ...asked, page: pageAsked(search) })
  return {
    id: cohort.id,
    cohortTitle: cohort.title,
    asked,
    senders: senders.map(({ organisationId, name }) => ({ value: organisationId, label: name })),
    ...list,
  }
}

export default function People() {
  const { id, cohortTitle, asked, senders, page, people, total, pages } = useLoaderData<typeof loader>()
  const t = useWords(words)
  const here = paths.cohortPeople(id)
  const at = (changes: Record<string, string | number>) => asking(here, { ...asked, ...changes })
  const sort = (key: string, first?: 'down') => sortable(key, asked.sort, (to) => at({ sort: to }), first)
  return (
    <Stack>
      <PageHeader over={cohortTitle} title={t.title} />
      <SearchFilterBar
        query={asked.q}
        label={t.search}
        countLabel={t.count(total)}
        clearTo={here}
        hidden={asked.sort ? { sort: asked.sort } : {}}
        filters={[
          {
            name: 'from',
            label: t.sender,
            value: asked.from,
            options: [{ value: '', label: t.all }, ...senders],
          },
          {
            name: 'state',
            label: t.state,
            value: asked.state,
            options: [
              { value: '', label: t.all },
              ...peopleStates.map((value) => ({ value, label: t.states[value] })),
            ],
          },
        ]}
      />
      <Card flush>
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
              sort: sort('name'),
              cell: (row) => (
                <Link
                  className="link inline-flex min-h-11 items-center wrap-anywhere"
                  to={paths.enrolment(id, row.id)}
                >
                  {row.name}
                </Link>
              ),
            },
            { key: 'unit', title: t.unit, sort: sort('unit'), cell: (row) => row.unit },
            { key: 'number', title: t.number, cell: (row) => row.number ?? '—' },
            { key: 'group', title: t.group, sort: sort('group'), cell: (row) => row.group ?? '—' },
            {
              key: 'hours',
              title: t.hours,
              number: true,
              sort: sort('hours', 'down'),
              cell: (row) => formatHours(row.hours),
            },
            {
              key: 'state',
              title: t.state,
              cell: (row) =>
                row.withdrawn ? (
                  <Tag tone="red">{t.states.withdrawn}</Tag>
                ) : row.arrived ? (
                  <Tag>{t.states.arrived}</Tag>
                ) : (
                  <Tag tone="plain">{t.states.registered}</Tag>
                ),
            },
          ]}
        />
      </Card>
      <Pagination page={page} pages={pages} to={(to) => at({ page: to })} />
    </Stack>
  )
}
