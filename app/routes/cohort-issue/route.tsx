import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { LinkButton } from '~/components/button'
import { Card, EmptyState } from '~/components/card'
import { ConfirmForm } from '~/components/confirm-form'
import { FormErrors } from '~/components/form-errors'
import { Notice } from '~/components/notice'
import { PageHeader, Stack } from '~/components/page-header'
import { titled } from '~/components/titled'
import { issueCertificates } from '~/domain/certificates/issue.server'
import { certificatesToIssue, issuedAsShown } from '~/domain/certificates/issuing.queries.server'
import { cohortToManage } from '~/domain/cohorts/cohort.access.server'
import { requireActor } from '~/http/actor.server'
import { redirectWith } from '~/http/flash.server'
import { parseForm } from '~/http/forms.server'
import { found } from '~/http/found.server'
import { parseId } from '~/http/ids.server'
import { siteOrigin } from '~/http/site-origin.server'
import { useWords, wordsFor } from '~/i18n'
import { formatCount, formatDateTime } from '~/i18n/format'
import { localeFor } from '~/i18n/request.server'
import { paths } from '~/paths'
import { Affected, LeftOver } from '../cohort-completion/affected'
import { ConfirmedForm } from '../cohort-completion/completion.schema'
import { words } from './words'

export const meta = titled(words, (t) => t.title)

async function asked({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const cohort = found(await cohortToManage(actor, parseId(params.cohortId)))
  return { actor, cohort }
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, cohort } = await asked(args)
  return { id: cohort.id, title: cohort.title, ...(await certificatesToIssue(actor, cohort)) }
}

export async function action(args: ActionFunctionArgs) {
  const { actor, cohort } = await asked(args)
  const form = await parseForm(args.request, ConfirmedForm)
  if (form.errors) return data(form, { status: 400 })
  const locale = localeFor(args.request)
  const t = wordsFor(locale, words)
  const { shown } = form.values
  const { people } = await certificatesToIssue(actor, cohort)
  const { issued } = await issueCertificates(actor, cohort, {
    enrolmentIds: people.map((one) => one.enrolmentId),
    origin: siteOrigin(args.request),
    shown,
  })
  const after = paths.cohortCompletion(cohort.id)
  const [first] = issued
  if (first) {
    return redirectWith(after, { text: t.done(issued.length, first.number, issued.at(-1)!.number) })
  }
  const before = await issuedAsShown(cohort, shown)
  if (!before) return redirectWith(paths.issueCertificates(cohort.id), { text: t.changed, tone: 'amber' })
  const at = formatDateTime(before.at, cohort.timeZone, locale)
  return redirectWith(after, { text: t.already(before.people, before.by, at), tone: 'amber' })
}

export default function IssuePage() {
  const { id, title, people, first, last, left, shown } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  const t = useWords(words)
  const back = paths.cohortCompletion(id)
  if (people.length === 0) {
    return (
      <Stack>
        <PageHeader over={title} title={t.title} />
        <EmptyState title={t.nobody} action={<LinkButton to={back}>{t.back}</LinkButton>}>
          {t.nobodyText}
        </EmptyState>
      </Stack>
    )
  }
  const distinguished = new Set(people.filter((one) => one.distinction).map((one) => one.enrolmentId))
  return (
    <Stack>
      <PageHeader over={title} title={t.ask(people.length)} />
      <FormErrors form={form} />
      <Card>
        <dl className="grid gap-x-4 gap-y-2 sm:grid-cols-[auto_1fr]">
          <Fact label={t.certificates} value={t.count(formatCount(people.length))} />
          <Fact label={t.first} value={first} />
          {people.length > 1 && <Fact label={t.last} value={last} />}
        </dl>
      </Card>
      <Affected
        cohortId={id}
        title={t.who(people.length)}
        people={people}
        note={(enrolmentId) => (distinguished.has(enrolmentId) ? t.distinguished : '')}
      />
      <LeftOver cohortId={id} left={left} />
      <Notice tone="amber">{t.notice}</Notice>
      <ConfirmForm shown={shown} label={t.press(people.length)} back={back} />
    </Stack>
  )
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <>
      <dt className="muted">{label}</dt>
      <dd className="font-semibold">{value}</dd>
    </>
  )
}
