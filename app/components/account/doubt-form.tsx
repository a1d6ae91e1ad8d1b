import { Form } from '@remix-run/react'
import { useWords } from '~/i18n'
import { SubmitButton } from '../button'
import { TextArea } from '../field'
import { FormErrors } from '../form-errors'
import type { FormState } from '../form-state'
import { Fold } from '../tools'
import { doubtWords } from './words'

/** For saying that one's own name or number is wrong. `step` is what the page's action knows this form by. */
export function DoubtForm({ step, form }: { step?: string; form: FormState }) {
  const t = useWords(doubtWords)
  return (
    <Fold label={t.wrong} look="quiet" open={Boolean(form?.errors)}>
      <Form method="post" className="flex flex-col gap-4">
        <FormErrors form={form} labels={{ message: t.message }} />
        <TextArea name="message" label={t.message} hint={t.messageHint} form={form} required rows={3} />
        <SubmitButton look="ghost" {...(step && { name: 'step', value: step })}>
          {t.send}
        </SubmitButton>
      </Form>
    </Fold>
  )
}
