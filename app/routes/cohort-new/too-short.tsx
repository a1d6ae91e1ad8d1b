import { Checkbox } from '~/components/choice'
import type { FormState } from '~/components/form-state'
import { Notice } from '~/components/notice'
import type { Shortfall } from '~/domain/cohorts/shortfall'
import { useLocale, useWords } from '~/i18n'
import { formatDate } from '~/i18n/format'
import { words } from './words'

/** What the action of a form with dates answers where they are too short: a mistake that a tick mends. */
export type ShortAnswer = { shortfall?: Shortfall; shown?: string }

/** Asks whether a cohort is to have dates that its programme does not fit into. */
export function TooShort({ form }: { form: (FormState & ShortAnswer) | null | undefined }) {
  const t = useWords(words)
  const locale = useLocale()
  if (!form?.shortfall) return null
  const { weeks, given, lastDay, never, early } = form.shortfall
  return (
    <Notice
      tone="red"
      title={
        given < weeks ? t.short.title(weeks, given, formatDate(lastDay, 'UTC', locale)) : t.short.titleOpening
      }
    >
      <div className="text-ink">
        {never.length > 0 && (
          <>
            <p>{t.short.never}</p>
            <ul className="list-disc pl-5">
              {never.map((title) => (
                <li key={title}>{title}</li>
              ))}
            </ul>
          </>
        )}
        {early.length > 0 && <p>{t.short.early(early)}</p>}
        <Checkbox
          key={form.shown}
          name="agreed"
          value={form.shown}
          label={t.short.agreed}
          form={{ errors: form.errors }}
        />
      </div>
    </Notice>
  )
}
