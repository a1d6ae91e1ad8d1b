import { Form } from '@remix-run/react'
import { Button, LinkButton, SubmitButton } from '~/components/button'
import { Card } from '~/components/card'
import { Field, Select } from '~/components/field'
import { FormKey } from '~/components/form-errors'
import type { FormState } from '~/components/form-state'
import { Fold } from '~/components/tools'
import { useWords } from '~/i18n'
import { paths } from '~/paths'
import { words } from './words'

/** What can be done next: each leads to a page that shows what it would do before it does it. */
export function Actions({
  cohortId,
  ready,
  rest,
  decided,
  organisations,
  format,
  next,
  form,
}: {
  cohortId: string
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
          <LinkButton to={paths.decide(cohortId, 'completed')} wide>
            {t.confirm(ready)}
          </LinkButton>
        )}
        {rest > 0 && (
          <LinkButton to={paths.decide(cohortId, 'not-completed')} look="quiet" size="small" wide>
            {t.close(rest)}
          </LinkButton>
        )}
      </Card>
      <Card title={t.issueTitle}>
        <p className="muted mb-3">{decided ? t.next(next) : t.noneDecided}</p>
        {decided > 0 && (
          <LinkButton to={paths.issueCertificates(cohortId)} wide>
            {t.issue(decided)}
          </LinkButton>
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
          <Form method="get" action={paths.issueReport(cohortId)} className="flex flex-col gap-3">
            <Select
              name="organisation"
              label={t.reportFor}
              options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
              defaultValue={organisations[0]!.id}
              required
            />
            <Button type="submit" look="ghost">
              {t.report}
            </Button>
          </Form>
        )}
      </Card>
    </>
  )
}
