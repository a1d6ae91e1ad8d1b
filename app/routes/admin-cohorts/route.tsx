import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { LinkButton, SubmitButton } from '~/components/button'
import { Card, EmptyState, Row, Rows } from '~/components/card'
import { Field } from '~/components/field'
import { FormErrors } from '~/components/form-errors'
import { PageHeader, Stack } from '~/components/page-header'
import { titled } from '~/components/titled'
import { Fold } from '~/components/tools'
import { cohortsToOpen } from '~/domain/access/administrator-access.queries.server'
import { openForAdministrator } from '~/domain/access/administrator-access.server'
import { requireAdministrator } from '~/http/actor.server'
import { parseForm } from '~/http/forms.server'
import { refused } from '~/http/found.server'
import { useLocale, useWords, wordsFor } from '~/i18n'
import { formatDate, formatTime } from '~/i18n/format'
import { localeFor } from '~/i18n/request.server'
import { paths } from '~/paths'
import { OpenForm } from './open.schema'
import { words } from './words'

export const meta = titled(words, (t) => t.title)

const zone = 'Asia/Shanghai'

export async function loader({ request }: LoaderFunctionArgs) {
  return { cohorts: await cohortsToOpen(await requireAdministrator(request)) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAdministrator(request)
  const form = await parseForm(request, OpenForm)
  if (form.errors) return data(form, { status: 400 })
  const opened = await openForAdministrator(actor, form.values.cohort, form.values.reason)
  if ('refused' in opened && opened.refused) {
    return refused(wordsFor(localeFor(request), words)[opened.refused], { typed: form.typed })
  }
  throw redirect(paths.cohort(form.values.cohort))
}

export default function OpenCohorts() {
  const { cohorts } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  const t = useWords(words)
  const locale = useLocale()
  return (
    <Stack>
      <PageHeader title={t.title} />
      <p className="max-w-[40em]">{t.lead}</p>
      <FormErrors form={form} labels={{ reason: t.reason }} />
      {cohorts.length === 0 ? (
        <EmptyState title={t.empty} />
      ) : (
        <Card flush>
          <Rows label={t.title}>
            {cohorts.map((cohort) => (
              <Row
                key={cohort.id}
                title={cohort.title}
                note={t.note(cohort.runBy, formatDate(cohort.startsOn, 'UTC', locale))}
                end={
                  cohort.openUntil && (
                    <LinkButton to={paths.cohort(cohort.id)} look="ghost" size="small">
                      {t.enter}
                    </LinkButton>
                  )
                }
              >
                {cohort.openUntil ? (
                  <p className="muted">{t.until(formatTime(cohort.openUntil, zone))}</p>
                ) : (
                  <Fold label={t.open} look="quiet">
                    <Form method="post" className="flex flex-col gap-3">
                      <input type="hidden" name="cohort" value={cohort.id} />
                      <Field
                        name="reason"
                        id={`reason-${cohort.id}`}
                        label={t.reason}
                        required
                        maxLength={200}
                      />
                      <SubmitButton look="ghost" size="small">
                        {t.look}
                      </SubmitButton>
                    </Form>
                  </Fold>
                )}
              </Row>
            ))}
          </Rows>
        </Card>
      )}
    </Stack>
  )
}
