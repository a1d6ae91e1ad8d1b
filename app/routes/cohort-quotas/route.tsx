import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { SubmitButton } from '~/components/button'
import { Card } from '~/components/card'
import { Field } from '~/components/field'
import { FormErrors, FormKey } from '~/components/form-errors'
import { PageHeader, Stack } from '~/components/page-header'
import { titled } from '~/components/titled'
import { cohortToManage } from '~/domain/cohorts/cohort.access.server'
import { setQuotas } from '~/domain/cohorts/cohort.server'
import { organisationsToSend, quotaSeats } from '~/domain/cohorts/cohorts.queries.server'
import { requireActor } from '~/http/actor.server'
import { redirectWith } from '~/http/flash.server'
import { readFields } from '~/http/forms.server'
import { found } from '~/http/found.server'
import { parseId } from '~/http/ids.server'
import { useWords, wordsFor } from '~/i18n'
import { localeFor } from '~/i18n/request.server'
import { paths } from '~/paths'
import { words } from './words'

export const meta = titled(words, (t) => t.title)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const cohort = found(await cohortToManage(actor, parseId(params.cohortId)))
  const [organisations, seats] = await Promise.all([organisationsToSend(cohort), quotaSeats(cohort)])
  return {
    cohortTitle: cohort.title,
    rows: organisations.map(({ id, name }) => ({ id, name, seats: seats.get(id) ?? null })),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const cohort = found(await cohortToManage(actor, parseId(params.cohortId)))
  const t = wordsFor(await localeFor(request), words)
  const fields = await readFields(request)
  const organisations = await organisationsToSend(cohort)
  const typed = Object.fromEntries(fields)
  const given = organisations.flatMap(({ id }) => {
    const text = fields.get(`seats-${id}`)?.trim() ?? ''
    return text ? [{ organisationId: id, seats: /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN }] : []
  })
  const beside = (faults: { organisationId: string; sentence: string }[], status: number) => {
    const errors = Object.fromEntries(faults.map((one) => [`seats-${one.organisationId}`, [one.sentence]]))
    return data({ values: null, errors, typed, refused: null }, { status })
  }
  const wrong = given.filter(({ seats }) => !(seats <= 100_000))
  if (wrong.length)
    return beside(
      wrong.map((one) => ({ ...one, sentence: t.wrong })),
      400,
    )
  const set = await setQuotas(actor, cohort, given)
  if (set.refused) {
    const name = organisations.find(({ id }) => id === set.organisationId)?.name ?? ''
    const sentence = t[set.refused](name, set.taken)
    return beside([{ organisationId: set.organisationId, sentence }], 409)
  }
  return redirectWith(paths.cohort(cohort.id), { text: t.saved })
}

export default function Quotas() {
  const { cohortTitle, rows } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  const t = useWords(words)
  return (
    <Stack>
      <PageHeader over={cohortTitle} title={t.title}>
        {t.lead} {t.total(rows.reduce((sum, row) => sum + (row.seats ?? 0), 0))}
      </PageHeader>
      <Card>
        <Form method="post" className="flex flex-col gap-5">
          <FormErrors
            form={form}
            labels={Object.fromEntries(rows.map((row) => [`seats-${row.id}`, row.name]))}
          />
          <FormKey />
          <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
            {rows.map((row) => (
              <Field
                key={row.id}
                name={`seats-${row.id}`}
                label={row.name}
                type="number"
                inputMode="numeric"
                min={0}
                max={100000}
                defaultValue={row.seats ?? ''}
                form={form}
              />
            ))}
          </div>
          <div>
            <SubmitButton>{t.save}</SubmitButton>
          </div>
        </Form>
      </Card>
    </Stack>
  )
}
