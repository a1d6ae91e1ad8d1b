import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { LinkButton } from '~/components/button'
import { EmptyState } from '~/components/card'
import { FormErrors } from '~/components/form-errors'
import { PageHeader, Stack } from '~/components/page-header'
import { titled } from '~/components/titled'
import { importToManage } from '~/domain/enrolment/import.access.server'
import { type RowFilter, shownRows, shownSheets, shownTwice } from '~/domain/enrolment/import.queries.server'
import {
  agreeToImport,
  type ImportSummary,
  mapColumns,
  type TwiceChoice,
} from '~/domain/enrolment/import.server'
import { checkImport } from '~/domain/enrolment/import-check.server'
import { meanings } from '~/domain/enrolment/roster-headers'
import { rosterLabels } from '~/domain/enrolment/roster-labels'
import { countWaitingRows } from '~/domain/enrolment/waiting-rows.queries.server'
import { requireActor } from '~/http/actor.server'
import { pageAsked } from '~/http/asked'
import { redirectWith } from '~/http/flash.server'
import { readFields } from '~/http/forms.server'
import { found, refused } from '~/http/found.server'
import { parseId } from '~/http/ids.server'
import { useWords, wordsFor } from '~/i18n'
import { localeFor } from '~/i18n/request.server'
import { paths } from '~/paths'
import { CheckedRoster } from './checked-roster'
import { Imported } from './imported'
import { mappingFrom } from './mapping'
import { words } from './words'

export const meta = titled(words, (t) => t.title)

const filters: RowFilter[] = ['attention', 'error', 'waiting', 'warned', 'mended', 'elsewhere', 'all']

async function rosterOf({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const roster = found(await importToManage(actor, parseId(params.cohortId), parseId(params.importId)))
  return { actor, roster }
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, roster } = await rosterOf(args)
  const locale = await localeFor(args.request)
  const page = new URL(args.request.url).searchParams
  const head = {
    id: roster.cohortId,
    importId: roster.id,
    cohortTitle: roster.cohort.title,
    fileName: roster.fileName,
  }
  if (roster.agreedAt) {
    const toCheck = await countWaitingRows(roster.cohort, roster.id)
    return { ...head, summary: roster.summary as ImportSummary, toCheck, check: null, lost: null }
  }
  const check = await checkImport(actor, roster)
  if (check.refused) {
    const says =
      check.refused === 'lost' ? wordsFor(locale, words).lost : rosterLabels[locale].fileRefusal(check)
    return { ...head, summary: null, toCheck: 0, check: null, lost: says }
  }
  const filter =
    filters.find((one) => one === page.get('show')) ??
    (check.counts.people > check.counts.ready || check.counts.warned ? 'attention' : 'all')
  const number = pageAsked(page)
  const { proposals, overQuota, counts } = check
  return {
    ...head,
    summary: null,
    toCheck: 0,
    lost: null,
    check: {
      counts,
      twice: shownTwice(check),
      filter,
      page: number,
      ...shownRows(check, locale, { filter, page: number }),
      sheets: shownSheets(check, locale),
      meanings: meanings.map((value) => ({ value, label: rosterLabels[locale].meaning(value) })),
      proposals: proposals
        .slice(0, 300)
        .map(({ key, name, like, rows }) => ({ key, name, like, people: rows })),
      proposed: proposals.length,
      overQuota: overQuota.map(({ organisationId, name, over, seats }) => ({
        organisationId,
        name,
        over,
        seats,
      })),
    },
  }
}

export async function action(args: ActionFunctionArgs) {
  const { actor, roster } = await rosterOf(args)
  const locale = await localeFor(args.request)
  const t = wordsFor(locale, words)
  const fields = await readFields(args.request)
  const here = paths.rosterImport(roster.cohortId, roster.id)
  if (fields.get('intent') === 'columns') {
    const mapped = await mapColumns(actor, roster, mappingFrom(fields))
    return mapped.refused ? refused(t.agreed) : redirectWith(here, { text: t.saveColumns })
  }
  const agreed = await agreeToImport(actor, roster, twiceFrom(fields))
  if (agreed.refused === 'twice') return redirectWith(here, { text: t.twiceChanged, tone: 'amber' })
  if (agreed.refused)
    return refused(agreed.refused === 'lost' ? t.lost : rosterLabels[locale].fileRefusal(agreed))
  return redirectWith(here, { text: t.done(agreed.summary.enrolled, agreed.summary.madeUnits) })
}

function twiceFrom(fields: URLSearchParams): TwiceChoice | null {
  const becomes = (['enrolled', 'left-out'] as const).find((one) => one === fields.get('twice'))
  return becomes ? { becomes, shown: fields.get('shown') ?? '' } : null
}

export default function ImportPage() {
  const { id, importId, cohortTitle, fileName, summary, toCheck, check, lost } =
    useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  const t = useWords(words)
  if (check) return <CheckedRoster {...{ id, importId, cohortTitle, fileName, check, form }} />
  return (
    <Stack>
      <PageHeader over={t.over(cohortTitle)} title={fileName} />
      <FormErrors form={form} />
      {summary ? (
        <Imported id={id} summary={summary} toCheck={toCheck} />
      ) : (
        <EmptyState title={lost ?? ''} action={<LinkButton to={paths.roster(id)}>{t.again}</LinkButton>}>
          {null}
        </EmptyState>
      )}
    </Stack>
  )
}
