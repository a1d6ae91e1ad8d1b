import { DoubtForm } from '~/components/account/doubt-form'
import { Card } from '~/components/card'
import { Facts } from '~/components/facts'
import type { FormState } from '~/components/form-state'
import { Notice } from '~/components/notice'
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
  const lines = [
    { label: t.name, value: own.name },
    { label: t.number, value: own.number ?? t.noNumber },
    { label: t.telephone, value: own.telephone ?? t.noTelephone },
    ...own.keys.map((key) => ({ label: t.keys, value: `${kinds[key.kind]} ${key.masked}` })),
  ]
  if (own.consent) {
    const day = formatDate(own.consent.at, 'Asia/Shanghai', locale)
    lines.push({ label: t.consent, value: t.consentGiven(own.consent.version, day) })
  }
  return (
    <Card title={t.details}>
      <Facts lines={lines} />
      {own.doubt && (
        <div className="mt-3">
          <Notice tone="amber" title={t.doubt}>
            {own.doubt}
          </Notice>
        </div>
      )}
      <div className="mt-3">
        <DoubtForm form={form} />
      </div>
    </Card>
  )
}
