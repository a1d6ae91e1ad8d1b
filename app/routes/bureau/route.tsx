import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '~/components/button'
import { EmptyState, StatStrip } from '~/components/card'
import { Pagination, SearchFilterBar } from '~/components/list-tools'
import { PageHeader, Stack } from '~/components/page-header'
import { titled } from '~/components/titled'
import type { Standing } from '~/domain/reports/progress'
import { cohortsOverseen, countedBy, progressOf } from '~/domain/reports/progress.queries.server'
import { requireRole } from '~/http/actor.server'
import { useLocale, useWords } from '~/i18n'
import { formatCount } from '~/i18n/format'
import { asking, paths } from '~/paths'
import { CountTable, PersonTable } from './tables'
import { words } from './words'

export const meta = titled(words, (t) => t.title)

const PAGE = 50
const standings: Standing[] = ['behind', 'on-pace', 'complete', 'out-of-reach', 'withdrawn']
const views = ['person', 'township', 'unit'] as const

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireRole(request, 'bureau')
  const asked = new URL(request.url).searchParams
  const cohorts = await cohortsOverseen(actor)
  const cohort = cohorts.find((one) => one.id === asked.get('cohort')) ?? cohorts[0] ?? null
  const view = views.find((one) => one === asked.get('by')) ?? 'person'
  const standing = standings.find((one) => one === asked.get('standing')) ?? ''
  const q = (asked.get('q') ?? '').trim().slice(0, 50)
  const rows = cohort ? await progressOf(actor, cohort) : []
  const shown = rows.filter(
    (row) =>
      (standing === '' || row.standing === standing) &&
      (q === '' || [row.name, row.township, row.unit].some((text) => text.includes(q))),
  )
  const pages = view === 'person' ? Math.max(1, Math.ceil(shown.length / PAGE)) : 1
  const page = Math.min(pages, Math.max(1, Number.parseInt(asked.get('page') ?? '', 10) || 1))
  return {
    cohorts: cohorts.map(({ id, title, programme, programmeEn }) => ({ id, title, programme, programmeEn })),
    cohort,
    view,
    standing,
    q,
    page,
    pages,
    found: shown.length,
    total: countedBy(rows, () => '')[0] ?? null,
    people: view === 'person' ? shown.slice((page - 1) * PAGE, page * PAGE) : [],
    counts: view === 'person' ? [] : countedBy(shown, (row) => (view === 'unit' ? row.unit : row.township)),
  }
}

export default function Bureau() {
  const { cohorts, cohort, view, standing, q, page, pages, found, total, people, counts } =
    useLoaderData<typeof loader>()
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
    asking(paths.bureau(), { cohort: cohort.id, by: view, standing, q, ...changes })
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
          { label: t.people, value: formatCount(total.people), to: at({ standing: '' }) },
          ...standings.map((one) => ({
            label: t.standings[one],
            value: formatCount(total[one]),
            tone: one === 'behind' && total[one] ? ('amber' as const) : undefined,
            to: at({ standing: one }),
          })),
        ]}
      />
      <SearchFilterBar
        query={q}
        label={t.search}
        countLabel={t.found(found)}
        clearTo={asking(paths.bureau(), { cohort: cohort.id })}
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
            options: views.map((value) => ({ value, label: t.view[value] })),
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
        <PersonTable rows={people} cohort={cohort} empty={none} />
      ) : (
        <CountTable rows={counts} title={t.view[view]} standings={standings} empty={none} />
      )}
      <Pagination page={page} pages={pages} to={(n) => at({ page: n })} />
    </Stack>
  )
}
