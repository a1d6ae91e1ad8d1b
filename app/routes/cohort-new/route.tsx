import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { LinkButton, SubmitButton } from '~/components/button'
import { Card, EmptyState } from '~/components/card'
import { Checkbox } from '~/components/choice'
import { Field, Select } from '~/components/field'
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
import { words } from './words'

export const meta = titled(words, (t) => t.title)

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireRole(request, 'manager', 'administrator')
  const [programmes, organisations] = await Promise.all([programmeList(actor), organisationsToOpenFor(actor)])
  return { programmes: programmes.filter((one) => one.published), ...organisations }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireRole(request, 'manager', 'administrator')
  const t = wordsFor(await localeFor(request), words)
  const form = await parseForm(request, CohortForm, words)
  if (form.errors) return data(form, { status: 400 })
  const draft = form.values
  const programmes = await programmeList(actor)
  const known = programmes.some((one) => one.versionId === draft.programmeVersionId)
  if (!known || !(await managesOrganisation(actor, draft.runById)))
    return refused(t.elsewhere, { typed: form.typed })
  const opened = await openCohort(actor, { ...draft, timeZone: 'Asia/Shanghai' })
  if (opened.refused) return refused(t[opened.refused], { typed: form.typed })
  return redirectWith(paths.cohort(opened.cohortId), { text: t.opened(draft.title) })
}

export default function NewCohort() {
  const { programmes, run, held } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  const t = useWords(words)
  const locale = useLocale()
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
        <Form method="post" className="flex max-w-2xl flex-col gap-5">
          <FormErrors form={form} labels={{ title: t.name, endsOn: t.endsOn, contactName: t.contactName }} />
          <FormKey />
          <Select
            name="programmeVersionId"
            label={t.programme}
            form={form}
            options={programmes.map((one) => ({
              value: one.versionId,
              label: locale === 'en' ? one.titleEn : one.title,
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
          <Field name="title" label={t.name} hint={t.nameHint} form={form} required maxLength={80} />
          <div className="grid gap-5 sm:grid-cols-2">
            <Field name="startsOn" type="date" label={t.startsOn} form={form} required />
            <Field name="endsOn" type="date" label={t.endsOn} form={form} required />
            <Field
              name="groupSizeMin"
              type="number"
              min={2}
              max={200}
              defaultValue={12}
              label={t.groupSizeMin}
              form={form}
              required
            />
            <Field
              name="groupSizeMax"
              type="number"
              min={2}
              max={200}
              defaultValue={18}
              label={t.groupSizeMax}
              form={form}
              required
            />
            <Field name="contactName" label={t.contactName} form={form} required maxLength={50} />
            <Field
              name="contactTelephone"
              type="tel"
              label={t.contactTelephone}
              form={form}
              required
              maxLength={30}
            />
          </div>
          <Field
            name="contactHours"
            label={t.contactHours}
            defaultValue={t.hoursValue}
            form={form}
            required
            maxLength={80}
          />
          <Checkbox name="acceptsWithoutNumber" label={t.acceptsWithoutNumber} form={form} />
          <div>
            <SubmitButton>{t.save}</SubmitButton>
          </div>
        </Form>
      </Card>
    </Stack>
  )
}
