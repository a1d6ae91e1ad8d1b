import { Form } from '@remix-run/react'
import { LinkButton, SubmitButton } from '~/components/button'
import { Card } from '~/components/card'
import { Facts } from '~/components/facts'
import { Field } from '~/components/field'
import type { FormState } from '~/components/form-state'
import { useLocale, useWords } from '~/i18n'
import { formatDate, formatList } from '~/i18n/format'
import { paths } from '~/paths'
import { words } from './words'

export type Shown = {
  id: string
  name: string
  formerNames: string[]
  number: string | null
  telephone: string | null
  firstSignedInAt: string | null
  sessions: number
  keys: { kind: string; masked: string }[]
}

export function Details({ person }: { person: Shown }) {
  const t = useWords(words)
  const locale = useLocale()
  const lines = [
    { label: t.name, value: person.name },
    { label: t.number, value: person.number ?? t.none },
    { label: t.telephone, value: person.telephone ?? t.none },
    ...(person.formerNames.length
      ? [{ label: t.former, value: formatList(person.formerNames, locale) }]
      : []),
  ]
  return (
    <Card title={t.details}>
      <Facts lines={lines} />
    </Card>
  )
}

export function SignInCard({ person, self }: { person: Shown; self: string }) {
  const t = useWords(words)
  const locale = useLocale()
  const first = person.firstSignedInAt
  return (
    <Card title={t.signIn}>
      <p>{first ? t.first(formatDate(first, 'Asia/Shanghai', locale)) : t.never}</p>
      <p className="muted">{person.keys.map((key) => key.masked).join('  ')}</p>
      {person.sessions > 0 && <p className="muted">{t.sessions(person.sessions)}</p>}
      {person.id !== self && (
        <div className="mt-3 flex flex-wrap gap-2.5">
          <LinkButton to={paths.newCode(person.id, paths.person(person.id))} look="ghost" size="small">
            {t.newCode}
          </LinkButton>
          {person.sessions > 0 && (
            <Form method="post">
              <SubmitButton look="danger" size="small" name="intent" value="sessions">
                {t.endSessions}
              </SubmitButton>
            </Form>
          )}
        </div>
      )}
    </Card>
  )
}

export function Unmask({ number, form }: { number: string | null; form: FormState }) {
  const t = useWords(words)
  return (
    <Card title={t.unmask}>
      {number ? (
        <p className="text-lg tabular-nums break-all">{number}</p>
      ) : (
        <Form method="post" className="flex flex-col gap-3">
          <Field name="reason" label={t.reason} hint={t.reasonHint} form={form} required maxLength={200} />
          <SubmitButton look="ghost" name="intent" value="unmask">
            {t.show}
          </SubmitButton>
        </Form>
      )}
    </Card>
  )
}

export function Correct({ form }: { form: FormState }) {
  const t = useWords(words)
  return (
    <Card title={t.correct}>
      <p className="muted mb-3">{t.correctNote}</p>
      <div className="flex flex-col gap-4">
        <Form method="post" className="flex flex-col gap-3">
          <Field name="name" label={t.correctName} form={form} required maxLength={100} />
          <SubmitButton look="ghost" name="intent" value="name">
            {t.save}
          </SubmitButton>
        </Form>
        <Form method="post" className="flex flex-col gap-3">
          <Field name="number" label={t.correctNumber} form={form} required maxLength={40} />
          <SubmitButton look="ghost" name="intent" value="number">
            {t.save}
          </SubmitButton>
        </Form>
      </div>
    </Card>
  )
}
