import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { LinkButton } from '~/components/button'
import { EmptyState, StatStrip } from '~/components/card'
import { ConfirmForm } from '~/components/confirm-form'
import { FormErrors } from '~/components/form-errors'
import { Notice } from '~/components/notice'
import { PageHeader, Stack } from '~/components/page-header'
import { titled } from '~/components/titled'
import { cohortToManage } from '~/domain/cohorts/cohort.access.server'
import { issueReport } from '~/domain/reports/issue.server'
import { reportToIssue } from '~/domain/reports/issuing.queries.server'
import { requireActor } from '~/http/actor.server'
import { redirectWith } from '~/http/flash.server'
import { parseForm } from '~/http/forms.server'
import { found } from '~/http/found.server'
import { parseId } from '~/http/ids.server'
import { useLocale, useWords, wordsFor } from '~/i18n'
import { formatCount, formatDateTime } from '~/i18n/format'
import { localeFor } from '~/i18n/request.server'
import { paths } from '~/paths'
import { ConfirmedForm } from '../cohort-completion/completion.schema'
import { words } from './words'

export const meta = titled(words, (t) => t.title)

async function asked({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const cohort = found(await cohortToManage(actor, parseId(params.cohortId)))
  const organisation = z.uuid().safeParse(new URL(request.url).searchParams.get('organisation'))
  return { actor, cohort, organisationId: organisation.data ?? null }
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, cohort, organisationId } = await asked(args)
  const report = organisationId && (await reportToIssue(actor, cohort, organisationId))
  return { id: cohort.id, title: cohort.title, timeZone: cohort.timeZone, report: report || null }
}

export async function action(args: ActionFunctionArgs) {
  const { actor, cohort, organisationId } = await asked(args)
  const form = await parseForm(args.request, ConfirmedForm)
  if (form.errors) return data(form, { status: 400 })
  const locale = localeFor(args.request)
  const t = wordsFor(locale, words)
  const here = paths.issueReport(cohort.id, organisationId ?? undefined)
  const again = () => redirectWith(here, { text: t.changed, tone: 'amber' })
  if (!organisationId) return again()
  const done = await issueReport(actor, cohort, { organisationId, shown: form.values.shown })
  if ('refused' in done) return again()
  const { number, version, by } = done
  const at = formatDateTime(done.at, cohort.timeZone, locale)
  const after = paths.cohortCompletion(cohort.id)
  return done.unchanged
    ? redirectWith(after, { text: t.already(number, by, at), tone: 'amber' })
    : redirectWith(after, { text: t.done(number, version) })
}

export default function ReportPage() {
  const { id, title, timeZone, report } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  const t = useWords(words)
  const locale = useLocale()
  const back = paths.cohortCompletion(id)
  if (!report || report.same) {
    const { last } = report ?? { last: null }
    return (
      <Stack>
        <PageHeader over={title} title={t.title} />
        <EmptyState
          title={last ? t.same(last.number) : t.nobody}
          action={<LinkButton to={back}>{t.back}</LinkButton>}
        >
          {last ? t.sameText(last.by, formatDateTime(last.at, timeZone, locale)) : t.nobodyText}
        </EmptyState>
      </Stack>
    )
  }
  return (
    <Stack>
      <PageHeader over={title} title={t.ask(report.organisation.name)}>
        <p className="muted">{t.number(report.number, report.version)}</p>
      </PageHeader>
      <FormErrors form={form} />
      <StatStrip
        items={(['people', 'completed', 'distinguished', 'notCompleted', 'notYet', 'withdrawn'] as const)
          .filter((one) => report[one] > 0 || one === 'completed')
          .map((one) => ({ label: t[one], value: formatCount(report[one]) }))}
      />
      {report.notYet > 0 && (
        <Notice tone="amber" title={t.undecided(report.notYet)}>
          {t.undecidedText}
        </Notice>
      )}
      <Notice>{t.notice}</Notice>
      <ConfirmForm shown={report.shown} label={t.press} back={back} />
    </Stack>
  )
}
