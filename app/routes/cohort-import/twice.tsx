import { Form } from '@remix-run/react'
import { LinkButton, SubmitButton } from '~/components/button'
import { FormKey } from '~/components/form-errors'
import { Notice } from '~/components/notice'
import { useWords } from '~/i18n'
import { asking, paths } from '~/paths'
import type { Check } from './checked-roster'
import { words } from './words'

/** Asks what becomes of those who learn the same programme in another running cohort, and agrees to the roster with it. */
export function Twice({
  id,
  importId,
  ready,
  twice,
}: {
  id: string
  importId: string
  ready: number
  twice: NonNullable<Check['twice']>
}) {
  const t = useWords(words)
  return (
    <Notice tone="red" title={t.twice(twice.people)}>
      <ul>
        {twice.cohorts.map(({ title, people }) => (
          <li key={title}>{t.twiceIn(title, people)}</li>
        ))}
      </ul>
      <p className="mt-1 text-ink">{t.twiceText}</p>
      <Form method="post" className="mt-3 flex flex-wrap gap-2.5">
        <FormKey of="agree" />
        <input type="hidden" name="intent" value="agree" />
        <input type="hidden" name="shown" value={twice.shown} />
        {ready > twice.people && (
          <SubmitButton name="twice" value="left-out">
            {t.leaveOut(ready - twice.people, twice.people)}
          </SubmitButton>
        )}
        <SubmitButton name="twice" value="enrolled" look="danger">
          {t.enrolTwice(ready, twice.people)}
        </SubmitButton>
        <LinkButton look="quiet" to={asking(paths.rosterImport(id, importId), { show: 'elsewhere' })}>
          {t.filters.elsewhere}
        </LinkButton>
      </Form>
    </Notice>
  )
}
