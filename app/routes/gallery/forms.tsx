import { Form, useActionData } from '@remix-run/react'
import { SubmitButton } from '~/components/button'
import { Card } from '~/components/card'
import { Checkbox, Choices } from '~/components/choice'
import { Field, Select } from '~/components/field'
import { FormErrors, FormKey } from '~/components/form-errors'
import { KeptText } from '~/components/kept-text'
import { Steps } from '~/components/list-tools'
import { Notice } from '~/components/notice'
import { PageHeader, Stack } from '~/components/page-header'
import { PublicShell } from '~/components/shell/public-shell'
import { CopyButton, FilePicker, Fold, TypedConfirmation } from '~/components/tools'
import { useWords } from '~/i18n'
import { contact } from './people'
import type { action } from './route'
import { words } from './words'

/** All that can be filled in, with its mistakes. */
export function Forms() {
  const t = useWords(words)
  const form = useActionData<typeof action>()
  return (
    <PublicShell contact={contact}>
      <PageHeader over={t.cohort} title={t.form} />
      <Steps items={[t.step1, t.step2, t.step3]} current={1} />
      <Notice tone="amber" title={t.noticeTitle}>
        {t.notice}
      </Notice>
      <Form method="post" className="flex flex-col gap-4">
        <FormErrors form={form} labels={{ phone: t.phone, name: t.name }} />
        <FormKey />
        <Field name="name" label={t.name} form={form} required />
        <Field name="phone" label={t.phone} hint={t.phoneHint} form={form} inputMode="tel" required={false} />
        <Select
          name="unit"
          label={t.unit}
          form={form}
          options={[
            { value: '1', label: '金滩镇' },
            { value: '2', label: '大名镇' },
          ]}
        />
        <KeptText name="note" label={t.note} place="/gallery" form={form} />
        <Choices
          name="answer"
          legend={t.question}
          many
          defaultValue={['a', 'b']}
          options={[
            { value: 'a', label: t.answerA },
            { value: 'b', label: t.answerB },
            { value: 'c', label: t.answerC, note: t.quizLock },
          ]}
        />
        <FilePicker
          name="photo"
          label={t.photo}
          hint={t.photoHint}
          accept="image/*"
          maxBytes={5_000_000}
          form={form}
        />
        <Checkbox name="agree" label={t.agree} form={form} />
        <SubmitButton wide>{t.save}</SubmitButton>
      </Form>
      <Fold label={t.withdraw}>
        <Card>
          <Stack>
            <TypedConfirmation word={t.withdraw} />
            <SubmitButton look="danger">{t.withdraw}</SubmitButton>
          </Stack>
        </Card>
      </Fold>
      <CopyButton text="0123" />
    </PublicShell>
  )
}
