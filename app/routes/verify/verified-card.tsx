import { Card } from '~/components/card'
import { Tag } from '~/components/tag'
import type { Verified } from '~/domain/certificates/verify.queries.server'
import { useLocale, useWords } from '~/i18n'
import { formatDate, formatDateTime, formatHours } from '~/i18n/format'
import { words } from './words'

const tones = { valid: 'green', revoked: 'red', superseded: 'amber', expired: 'amber' } as const

export function VerifiedCard({ verified, checkedAt }: { verified: Verified; checkedAt: string }) {
  const t = useWords(words)
  const locale = useLocale()
  const { state, facts, timeZone } = verified
  return (
    <Card>
      <p className="muted mb-2">
        <Tag tone={tones[state]}>{t.tags[state]}</Tag>{' '}
        {t.checked(formatDateTime(checkedAt, timeZone, locale))}
      </p>
      {facts ? (
        <>
          <p className="text-xl font-semibold">{facts.name}</p>
          <p>{t.course((locale === 'en' && facts.programmeEn) || facts.programme, facts.cohort)}</p>
          <p>{t.earned(formatDate(facts.issuedOn, 'UTC', locale), formatHours(facts.hours))}</p>
          {facts.distinguished && <p>{t.distinguished}</p>}
          {facts.expiresOn && <p>{t.expires(formatDate(facts.expiresOn, 'UTC', locale))}</p>}
        </>
      ) : (
        <p>{t.deleted}</p>
      )}
      {verified.revokedAt && (
        <p className="text-red">{t.revokedOn(formatDate(verified.revokedAt, timeZone, locale))}</p>
      )}
      {state === 'superseded' && <p className="text-amber">{t.newer}</p>}
      <p className="muted mt-3 break-all">
        {t.number} {verified.number}
      </p>
    </Card>
  )
}
