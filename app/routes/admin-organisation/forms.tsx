import { Form } from '@remix-run/react'
import { SubmitButton } from '~/components/button'
import { Card } from '~/components/card'
import { Field } from '~/components/field'
import type { FormState } from '~/components/form-state'
import { useLocale, useWords } from '~/i18n'
import { formatList } from '~/i18n/format'
import { words } from './words'

export function OtherNames({ names, form }: { names: string[]; form: FormState }) {
  const t = useWords(words)
  const locale = useLocale()
  return (
    <Card title={t.otherNames}>
      <p className="muted mb-2">{t.otherNamesNote}</p>
      {names.length > 0 && <p className="mb-3">{formatList(names, locale)}</p>}
      <Form method="post" className="flex flex-col gap-3">
        <Field name="otherName" label={t.otherName} form={form} required maxLength={100} />
        <SubmitButton look="ghost" name="intent" value="name">
          {t.add}
        </SubmitButton>
      </Form>
    </Card>
  )
}

export type Contact = {
  contactName: string | null
  contactTelephone: string | null
  contactHours: string | null
}

export function ContactForm({ contact, form }: { contact: Contact; form: FormState }) {
  const t = useWords(words)
  return (
    <Card title={t.contact}>
      <Form method="post" className="flex flex-col gap-3">
        <Field
          name="contactName"
          label={t.contactName}
          form={form}
          defaultValue={contact.contactName ?? ''}
          required
          maxLength={50}
        />
        <Field
          name="contactTelephone"
          label={t.contactTelephone}
          form={form}
          type="tel"
          defaultValue={contact.contactTelephone ?? ''}
          required
          maxLength={40}
        />
        <Field
          name="contactHours"
          label={t.contactHours}
          hint={t.hoursHint}
          form={form}
          defaultValue={contact.contactHours ?? ''}
          maxLength={100}
        />
        <SubmitButton look="ghost" name="intent" value="contact">
          {t.save}
        </SubmitButton>
      </Form>
    </Card>
  )
}

export function Move({ form }: { form: FormState }) {
  const t = useWords(words)
  return (
    <Card title={t.move}>
      <p className="muted mb-2">{t.moveNote}</p>
      <Form method="post" className="flex flex-col gap-3">
        <Field name="parentCode" label={t.parentCode} hint={t.parentHint} form={form} maxLength={40} />
        <SubmitButton look="ghost" name="intent" value="move">
          {t.moveIt}
        </SubmitButton>
      </Form>
    </Card>
  )
}
