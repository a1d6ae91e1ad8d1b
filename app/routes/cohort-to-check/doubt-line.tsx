import { Form, Link } from '@remix-run/react'
import { SubmitButton } from '~/components/button'
import { Row } from '~/components/card'
import { Field } from '~/components/field'
import { FormKey } from '~/components/form-errors'
import type { FormState } from '~/components/form-state'
import { Fold } from '~/components/tools'
import type { doubtsIn } from '~/domain/accounts/doubts.queries.server'
import { useLocale, useWords } from '~/i18n'
import { formatDay } from '~/i18n/format'
import { paths } from '~/paths'
import { words } from './words'

type Doubt = Awaited<ReturnType<typeof doubtsIn>>[number]

/** What somebody says is wrong with their name or number, and the ways to answer it. */
export function DoubtLine({
  doubt,
  place: { cohortId, timeZone },
  form,
}: {
  doubt: Doubt
  place: { cohortId: string; timeZone: string }
  form: FormState
}) {
  const t = useWords(words)
  const locale = useLocale()
  const mine = form?.typed?.doubt === doubt.id ? form : undefined
  const said = [doubt.unit, doubt.masked, t.said(formatDay(doubt.at, timeZone, locale))]
  return (
    <Row
      title={
        <Link className="link" to={paths.enrolment(cohortId, doubt.enrolmentId)}>
          {doubt.name}
        </Link>
      }
      note={said.filter(Boolean).join(' · ')}
    >
      <p className="my-1 break-words whitespace-pre-wrap">{doubt.message}</p>
      {doubt.mine ? <Answers doubt={doubt} form={mine} /> : <p className="muted">{t.elsewhere}</p>}
    </Row>
  )
}

function Answers({ doubt, form }: { doubt: Doubt; form: FormState }) {
  const t = useWords(words)
  const answer = (intent: 'name' | 'number', label: string, text: string) => (
    <Form method="post" className="flex flex-wrap items-end gap-3">
      <FormKey of={`${intent} ${doubt.id}`} />
      <input type="hidden" name="doubt" value={doubt.id} />
      <Field
        id={`${intent}-${doubt.id}`}
        name={intent}
        label={label}
        defaultValue={text}
        form={form}
        required
        maxLength={intent === 'name' ? 100 : 40}
        autoComplete="off"
      />
      <SubmitButton name="intent" value={intent} look="ghost" size="small">
        {t.correct}
      </SubmitButton>
    </Form>
  )
  return (
    <div className="flex flex-col items-start gap-3">
      <Form method="post">
        <FormKey of={`settled ${doubt.id}`} />
        <input type="hidden" name="doubt" value={doubt.id} />
        <SubmitButton name="intent" value="settled" look="ghost" size="small">
          {t.settled}
        </SubmitButton>
      </Form>
      <Fold label={t.correctIt} look="quiet" open={form !== undefined}>
        <p className="muted mb-3">{t.correctNote}</p>
        <div className="flex flex-wrap gap-x-8 gap-y-4">
          {answer('name', t.name, doubt.name)}
          {answer('number', t.number, '')}
        </div>
      </Fold>
    </div>
  )
}
