import { Form } from '@remix-run/react'
import { SubmitButton } from '~/components/button'
import { Card } from '~/components/card'
import { Field, Select } from '~/components/field'
import { FormKey } from '~/components/form-errors'
import type { FormState } from '~/components/form-state'
import { Fold } from '~/components/tools'
import { useLocale, useWords } from '~/i18n'
import { formatDate } from '~/i18n/format'
import { paths } from '~/paths'
import { words } from './words'

/** Three forms of the page ask for a reason: the field of the one that was sent. */
export function idOf(name: string, intent: string | undefined) {
  if (name !== 'reason') return `field-${name}`
  return intent === 'concession' || intent === 'revoke' ? `${intent}-reason` : 'standing-reason'
}

/** What the page's action answered, where this form was sent. */
function answerTo(form: FormState, ...intents: string[]) {
  return intents.includes(form?.typed?.intent ?? '') ? form : undefined
}

export function ConcessionForm({
  activities,
  form,
}: {
  activities: { id: string; title: string }[]
  form: FormState
}) {
  const t = useWords(words)
  const mine = answerTo(form, 'concession')
  return (
    <div className="py-3">
      <Fold label={t.give} open={mine !== undefined}>
        <Form method="post" className="flex flex-col gap-4">
          <FormKey of="concession" />
          <Select
            name="kind"
            label={t.kind}
            form={mine}
            defaultValue="later"
            options={(['later', 'attempt', 'exemption'] as const).map((value) => ({
              value,
              label: t.kinds[value],
            }))}
            required
          />
          <Select
            name="activityId"
            label={t.activity}
            form={mine}
            defaultValue=""
            options={[
              { value: '', label: t.allActivities },
              ...activities.map(({ id, title }) => ({ value: id, label: title })),
            ]}
          />
          <Field
            name="until"
            type="date"
            label={t.untilLabel}
            hint={t.untilHint}
            form={mine}
            required={false}
          />
          <Field name="reason" id="concession-reason" label={t.reason} form={mine} maxLength={500} required />
          <SubmitButton name="intent" value="concession">
            {t.give}
          </SubmitButton>
        </Form>
      </Fold>
    </div>
  )
}

type Certificate = {
  id: string
  number: string
  revoked: { at: string; reason: string } | null
  supersededBy: string | null
}

export function DecisionForms({
  decision,
  certificates,
  timeZone,
  form,
}: {
  decision: { verdict: string; distinction: boolean; by: string; at: string } | null
  certificates: Certificate[]
  timeZone: string
  form: FormState
}) {
  const t = useWords(words)
  const mine = answerTo(form, 'revoke')
  const locale = useLocale()
  const day = (at: string) => formatDate(at, timeZone, locale)
  const standing = certificates.find((one) => !one.revoked && !one.supersededBy)
  return (
    <Card title={t.decision}>
      <p>
        {decision ? (decision.verdict === 'completed' ? t.completed : t.notCompleted) : t.undecided}
        {decision?.distinction && ` · ${t.distinguished}`}
      </p>
      {decision && <p className="muted">{t.by(decision.by, day(decision.at))}</p>}
      <ul className="mt-2">
        {certificates.map((one) => (
          <li key={one.id} className="py-1">
            <a className="link" href={paths.certificate(one.id)} download>
              {one.number}
            </a>
            {one.revoked && (
              <span className="muted block">{t.revokedFor(day(one.revoked.at), one.revoked.reason)}</span>
            )}
            {one.supersededBy && <span className="muted block">{t.replaced(one.supersededBy)}</span>}
          </li>
        ))}
      </ul>
      <Form method="post" className="mt-3 flex flex-col gap-2">
        <FormKey of="decision" />
        <SubmitButton name="intent" value="decide" size="small">
          {t.decide}
        </SubmitButton>
        <SubmitButton name="intent" value="issue" size="small" look="ghost">
          {t.issue}
        </SubmitButton>
        <SubmitButton name="intent" value="not-completed" size="small" look="quiet">
          {t.decideNot}
        </SubmitButton>
      </Form>
      {standing && (
        <Fold label={t.revoke} look="quiet" open={mine !== undefined}>
          <Form method="post" className="flex flex-col gap-3">
            <FormKey of="revoke" />
            <input type="hidden" name="certificateId" value={standing.id} />
            <Field name="reason" id="revoke-reason" label={t.reason} form={mine} maxLength={500} required />
            <SubmitButton name="intent" value="revoke" look="danger">
              {t.revoke}
            </SubmitButton>
          </Form>
        </Fold>
      )}
    </Card>
  )
}

export function StandingForm({ withdrawn, form }: { withdrawn: boolean; form: FormState }) {
  const t = useWords(words)
  const mine = answerTo(form, 'withdraw', 'reinstate')
  const label = withdrawn ? t.reinstate : t.withdraw
  return (
    <Card>
      <Fold label={label} look="quiet" open={mine !== undefined}>
        <Form method="post" className="flex flex-col gap-3">
          <FormKey of="standing" />
          <Field name="reason" id="standing-reason" label={t.reason} form={mine} maxLength={500} required />
          <SubmitButton
            name="intent"
            value={withdrawn ? 'reinstate' : 'withdraw'}
            look={withdrawn ? 'solid' : 'danger'}
          >
            {label}
          </SubmitButton>
        </Form>
      </Fold>
    </Card>
  )
}
