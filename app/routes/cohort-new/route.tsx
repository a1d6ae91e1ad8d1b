import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { type FormEvent, useState } from 'react'
import { LinkButton, SubmitButton } from '~/components/button'
import { Card, EmptyState } from '~/components/card'
import { Select } from '~/components/field'
import { FormErrors, FormKey } from '~/components/form-errors'
import { PageHeader, Stack } from '~/components/page-header'
import { titled } from '~/components/titled'
import { managesOrganisation } from '~/domain/access/scope.server'
import { CohortForm } from '~/domain/cohorts/cohort.schema'
import { openCohort } from '~/domain/cohorts/cohort.server'
import { organisationsToOpenFor } from '~/domain/cohorts/cohorts.queries.server'
import { programmeList } from '~/domain/programmes/programmes.queries.server'
import { requireRole } from '~/http/actor.server'
import { redirectWith } from '~/http/flash.server'
import { parseForm } from '~/http/forms.server'
import { refused } from '~/http/found.server'
import { useLocale, useWords, wordsFor } from '~/i18n'
import { localeFor } from '~/i18n/request.server'
import { paths } from '~/paths'
import { askShort } from './ask-short.server'
import { labelsOf, SettingsFields } from './settings-fields'
import { words } from './words'

export const meta = titled(words, (t) => t.title)

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireRole(request, 'manager', 'administrator')
  const [programmes, organisations] = await Promise.all([programmeList(actor), organisationsToOpenFor(actor)])
  return { programmes: programmes.filter((one) => one.published), ...organisations }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireRole(request, 'manager', 'administrator')
  const locale = localeFor(request)
  const t = wordsFor(locale, words)
  const form = await parseForm(request, CohortForm, words)
  if (form.errors) return data(form, { status: 400 })
  const { agreed, ...draft } = form.values
  const programmes = await programmeList(actor)
  const known = programmes.some((one) => one.versionId === draft.programmeVersionId)
  if (!known || !(await managesOrganisation(actor, draft.runById)))
    return refused(t.elsewhere, { typed: form.typed })
  const opened = await openCohort(actor, { ...draft, timeZone: 'Asia/Shanghai' }, agreed)
  if (opened.refused === 'short') return askShort(opened, form.typed, locale)
  if (opened.refused) return refused(t[opened.refused], { typed: form.typed })
  return redirectWith(paths.cohort(opened.cohortId), { text: t.opened(draft.title) })
}

export default function NewCohort() {
  const { programmes, run, held } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  const t = useWords(words)
  const locale = useLocale()
  const [chosen, setChosen] = useState({
    programmeVersionId: form?.typed.programmeVersionId ?? '',
    startsOn: form?.typed.startsOn ?? '',
  })
  const weeks = programmes.find((one) => one.versionId === chosen.programmeVersionId)?.weeks ?? null
  const choose = (event: FormEvent<HTMLFormElement>) => {
    const fields = new FormData(event.currentTarget)
    const text = (name: string) => String(fields.get(name) ?? '')
    setChosen({ programmeVersionId: text('programmeVersionId'), startsOn: text('startsOn') })
  }
  const choices = (rows: { id: string; name: string }[]) =>
    rows.map((row) => ({ value: row.id, label: row.name }))
  if (programmes.length === 0) {
    return (
      <Stack>
        <PageHeader title={t.title} />
        <EmptyState
          title={t.noneTitle}
          action={<LinkButton to={paths.programmes()}>{t.seeProgrammes}</LinkButton>}
        >
          {t.noneText}
        </EmptyState>
      </Stack>
    )
  }
  return (
    <Stack>
      <PageHeader title={t.title} />
      <Card>
        <Form method="post" onChange={choose} className="flex max-w-2xl flex-col gap-5">
          <FormErrors form={form} labels={labelsOf(t)} />
          <FormKey />
          <Select
            name="programmeVersionId"
            label={t.programme}
            form={form}
            options={programmes.map((one) => ({
              value: one.versionId,
              label: t.takes(locale === 'en' ? one.titleEn : one.title, one.weeks),
            }))}
          />
          <Select name="runById" label={t.runBy} hint={t.runByHint} form={form} options={choices(run)} />
          <Select
            name="heldForId"
            label={t.heldFor}
            hint={t.heldForHint}
            form={form}
            options={choices(held)}
          />
          <SettingsFields form={form} startsOn={chosen.startsOn} weeks={weeks} />
          <div>
            <SubmitButton>{t.save}</SubmitButton>
          </div>
        </Form>
      </Card>
    </Stack>
  )
}
