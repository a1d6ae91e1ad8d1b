import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useWords } from '~/i18n'
import { type ButtonLook, LinkButton, SubmitButton } from './button'
import { FormKey } from './form-errors'
import { words } from './words'

/**
 * The press that does what the page above it shows. `shown` names that, so that nothing is done which nobody has seen;
 * `back` leads away with nothing done. The action answers a change since by leading here anew.
 */
export function ConfirmForm({
  shown,
  label,
  look,
  back,
  children,
}: {
  shown: string
  label: ReactNode
  look?: ButtonLook
  back: string
  children?: ReactNode
}) {
  const t = useWords(words)
  return (
    <Form method="post" className="flex flex-col gap-4">
      <FormKey of="confirm" />
      <input type="hidden" name="shown" value={shown} />
      {children}
      <div className="flex flex-wrap gap-2.5">
        <SubmitButton look={look}>{label}</SubmitButton>
        <LinkButton look="quiet" to={back}>
          {t.notYet}
        </LinkButton>
      </div>
    </Form>
  )
}
