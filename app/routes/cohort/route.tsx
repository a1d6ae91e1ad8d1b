import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Card, EmptyState, Row, Rows, StatStrip } from '~/components/card'
import { DataTable, sortable } from '~/components/data-table'
import { PageHeader, Stack, TwoColumns } from '~/components/page-header'
import { ProgressBar, Tag } from '~/components/tag'
import { titled } from '~/components/titled'
import { countDoubts } from '~/domain/accounts/doubts.queries.server'
import { cohortToManage } from '~/domain/cohorts/cohort.access.server'
import { cohortHead, sendersOf } from '~/domain/cohorts/cohorts.queries.server'
import { countWaitingRows } from '~/domain/enrolment/waiting-rows.queries.server'
import { sorted } from '~/domain/sorted'
import { requireActor } from '~/http/actor.server'
import { sortAsked } from '~/http/asked'
import { found } from '~/http/found.server'
import { parseId } from '~/http/ids.server'
import { useLocale, useWords } from '~/i18n'
import { formatCount } from '~/i18n/format'
import { asking, paths } from '~/paths'
import { FirstSteps, NextActions } from './next-actions'
import { words } from './words'

type Data = { title: string }

export const meta = titled(words, (t, data: Data | undefined) => data?.title ?? t.title)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const cohort = found(await cohortToManage(actor, parseId(params.cohortId)))
  const [senders, head, waiting, doubts] = await Promise.all([
    sendersOf(cohort),
    cohortHead(actor, cohort),
    countWaitingRows(cohort),
    countDoubts(cohort),
  ])
  const sort = sortAsked(new URL(request.url).searchParams, ['seats', 'enrolled', 'arrived', 'hours'])
  return {
    id: cohort.id,
    title: cohort.title,
    sort,
    senders: sorted(senders, sort, {
      seats: (row) => row.seats,
      enrolled: (row) => row.enrolled,
      arrived: (row) => (row.enrolled ? row.arrived / row.enrolled : null),
      hours: (row) => row.meanHours,
    }),
    toCheck: waiting + doubts,
    ...head,
  }
}

export default function CohortPage() {
  const { id, title, senders, sort, toCheck, programme, programmeEn, week, state } =
    useLoaderData<typeof loader>()
  const t = useWords(words)
  const locale = useLocale()
  const sum = (of: (row: (typeof senders)[number]) => number) =>
    senders.reduce((all, row) => all + of(row), 0)
  const [seats, enrolled] = [sum((row) => row.seats ?? 0), sum((row) => row.enrolled)]
  const people = (asked: Record<string, string>) => asking(paths.cohortPeople(id), asked)
  const by = (key: string) => sortable(key, sort, (to) => asking(paths.cohort(id), { sort: to }), 'down')
  const when = state === 'running' ? t.week(week) : t.states[state]
  return (
    <Stack>
      <PageHeader
        over={`${locale === 'en' ? programmeEn : programme} · ${when}`}
        title={title}
        actions={<NextActions id={id} seats={seats} enrolled={enrolled} />}
      />
      <StatStrip
        items={[
          { label: t.seats, value: formatCount(seats), to: paths.quotas(id) },
          { label: t.enrolled, value: formatCount(enrolled), to: people({}) },
          {
            label: t.arrived,
            value: formatCount(sum((row) => row.arrived)),
            to: people({ state: 'arrived' }),
          },
          {
            label: t.withdrawn,
            value: formatCount(sum((row) => row.withdrawn)),
            to: people({ state: 'withdrawn' }),
          },
        ]}
      />
      <TwoColumns
        aside={
          <Card flush title={t.next}>
            <Rows label={t.next}>
              <Row title={t.quotas} note={t.quotasNote} to={paths.quotas(id)} />
              <Row title={t.roster} note={t.rosterNote} to={paths.roster(id)} />
              <Row
                title={t.toCheck}
                note={t.toCheckNote}
                to={paths.toCheck(id)}
                end={toCheck > 0 && <Tag tone="amber">{t.toCheckCount(toCheck)}</Tag>}
              />
              <Row title={t.people} note={t.peopleNote} to={paths.cohortPeople(id)} />
              <Row title={t.groupsLink} note={t.groupsNote} to={paths.cohortGroups(id)} />
              <Row title={t.workshops} note={t.workshopsNote} to={paths.cohortWorkshops(id)} />
              <Row title={t.live} note={t.liveNote} to={paths.cohortLive(id)} />
              <Row title={t.completionLink} note={t.completionNote} to={paths.cohortCompletion(id)} />
              <Row
                title={
                  <a className="link" href={paths.slips(id)}>
                    {t.slips}
                  </a>
                }
                note={t.slipsNote}
              />
              <Row title={t.settings} note={t.settingsNote} to={paths.cohortSettings(id)} />
            </Rows>
          </Card>
        }
      >
        <Card title={t.senders} aside={t.count(senders.length)}>
          <DataTable
            caption={t.senders}
            rows={senders}
            rowKey={(row) => row.organisationId}
            empty={
              <EmptyState title={t.emptyTitle} action={<FirstSteps id={id} />}>
                {t.emptyText}
              </EmptyState>
            }
            columns={[
              {
                key: 'name',
                title: t.sender,
                heading: true,
                cell: (row) => (
                  <Link
                    className="link inline-flex min-h-11 items-center"
                    to={people({ from: row.organisationId })}
                  >
                    {row.name}
                  </Link>
                ),
              },
              {
                key: 'seats',
                title: t.seats,
                number: true,
                sort: by('seats'),
                cell: (row) => (row.seats === null ? '—' : formatCount(row.seats)),
              },
              {
                key: 'enrolled',
                title: t.enrolled,
                number: true,
                sort: by('enrolled'),
                cell: (row) => formatCount(row.enrolled),
              },
              {
                key: 'withdrawn',
                title: t.withdrawn,
                number: true,
                cell: (row) => formatCount(row.withdrawn),
              },
              {
                key: 'hours',
                title: t.meanHours,
                number: true,
                sort: by('hours'),
                cell: (row) => (row.meanHours === null ? '—' : row.meanHours.toFixed(1)),
              },
              {
                key: 'arrived',
                title: t.arrived,
                number: true,
                sort: by('arrived'),
                cell: (row) => <Arrived arrived={row.arrived} enrolled={row.enrolled} />,
              },
            ]}
          />
        </Card>
      </TwoColumns>
    </Stack>
  )
}

/** How many of those enrolled have come, as a number and, on a desk, as a bar. */
function Arrived({ arrived, enrolled }: { arrived: number; enrolled: number }) {
  const share = enrolled ? arrived / enrolled : 0
  return (
    <span className="inline-flex items-center gap-2.5">
      <ProgressBar share={share} tone={share < 0.8 ? 'amber' : 'green'} className="hidden w-24 lg:block" />
      <span className="min-w-12">{`${arrived} / ${enrolled}`}</span>
    </span>
  )
}
