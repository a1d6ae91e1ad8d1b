import { Form } from '@remix-run/react'
import { SubmitButton } from '~/components/button'
import { Card } from '~/components/card'
import { Field, Select } from '~/components/field'
import { FormKey } from '~/components/form-errors'
import type { FormState } from '~/components/form-state'
import { Fold, TypedConfirmation } from '~/components/tools'
import { useWords } from '~/i18n'
import { words } from './words'

export function Actions({
  ready,
  rest,
  decided,
  organisations,
  format,
  next,
  form,
}: {
  ready: number
  rest: number
  decided: number
  organisations: { id: string; name: string }[]
  format: string
  next: string
  form: FormState
}) {
  const t = useWords(words)
  return (
    <>
      <Card title={t.decide}>
        <p className="muted mb-3">{ready ? t.decideText : t.noneReady}</p>
        {ready > 0 && (
          <Form method="post">
            <FormKey of="confirm" />
            <SubmitButton name="intent" value="confirm" wide>
              {t.confirm(ready)}
            </SubmitButton>
          </Form>
        )}
        {rest > 0 && (
          <div className="mt-3">
            <Fold label={t.close(rest)} look="quiet">
              <Form method="post" className="flex flex-col gap-3">
                <FormKey of="close" />
                <input type="hidden" name="intent" value="close" />
                <p className="muted">{t.closeText}</p>
                <TypedConfirmation word={t.closeWord} form={form} />
                <SubmitButton look="danger">{t.close(rest)}</SubmitButton>
              </Form>
            </Fold>
          </div>
        )}
      </Card>
      <Card title={t.issueTitle}>
        <p className="muted mb-3">{decided ? t.next(next) : t.noneDecided}</p>
        {decided > 0 && (
          <Form method="post">
            <FormKey of="issue" />
            <SubmitButton name="intent" value="issue" wide>
              {t.issue(decided)}
            </SubmitButton>
          </Form>
        )}
        <div className="mt-3">
          <Fold label={t.format} look="quiet">
            <Form method="post" className="flex flex-col gap-3">
              <FormKey of="format" />
              <Field
                name="format"
                label={t.format}
                hint={t.formatHint}
                defaultValue={format}
                form={form}
                required
              />
              <SubmitButton name="intent" value="format" look="ghost">
                {t.setFormat}
              </SubmitButton>
            </Form>
          </Fold>
        </div>
      </Card>
      <Card title={t.reportTitle}>
        <p className="muted mb-3">{organisations.length ? t.reportText : t.noReport}</p>
        {organisations.length > 0 && (
          <Form method="post" className="flex flex-col gap-3">
            <FormKey of="report" />
            <Select
              name="organisationId"
              label={t.reportFor}
              options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
              defaultValue={organisations[0]!.id}
              form={form}
              required
            />
            <SubmitButton name="intent" value="report" look="ghost">
              {t.report}
            </SubmitButton>
          </Form>
        )}
      </Card>
    </>
  )
}
