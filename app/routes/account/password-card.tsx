import { Form } from '@remix-run/react'
import { NewPassword } from '~/components/account/new-password'
import { SubmitButton } from '~/components/button'
import { Card } from '~/components/card'
import { Field } from '~/components/field'
import { FormErrors } from '~/components/form-errors'
import type { FormState } from '~/components/form-state'
import { useWords } from '~/i18n'
import { words } from './words'

export function PasswordCard({ name, form }: { name: string; form: FormState }) {
  const t = useWords(words)
  return (
    <Card title={t.password}>
      <p className="muted mb-3">{t.passwordNote}</p>
      <Form method="post" className="flex flex-col gap-4">
        <FormErrors
          form={form}
          labels={{ oldPassword: t.old, password: t.newPassword, passwordAgain: t.again }}
        />
        {/* For password keepers, which want to know whose password it is. */}
        <input type="text" name="username" defaultValue={name} autoComplete="username" hidden readOnly />
        <Field
          name="oldPassword"
          type="password"
          label={t.old}
          form={form}
          required
          maxLength={500}
          autoComplete="current-password"
        />
        <NewPassword form={form} />
        <SubmitButton look="ghost">{t.change}</SubmitButton>
      </Form>
    </Card>
  )
}
