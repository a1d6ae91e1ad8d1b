import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { StatStrip } from '~/components/card'
import { FormErrors } from '~/components/form-errors'
import { Pagination, SearchFilterBar } from '~/components/list-tools'
import { PageHeader, Stack, TwoColumns } from '~/components/page-header'
import { titled } from '~/components/titled'
import { nextNumber, setFormat } from '~/domain/certificates/series.server'
import { cohortToManage } from '~/domain/cohorts/cohort.access.server'
import { dayOf } from '~/domain/cohorts/weeks'
import {
  completionOverview,
  completionStages,
  type OverviewRow,
} from '~/domain/completion/overview.queries.server'
import { pageOf } from '~/domain/pages'
import { organisationsToReportOn, reportsOf } from '~/domain/reports/reports.queries.server'
import { sorted } from '~/domain/sorted'
import { requireActor } from '~/http/actor.server'
import { choiceAsked, pageAsked, sortAsked, wordAsked } from '~/http/asked'
import { redirectWith } from '~/http/flash.server'
import { parseForm } from '~/http/forms.server'
import { found, refused } from '~/http/found.server'
import { parseId } from '~/http/ids.server'
import { useWords, wordsFor } from '~/i18n'
import { formatCount } from '~/i18n/format'
import { localeFor } from '~/i18n/request.server'
import { asking, paths } from '~/paths'
import { ReportTable } from '../bureau-reports/report-table'
import { Actions } from './actions'
import { FormatForm } from './completion.schema'
import { PeopleTable } from './people-table'
import { words } from './words'

export const meta = titled(words, (t) => t.title)

const completionSorts = ['name', 'hours', 'sessions', 'score'] as const
const sortValues = {
  name: (row: OverviewRow) => row.name,
  hours: (row: OverviewRow) => row.hours,
  sessions: (row: OverviewRow) => row.attended,
  score: (row: OverviewRow) => row.score,
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const cohort = found(await cohortToManage(actor, parseId(params.cohortId)))
  const asked = new URL(request.url).searchParams
  const q = wordAsked(asked)
  const stage = choiceAsked(asked, 'stage', completionStages)
  const sort = sortAsked(asked, completionSorts)
  const [people, organisations, reports, series] = await Promise.all([
    completionOverview(actor, cohort),
    organisationsToReportOn(cohort),
    reportsOf(cohort),
    nextNumber(actor, cohort),
  ])
  const shown = people.filter(
    (one) =>
      (stage === '' || one.stage === stage) &&
      (q === '' || [one.name, one.township, one.unit].some((text) => text.includes(q))),
  )
  const list = pageOf(sorted(shown, sort, sortValues), pageAsked(asked))
  return {
    id: cohort.id,
    title: cohort.title,
    q,
    stage,
    sort,
    page: list.page,
    pages: list.pages,
    found: shown.length,
    counts: completionStages.map((one) => ({
      stage: one,
      people: people.filter((row) => row.stage === one).length,
    })),
    people: list.shown,
    organisations,
    reports,
    ...series,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const cohort = found(await cohortToManage(actor, parseId(params.cohortId)))
  const form = await parseForm(request, FormatForm)
  if (form.errors) return data(form, { status: 400 })
  const t = wordsFor(localeFor(request), words)
  const year = Number(dayOf(actor.at, cohort.timeZone).slice(0, 4))
  const { format } = form.values
  const done = await setFormat(actor, cohort, { year, kind: 'certificate', format })
  if ('refused' in done && done.refused) return refused(t[done.refused], { typed: form.typed })
  return redirectWith(paths.cohortCompletion(cohort.id), { text: t.formatSet })
}

export default function CohortCompletion() {
  const {
    id,
    title,
    q,
    stage,
    sort,
    page,
    pages,
    found,
    counts,
    people,
    organisations,
    reports,
    format,
    next,
  } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  const t = useWords(words)
  const here = paths.cohortCompletion(id)
  const at = (changes: Record<string, string | number>) => asking(here, { q, stage, sort, ...changes })
  const of = (one: (typeof counts)[number]['stage']) => counts.find((row) => row.stage === one)!.people
  return (
    <Stack>
      <PageHeader over={title} title={t.title} />
      <FormErrors form={form} labels={{ format: t.format }} />
      <StatStrip
        items={counts
          .filter((one) => one.people > 0)
          .map((one) => ({
            label: t.stages[one.stage],
            value: formatCount(one.people),
            tone: one.stage === 'stale' ? ('red' as const) : undefined,
            to: asking(here, { stage: one.stage }),
          }))}
      />
      <TwoColumns
        aside={
          <Actions
            cohortId={id}
            ready={of('ready')}
            rest={of('open') + of('lost')}
            decided={of('decided')}
            organisations={organisations}
            format={format}
            next={next}
            form={form}
          />
        }
      >
        <SearchFilterBar
          query={q}
          label={t.search}
          countLabel={t.found(found)}
          clearTo={here}
          hidden={sort ? { sort } : {}}
          filters={[
            {
              name: 'stage',
              label: t.stage,
              value: stage,
              options: [
                { value: '', label: t.all },
                ...completionStagesOf(counts).map((value) => ({ value, label: t.stages[value] })),
              ],
            },
          ]}
        />
        <PeopleTable cohortId={id} people={people} sort={sort} to={(to) => at({ sort: to })} />
        <Pagination page={page} pages={pages} to={(n) => at({ page: n })} />
        {reports.length > 0 && <ReportTable reports={reports} />}
      </TwoColumns>
    </Stack>
  )
}

function completionStagesOf<S>(counts: { stage: S }[]) {
  return counts.map((one) => one.stage)
}
