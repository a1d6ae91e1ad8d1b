import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { LinkButton } from '~/components/button'
import { EmptyState, StatStrip } from '~/components/card'
import { Pagination, SearchFilterBar } from '~/components/list-tools'
import { PageHeader, Stack } from '~/components/page-header'
import { titled } from '~/components/titled'
import { pageOf } from '~/domain/pages'
import type { Standing } from '~/domain/reports/progress'
import {
  cohortsOverseen,
  countedBy,
  type ProgressRow,
  progressOf,
} from '~/domain/reports/progress.queries.server'
import { sorted } from '~/domain/sorted'
import { requireRole } from '~/http/actor.server'
import { choiceAsked, pageAsked, sortAsked, wordAsked } from '~/http/asked'
import { useLocale, useWords } from '~/i18n'
import { formatCount } from '~/i18n/format'
import { asking, paths } from '~/paths'
import { CountTable, PersonTable } from './tables'
import { words } from './words'

export const meta = titled(words, (t) => t.title)

const standings: Standing[] = ['behind', 'on-pace', 'complete', 'out-of-reach', 'withdrawn']
const views = ['person', 'township', 'unit'] as const
const sorts = ['name', 'unit', 'handedIn', 'hours', 'sessions'] as const
const sortValues = {
  name: (row: ProgressRow) => row.name,
  unit: (row: ProgressRow) => row.unit,
  handedIn: (row: ProgressRow) => row.handedIn,
  hours: (row: ProgressRow) => row.hours,
  sessions: (row: ProgressRow) => row.attended,
}

// On a phone each is a card of its own.
const COUNTS_A_PAGE = 25

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireRole(request, 'bureau')
  const asked = new URL(request.url).searchParams
  const cohorts = await cohortsOverseen(actor)
  const cohort = cohorts.find((one) => one.id === asked.get('cohort')) ?? cohorts[0] ?? null
  const view = choiceAsked(asked, 'by', views) || 'person'
  const standing = choiceAsked(asked, 'standing', standings)
  const q = wordAsked(asked)
  const place = wordAsked(asked, 'place')
  const sort = sortAsked(asked, sorts)
  const rows = cohort ? await progressOf(actor, cohort) : []
  const shown = rows.filter(
    (row) =>
      (standing === '' || row.standing === standing) &&
      (place === '' || row.township === place || row.unit === place) &&
      (q === '' || [row.name, row.township, row.unit].some((text) => text.includes(q))),
  )
  const list = pageOf(sorted(shown, sort, sortValues), pageAsked(asked))
  const counted =
    view === 'person' ? [] : countedBy(shown, (row) => (view === 'unit' ? row.unit : row.township))
  const counts = pageOf(counted, pageAsked(asked), COUNTS_A_PAGE)
  const { page, pages } = view === 'person' ? list : counts
  return {
    cohorts: cohorts.map(({ id, title, programme, programmeEn }) => ({ id, title, programme, programmeEn })),
    cohort,
    view,
    standing,
    q,
    place,
    sort,
    page,
    pages,
    hasWorkshops: rows.some((row) => row.sessions > 0),
    found: shown.length,
    total: countedBy(rows, () => '')[0] ?? null,
    people: view === 'person' ? list.shown : [],
    // What people are counted by where there is no township: the districts that sent them.
    level: rows.some((row) => row.inTownship) ? ('township' as const) : ('area' as const),
    counts: counts.shown,
  }
}

export default function Bureau() {
  const {
    cohorts,
    cohort,
    view,
    standing,
    q,
    place,
    sort,
    page,
    pages,
    found,
    total,
    people,
    counts,
    level,
    hasWorkshops,
  } = useLoaderData<typeof loader>()
  const t = useWords(words)
  const locale = useLocale()
  if (!cohort || !total) {
    return (
      <Stack>
        <PageHeader title={t.title} />
        <EmptyState title={t.emptyTitle}>{t.emptyText}</EmptyState>
      </Stack>
    )
  }
  const at = (changes: Record<string, string | number>) =>
    asking(paths.bureau(), { cohort: cohort.id, by: view, standing, q, place, sort, ...changes })
  // The figures above count everybody, so their lists are narrowed by nothing else.
  const everybody = (asked: { standing?: Standing; place?: string }) =>
    asking(paths.bureau(), { cohort: cohort.id, ...asked })
  const none = <EmptyState title={t.noneTitle}>{t.noneText}</EmptyState>
  return (
    <Stack>
      <PageHeader
        over={`${locale === 'en' ? cohort.programmeEn : cohort.programme} · ${cohort.title}`}
        title={t.title}
        actions={
          <LinkButton look="ghost" to={paths.bureauReports()}>
            {t.reports}
          </LinkButton>
        }
      />
      <StatStrip
        items={[
          { label: t.people, value: formatCount(total.people), to: everybody({}) },
          ...standings.map((one) => ({
            label: t.standings[one],
            value: formatCount(total[one]),
            tone: one === 'behind' && total[one] ? ('amber' as const) : undefined,
            to: everybody({ standing: one }),
          })),
        ]}
      />
      {place && (
        <p className="flex flex-wrap items-center gap-x-3">
          {t.only(place)}
          <Link className="link inline-flex min-h-11 items-center" to={at({ place: '' })}>
            {t.everywhere}
          </Link>
        </p>
      )}
      <SearchFilterBar
        query={q}
        label={t.search[level]}
        countLabel={t.found(found)}
        clearTo={everybody({})}
        hidden={{ ...(place && { place }), ...(sort && { sort }) }}
        filters={[
          {
            name: 'cohort',
            label: t.cohort,
            value: cohort.id,
            options: cohorts.map((one) => ({
              value: one.id,
              label: `${locale === 'en' ? one.programmeEn : one.programme} ${one.title}`,
            })),
          },
          {
            name: 'by',
            label: t.by,
            value: view,
            options: views.map((value) => ({ value, label: t.view[value === 'township' ? level : value] })),
          },
          {
            name: 'standing',
            label: t.standing,
            value: standing,
            options: [
              { value: '', label: t.all },
              ...standings.map((value) => ({ value, label: t.standings[value] })),
            ],
          },
        ]}
      />
      {view === 'person' ? (
        <PersonTable
          rows={people}
          cohort={cohort}
          hasWorkshops={hasWorkshops}
          sort={sort}
          to={(to) => at({ sort: to })}
          empty={none}
        />
      ) : (
        <CountTable
          rows={counts}
          title={t.view[view === 'township' ? level : view]}
          standings={standings}
          to={everybody}
          empty={none}
        />
      )}
      <Pagination page={page} pages={pages} to={(n) => at({ page: n })} />
    </Stack>
  )
}
