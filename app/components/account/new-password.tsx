import { useWords } from '~/i18n'
import { Field } from '../field'
import type { FormState } from '../form-state'
import { passwordWords } from './words'

/** A new password, typed twice. */
export function NewPassword({ form }: { form: FormState }) {
  const t = useWords(passwordWords)
  return (
    <>
      <Field
        name="password"
        type="password"
        label={t.newPassword}
        hint={t.newPasswordHint}
        form={form}
        required
        minLength={8}
        maxLength={128}
        autoComplete="new-password"
      />
      <Field
        name="passwordAgain"
        type="password"
        label={t.again}
        form={form}
        required
        maxLength={128}
        autoComplete="new-password"
      />
    </>
  )
}
