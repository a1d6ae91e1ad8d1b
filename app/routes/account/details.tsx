import { Form } from '@remix-run/react'
import { SubmitButton } from '~/components/button'
import { Card } from '~/components/card'
import { TextArea } from '~/components/field'
import { FormErrors } from '~/components/form-errors'
import type { FormState } from '~/components/form-state'
import { Notice } from '~/components/notice'
import { Fold } from '~/components/tools'
import { useLocale, useWords } from '~/i18n'
import { formatDate } from '~/i18n/format'
import { words } from './words'

export type Own = {
  name: string
  number: string | null
  telephone: string | null
  keys: { kind: string; masked: string }[]
  doubt: string | null
  consent: { version: string; at: string } | null
}

export function Details({ own, form }: { own: Own; form: FormState }) {
  const t = useWords(words)
  const locale = useLocale()
  const kinds: Record<string, string> = t.kinds
  const lines: [string, string][] = [
    [t.name, own.name],
    [t.number, own.number ?? t.noNumber],
    [t.telephone, own.telephone ?? t.noTelephone],
    ...own.keys.map((key): [string, string] => [t.keys, `${kinds[key.kind]} ${key.masked}`]),
  ]
  if (own.consent) {
    const day = formatDate(own.consent.at, 'Asia/Shanghai', locale)
    lines.push([t.consent, t.consentGiven(own.consent.version, day)])
  }
  return (
    <Card title={t.details}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-2">
        {lines.map(([label, value]) => (
          <div key={label + value} className="contents">
            <dt className="text-ink-2">{label}</dt>
            <dd className="tabular-nums break-words">{value}</dd>
          </div>
        ))}
      </dl>
      {own.doubt && (
        <div className="mt-3">
          <Notice tone="amber" title={t.doubt}>
            {own.doubt}
          </Notice>
        </div>
      )}
      <div className="mt-3">
        <Fold label={t.wrong} look="quiet" open={Boolean(form?.errors)}>
          <Form method="post" className="flex flex-col gap-4">
            <FormErrors form={form} labels={{ message: t.message }} />
            <TextArea
              name="message"
              label={t.message}
              hint={t.messageHint}
              form={form}
              required
              maxLength={500}
              rows={3}
            />
            <SubmitButton look="ghost">{t.send}</SubmitButton>
          </Form>
        </Fold>
      </div>
    </Card>
  )
}
