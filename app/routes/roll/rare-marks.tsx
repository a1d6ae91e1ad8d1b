import { Form } from '@remix-run/react'
import { SubmitButton } from '~/components/button'
import { Field, Select } from '~/components/field'
import { FormKey } from '~/components/form-errors'
import { Fold } from '~/components/tools'
import { useWords } from '~/i18n'
import type { ShownRow } from './roll-row'
import { words } from './words'

/** What few need, once for all: who left early and after how long, and who made the session up. */
export function RareMarks({ people }: { people: ShownRow[] }) {
  const t = useWords(words)
  return (
    <Fold label={t.more} look="quiet">
      <Form method="post" className="flex flex-col gap-3">
        <FormKey of="rare" />
        <input type="hidden" name="intent" value="mark" />
        <Select
          name="enrolmentId"
          label={t.who}
          required
          options={people.map((one) => ({ value: one.enrolmentId, label: `${one.name} · ${one.unit}` }))}
        />
        <Field
          name="minutes"
          label={t.present}
          hint={t.presentHint}
          type="number"
          inputMode="numeric"
          min={0}
          max={1440}
          required={false}
          className="max-w-32"
        />
        <div className="flex flex-wrap gap-2.5">
          <SubmitButton look="ghost" name="mark" value="left-early">
            {t.leftEarly}
          </SubmitButton>
          <SubmitButton look="ghost" name="mark" value="made-up">
            {t.madeUp}
          </SubmitButton>
        </div>
      </Form>
    </Fold>
  )
}
