import { Form, Link } from '@remix-run/react'
import { DoubtForm } from '~/components/account/doubt-form'
import { NewPassword } from '~/components/account/new-password'
import { LinkButton, SubmitButton } from '~/components/button'
import { Card } from '~/components/card'
import { Checkbox } from '~/components/choice'
import { Facts } from '~/components/facts'
import { Field } from '~/components/field'
import { FormErrors } from '~/components/form-errors'
import type { FormState } from '~/components/form-state'
import { useLocale, useWords } from '~/i18n'
import { paths } from '~/paths'
import { consentText, words } from './words'

export function CodeStep({ form }: { form: FormState }) {
  const t = useWords(words)
  return (
    <>
      <p>{t.codeLead}</p>
      <Form method="post" className="flex flex-col gap-4">
        <FormErrors form={form} labels={{ code: t.code }} />
        <input type="hidden" name="step" value="code" />
        <Field
          name="code"
          label={t.code}
          hint={t.codeHint}
          form={form}
          required
          maxLength={60}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          className="font-mono text-xl tracking-[0.12em] uppercase"
        />
        <SubmitButton wide>{t.next}</SubmitButton>
      </Form>
      <div className="flex flex-wrap justify-between gap-x-6">
        <Link to={paths.forgotten()} className="link inline-flex min-h-11 items-center">
          {t.noCode}
        </Link>
        <Link to={paths.signIn()} className="link inline-flex min-h-11 items-center">
          {t.haveAccount}
        </Link>
      </div>
    </>
  )
}

export function PasswordStep({ code, name, form }: { code: string; name: string; form: FormState }) {
  const t = useWords(words)
  return (
    <>
      <p className="text-lg font-semibold">{t.greeting(name)}</p>
      <Form method="post" className="flex flex-col gap-4">
        <FormErrors form={form} labels={{ password: t.newPassword, passwordAgain: t.again }} />
        <input type="hidden" name="step" value="password" />
        <input type="hidden" name="code" value={code} />
        <NewPassword form={form} />
        <SubmitButton wide>{t.save}</SubmitButton>
      </Form>
      <LinkButton to={paths.firstSignIn()} look="quiet" reloadDocument>
        {t.notMe}
      </LinkButton>
    </>
  )
}

export function ConsentStep({ version, form }: { version: string; form: FormState }) {
  const t = useWords(words)
  const text = consentText[useLocale()]
  return (
    <Form method="post" className="flex flex-col gap-4">
      <FormErrors form={form} labels={{ agreed: t.agree }} />
      <Card title={t.consentTitle} aside={t.consentVersion(version)}>
        <div className="prose flex flex-col gap-3">
          {text.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      </Card>
      <input type="hidden" name="step" value="consent" />
      <input type="hidden" name="version" value={version} />
      <Checkbox name="agreed" label={t.agree} hint={t.agreeNeeded} form={form} required />
      <SubmitButton wide>{t.next}</SubmitButton>
    </Form>
  )
}

export type Details = {
  name: string
  number: string | null
  telephone: string | null
  keys: { kind: string; masked: string }[]
}

export function DetailsStep({ details, form }: { details: Details; form: FormState }) {
  const t = useWords(words)
  const lines = [
    { label: t.name, value: <span className="text-lg font-semibold">{details.name}</span> },
    { label: t.number, value: details.number ?? t.noNumber },
    ...(details.telephone ? [{ label: t.telephone, value: details.telephone }] : []),
  ]
  return (
    <>
      <Card title={t.detailsTitle}>
        <p className="muted mb-2">{t.detailsLead}</p>
        <Facts lines={lines} />
        {details.keys.length > 0 && (
          <p className="muted mt-3">{t.keysNote(details.keys.map((key) => key.masked))}</p>
        )}
      </Card>
      <Form method="post">
        <SubmitButton name="step" value="details" wide>
          {t.right}
        </SubmitButton>
      </Form>
      <DoubtForm step="doubt" form={form} />
    </>
  )
}
