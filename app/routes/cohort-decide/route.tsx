import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { LinkButton } from '~/components/button'
import { EmptyState, StatStrip } from '~/components/card'
import { ConfirmForm } from '~/components/confirm-form'
import { FormErrors } from '~/components/form-errors'
import { Notice } from '~/components/notice'
import { PageHeader, Stack } from '~/components/page-header'
import { titled } from '~/components/titled'
import { TypedConfirmation } from '~/components/tools'
import { cohortToManage } from '~/domain/cohorts/cohort.access.server'
import { decidedAsShown, decisionsToTake, type Outcome } from '~/domain/completion/deciding.queries.server'
import { confirmDecisions } from '~/domain/completion/decisions.server'
import { requireActor } from '~/http/actor.server'
import { redirectWith } from '~/http/flash.server'
import { parseForm } from '~/http/forms.server'
import { found, refused } from '~/http/found.server'
import { parseId } from '~/http/ids.server'
import { useLocale, useWords, wordsFor } from '~/i18n'
import { formatCount, formatDateTime, formatList } from '~/i18n/format'
import { localeFor } from '~/i18n/request.server'
import { paths } from '~/paths'
import { Affected, LeftOver } from '../cohort-completion/affected'
import { DecidedForm } from '../cohort-completion/completion.schema'
import { words as completionWords } from '../cohort-completion/words'
import { words } from './words'

type Data = { outcome: Outcome }

export const meta = titled(words, (t, loaded: Data | undefined) => t.titles[loaded?.outcome ?? 'completed'])

async function asked({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const cohort = found(await cohortToManage(actor, parseId(params.cohortId)))
  const outcome = (['completed', 'not-completed'] as const).find((one) => one === params.outcome)
  return { actor, cohort, outcome: found(outcome) }
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, cohort, outcome } = await asked(args)
  return {
    id: cohort.id,
    title: cohort.title,
    outcome,
    ...(await decisionsToTake(actor, cohort, outcome)),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { actor, cohort, outcome } = await asked(args)
  const form = await parseForm(args.request, DecidedForm)
  if (form.errors) return data(form, { status: 400 })
  const locale = localeFor(args.request)
  const t = wordsFor(locale, words)
  const { shown, confirmation } = form.values
  const closing = outcome === 'not-completed'
  if (closing && confirmation.trim() !== t.word) return refused(t.wrongWord, { typed: form.typed })
  const { people } = await decisionsToTake(actor, cohort, outcome)
  const enrolmentIds = people.map((one) => one.enrolmentId)
  const done = await confirmDecisions(actor, cohort, { enrolmentIds, notCompleted: closing, shown })
  const after = paths.cohortCompletion(cohort.id)
  if (done.decided > 0) return redirectWith(after, { text: t.done(done.decided) })
  const before = await decidedAsShown(cohort, shown)
  if (!before) return redirectWith(paths.decide(cohort.id, outcome), { text: t.changed, tone: 'amber' })
  const at = formatDateTime(before.at, cohort.timeZone, locale)
  return redirectWith(after, { text: t.already(before.people, before.by, at), tone: 'amber' })
}

export default function DecidePage() {
  const { id, title, outcome, people, distinguished, left, shown } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  const t = useWords(words)
  const { lacking } = useWords(completionWords)
  const locale = useLocale()
  const closing = outcome === 'not-completed'
  const back = paths.cohortCompletion(id)
  if (people.length === 0) {
    return (
      <Stack>
        <PageHeader over={title} title={t.titles[outcome]} />
        <EmptyState title={t.nobody[outcome]} action={<LinkButton to={back}>{t.back}</LinkButton>}>
          {t.nobodyText}
        </EmptyState>
      </Stack>
    )
  }
  const lackedBy = new Map(
    people.map((one) => [
      one.enrolmentId,
      formatList(
        one.lacking.map((reason) => lacking[reason]),
        locale,
      ),
    ]),
  )
  const leftPeople = left.reduce((sum, one) => sum + one.people, 0)
  return (
    <Stack>
      <PageHeader over={title} title={t.ask[outcome](people.length)} />
      <FormErrors form={form} />
      <StatStrip
        items={[
          { label: closing ? t.notMet : t.met, value: formatCount(people.length) },
          ...(closing ? [] : [{ label: t.distinguished, value: formatCount(distinguished) }]),
          { label: t.left, value: formatCount(leftPeople) },
        ]}
      />
      <Affected
        cohortId={id}
        title={t.who[outcome](people.length)}
        people={people}
        note={closing ? (enrolmentId) => t.lacks(lackedBy.get(enrolmentId)!) : undefined}
      />
      <LeftOver cohortId={id} left={left} />
      <Notice>{t.notice[outcome]}</Notice>
      <ConfirmForm
        shown={shown}
        label={t.press[outcome](people.length)}
        look={closing ? 'danger' : 'solid'}
        back={back}
      >
        {closing && <TypedConfirmation word={t.word} form={form} />}
      </ConfirmForm>
    </Stack>
  )
}
