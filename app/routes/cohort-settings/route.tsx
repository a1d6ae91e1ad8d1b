import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useState } from 'react'
import { SubmitButton } from '~/components/button'
import { Card } from '~/components/card'
import { FormErrors, FormKey } from '~/components/form-errors'
import { PageHeader, Stack } from '~/components/page-header'
import { titled } from '~/components/titled'
import { cohortToManage } from '~/domain/cohorts/cohort.access.server'
import { CohortSettingsForm } from '~/domain/cohorts/cohort.schema'
import { changeCohort } from '~/domain/cohorts/cohort-change.server'
import { cohortHead, settingsOf } from '~/domain/cohorts/cohorts.queries.server'
import { requireActor } from '~/http/actor.server'
import { redirectWith } from '~/http/flash.server'
import { parseForm } from '~/http/forms.server'
import { found } from '~/http/found.server'
import { parseId } from '~/http/ids.server'
import { type Locale, useWords, wordsFor } from '~/i18n'
import { formatDate } from '~/i18n/format'
import { localeFor } from '~/i18n/request.server'
import { paths } from '~/paths'
import { askShort } from '../cohort-new/ask-short.server'
import { labelsOf, SettingsFields } from '../cohort-new/settings-fields'
import { words as fieldWords } from '../cohort-new/words'
import { words } from './words'

export const meta = titled(words, (t) => t.title)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const cohort = found(await cohortToManage(actor, parseId(params.cohortId)))
  const { weeks, state } = await cohortHead(actor, cohort)
  return { settings: settingsOf(cohort), weeks, begun: state !== 'not-started' }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const cohort = found(await cohortToManage(actor, parseId(params.cohortId)))
  const locale = localeFor(request)
  const form = await parseForm(request, CohortSettingsForm, words)
  if (form.errors) return data(form, { status: 400 })
  const { agreed, ...wished } = form.values
  const changed = await changeCohort(actor, cohort, wished, agreed)
  if (changed.refused === 'short') return askShort(changed, form.typed, locale)
  if (changed.refused) {
    const field = ofTheStart.has(changed.refused) ? 'startsOn' : 'endsOn'
    const errors: Record<string, string[]> = { [field]: [sentenceFor(changed, locale)] }
    return data({ values: null, errors, typed: form.typed }, { status: 409 })
  }
  return redirectWith(paths.cohort(cohort.id), { text: wordsFor(locale, words).saved })
}

type Refused = Exclude<Awaited<ReturnType<typeof changeCohort>>, { refused: null } | { refused: 'short' }>

const ofTheStart: ReadonlySet<string> = new Set(['begun', 'start-past'])

function sentenceFor(change: Refused, locale: Locale) {
  const { refused } = wordsFor(locale, words)
  return change.refused === 'workshop-outside'
    ? refused['workshop-outside'](formatDate(change.day, 'UTC', locale))
    : refused[change.refused]
}

export default function CohortSettingsPage() {
  const { settings, weeks, begun } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  const t = useWords(words)
  const fields = useWords(fieldWords)
  const [startsOn, setStartsOn] = useState(form?.typed.startsOn ?? settings.startsOn)
  return (
    <Stack>
      <PageHeader over={settings.title} title={t.title}>
        {t.lead}
      </PageHeader>
      <Card>
        <Form
          method="post"
          className="flex max-w-2xl flex-col gap-5"
          onChange={(event) => setStartsOn(String(new FormData(event.currentTarget).get('startsOn') ?? ''))}
        >
          <FormErrors form={form} labels={labelsOf(fields)} />
          <FormKey />
          <SettingsFields form={form} settings={settings} startsOn={startsOn} weeks={weeks} begun={begun} />
          <div>
            <SubmitButton>{t.save}</SubmitButton>
          </div>
        </Form>
      </Card>
    </Stack>
  )
}
