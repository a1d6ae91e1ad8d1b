import { Form } from '@remix-run/react'
import { LinkButton, SubmitButton } from '~/components/button'
import { FormKey } from '~/components/form-errors'
import { Notice } from '~/components/notice'
import { useWords } from '~/i18n'
import { asking, paths } from '~/paths'
import { words } from './words'

/** Asks whether the groups are to be confirmed though some have no mentor. */
export function ConfirmNotice({ id, total, unmentored }: { id: string; total: number; unmentored: number }) {
  const t = useWords(words)
  return (
    <Notice tone="red" title={t.askTitle(unmentored, total)}>
      <p className="text-ink">{t.askText}</p>
      <Form method="post" className="mt-2 flex flex-wrap gap-2.5">
        <FormKey of="confirm-anyway" />
        <input type="hidden" name="unmentored" value={unmentored} />
        <SubmitButton name="intent" value="confirm" look="danger">
          {t.confirmAnyway(total)}
        </SubmitButton>
        <LinkButton look="ghost" to={asking(paths.cohortGroups(id), { alone: 'on' })}>
          {t.seeAlone}
        </LinkButton>
      </Form>
    </Notice>
  )
}
