import { Form } from '@remix-run/react'
import { SubmitButton } from '~/components/button'
import { Card } from '~/components/card'
import { Select } from '~/components/field'
import { FormKey } from '~/components/form-errors'
import { Fold } from '~/components/tools'
import { useWords } from '~/i18n'
import type { Check } from './checked-roster'
import { words } from './words'

/** What each column was taken for, and the form to say otherwise. */
export function Columns({ check }: { check: Check }) {
  const t = useWords(words)
  return (
    <Card title={t.columns}>
      {check.sheets.slice(0, 20).map((sheet) => (
        <div key={sheet.place} className="mb-3">
          <p className="muted">
            {sheet.name} · {sheet.headerRow ? t.header(sheet.headerRow) : t.noHeader}
          </p>
          <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
            {sheet.columns.map((column) => (
              <li key={column.index}>
                <span className="font-semibold">{column.label}</span>{' '}
                <span className="muted">{column.reason}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <Fold label={t.change}>
        <Form method="post" className="flex flex-col gap-4">
          <FormKey of="columns" />
          {check.sheets.slice(0, 20).map((sheet) => (
            <div key={sheet.place} className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
              {sheet.columns.map((column) => (
                <Select
                  key={column.index}
                  id={`column-${sheet.place}-${column.index}`}
                  name={`column-${sheet.place}-${column.index}`}
                  label={t.columnOf(column.header)}
                  defaultValue={column.meaning}
                  options={check.meanings}
                />
              ))}
            </div>
          ))}
          <div>
            <SubmitButton look="ghost" name="intent" value="columns">
              {t.saveColumns}
            </SubmitButton>
          </div>
        </Form>
      </Fold>
    </Card>
  )
}
