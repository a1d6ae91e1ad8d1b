import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { LinkButton } from '~/components/button'
import { Card, EmptyState, Rows } from '~/components/card'
import { FormErrors } from '~/components/form-errors'
import { PageHeader, Stack } from '~/components/page-header'
import { titled } from '~/components/titled'
import { doubtsIn } from '~/domain/accounts/doubts.queries.server'
import { cohortToManage } from '~/domain/cohorts/cohort.access.server'
import { waitingRowsOf } from '~/domain/enrolment/waiting-rows.queries.server'
import { requireActor } from '~/http/actor.server'
import { redirectWith } from '~/http/flash.server'
import { parseForm } from '~/http/forms.server'
import { found, refused } from '~/http/found.server'
import { parseId } from '~/http/ids.server'
import { useWords } from '~/i18n'
import { paths } from '~/paths'
import { act } from './act.server'
import { DoubtLine } from './doubt-line'
import { ToCheckForm } from './to-check.schema'
import { WaitingLine } from './waiting-line'
import { words } from './words'

export const meta = titled(words, (t) => t.title)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const cohort = found(await cohortToManage(actor, parseId(params.cohortId)))
  const [waiting, doubts] = await Promise.all([waitingRowsOf(actor, cohort), doubtsIn(actor, cohort)])
  return { id: cohort.id, cohortTitle: cohort.title, timeZone: cohort.timeZone, waiting, doubts }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const cohort = found(await cohortToManage(actor, parseId(params.cohortId)))
  const form = await parseForm(request, ToCheckForm)
  if (form.errors) return data(form, { status: 400 })
  const done = await act(request, actor, cohort, form.values)
  if ('refused' in done) return refused(done.refused, { typed: form.typed })
  const here = paths.toCheck(cohort.id)
  const undo = done.undoDrop && { action: here, fields: { intent: 'take-up', row: done.undoDrop } }
  return redirectWith(here, { text: done.said, ...(undo && { undo }) })
}

export default function ToCheck() {
  const { id, cohortTitle, timeZone, waiting, doubts } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  const t = useWords(words)
  return (
    <Stack>
      <PageHeader over={cohortTitle} title={t.title}>
        {t.lead}
      </PageHeader>
      <FormErrors form={form} labels={{ name: t.name, number: t.number }} />
      {waiting.length + doubts.length === 0 && (
        <EmptyState
          title={t.emptyTitle}
          action={
            <LinkButton look="ghost" to={paths.cohort(id)}>
              {t.toCohort}
            </LinkButton>
          }
        >
          {t.emptyText}
        </EmptyState>
      )}
      {waiting.length > 0 && (
        <Card flush title={t.waiting} aside={t.count(waiting.length)}>
          <Rows label={t.waiting}>
            {waiting.map((row) => (
              <WaitingLine key={row.id} row={row} form={form} />
            ))}
          </Rows>
        </Card>
      )}
      {doubts.length > 0 && (
        <Card flush title={t.doubts} aside={t.count(doubts.length)}>
          <Rows label={t.doubts}>
            {doubts.map((doubt) => (
              <DoubtLine key={doubt.id} doubt={doubt} place={{ cohortId: id, timeZone }} form={form} />
            ))}
          </Rows>
        </Card>
      )}
    </Stack>
  )
}
