import { Form } from '@remix-run/react'
import { SubmitButton } from '~/components/button'
import { Row } from '~/components/card'
import { Field } from '~/components/field'
import { FormKey } from '~/components/form-errors'
import type { FormState } from '~/components/form-state'
import type { ShownWaitingRow } from '~/domain/enrolment/waiting-rows.queries.server'
import { useWords } from '~/i18n'
import { words } from './words'

/** A row of a roster that waits: why, and what can be done about it. */
export function WaitingLine({ row, form }: { row: ShownWaitingRow; form: FormState }) {
  const t = useWords(words)
  const mine = form?.typed?.row === row.id ? form : undefined
  const known = row.knownAs === null ? t.why[row.reason] : t.knownAs(row.knownAs)
  return (
    <Row
      title={[row.name, row.unit].filter(Boolean).join(' · ')}
      note={[t.from(row.fileName, row.row), row.masked].filter(Boolean).join(' · ')}
    >
      <p className="my-1">{row.canEnrol && row.knownAs === null ? t.free : known}</p>
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
        {row.masked === null && (
          <Form method="post" className="flex flex-wrap items-end gap-3">
            <FormKey of={`enrol ${row.id}`} />
            <input type="hidden" name="row" value={row.id} />
            <Field
              id={`number-${row.id}`}
              name="number"
              label={t.number}
              form={mine}
              required
              maxLength={40}
              autoComplete="off"
              className="tabular-nums"
            />
            <SubmitButton name="intent" value="enrol" size="small">
              {t.enrol}
            </SubmitButton>
          </Form>
        )}
        <Form method="post" className="flex flex-wrap gap-2.5">
          <FormKey of={`drop ${row.id}`} />
          <input type="hidden" name="row" value={row.id} />
          {row.canEnrol && (
            <SubmitButton name="intent" value="enrol" size="small">
              {row.knownAs === null ? t.enrol : t.enrolSame}
            </SubmitButton>
          )}
          <SubmitButton name="intent" value="drop" look="ghost" size="small">
            {t.drop}
          </SubmitButton>
        </Form>
      </div>
    </Row>
  )
}
