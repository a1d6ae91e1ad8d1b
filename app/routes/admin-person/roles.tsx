import { Form } from '@remix-run/react'
import { SubmitButton } from '~/components/button'
import { Card, Row, Rows } from '~/components/card'
import { Field, Select } from '~/components/field'
import type { FormState } from '~/components/form-state'
import { Fold } from '~/components/tools'
import { useLocale, useWords } from '~/i18n'
import { formatDate } from '~/i18n/format'
import { words } from './words'

export type Grant = {
  id: string
  role: 'administrator' | 'manager' | 'bureau-officer'
  at: string | null
  by: string | null
  from: string
  until: string | null
}

const zone = 'Asia/Shanghai'

export function Roles({ grants, form }: { grants: Grant[]; form: FormState }) {
  const t = useWords(words)
  const locale = useLocale()
  const day = (instant: string) => formatDate(instant, zone, locale)
  return (
    <Card title={t.rolesTitle}>
      {grants.length === 0 && <p className="muted mb-2">{t.noRoles}</p>}
      <Rows>
        {grants.map((grant) => (
          <Row
            key={grant.id}
            faded={grant.until !== null}
            title={[t.roles[grant.role], grant.at].filter(Boolean).join(' · ')}
            note={
              grant.until ? t.ended(day(grant.from), day(grant.until)) : t.since(day(grant.from), grant.by)
            }
            end={
              grant.until === null && (
                <Form method="post">
                  <input type="hidden" name="grant" value={grant.id} />
                  <SubmitButton look="danger" size="small" name="intent" value="end">
                    {t.end}
                  </SubmitButton>
                </Form>
              )
            }
          />
        ))}
      </Rows>
      <div className="mt-3">
        <Fold label={t.grant} open={Boolean(form?.errors?.organisation || form?.typed?.organisation)}>
          <Form method="post" className="flex flex-col gap-3">
            <Select
              name="role"
              label={t.role}
              form={form}
              required
              options={Object.entries(t.roles).map(([value, label]) => ({ value, label }))}
              defaultValue="manager"
            />
            <Field name="organisation" label={t.code} hint={t.codeHint} form={form} maxLength={40} />
            <SubmitButton name="intent" value="grant">
              {t.grant}
            </SubmitButton>
          </Form>
        </Fold>
      </div>
    </Card>
  )
}
