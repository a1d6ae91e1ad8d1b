import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { SubmitButton } from '~/components/button'
import { Field } from '~/components/field'
import { FormErrors } from '~/components/form-errors'
import { PageHeader, Stack } from '~/components/page-header'
import { PublicShell } from '~/components/shell/public-shell'
import { titled } from '~/components/titled'
import { demonstration, signInToDemonstration } from '~/domain/accounts/demonstration.server'
import { signIn } from '~/domain/accounts/sign-in.server'
import { actorFor, visitor } from '~/http/actor.server'
import { browserOf, mayDemonstrate, signedIn } from '~/http/browser.server'
import { parseFields, readFields } from '~/http/forms.server'
import { refused } from '~/http/found.server'
import { localPath } from '~/http/local-path'
import { useWords, wordsFor } from '~/i18n'
import { localeFor } from '~/i18n/request.server'
import { paths } from '~/paths'
import { Demonstration } from './demonstration'
import { SignInForm } from './sign-in.schema'
import { words } from './words'

export const meta = titled(words, (t) => t.title)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const to = localPath(new URL(request.url).searchParams.get('to'), paths.home())
  if (await actorFor(request)) throw redirect(to)
  const shown = mayDemonstrate(context) ? await demonstration(visitor()) : null
  const locale = localeFor(request)
  return {
    to,
    demonstration: shown && {
      past: shown.past ? shown.anchor : null,
      people: shown.people.map(({ note, ...person }) => ({ ...person, note: note?.[locale] ?? null })),
    },
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const locale = localeFor(request)
  const t = wordsFor(locale, words)
  const fields = await readFields(request)
  const to = localPath(fields.get('to'), paths.home())
  const browser = browserOf(request, context)

  const personId = fields.get('person')
  if (personId !== null && mayDemonstrate(context)) {
    const started = await signInToDemonstration(visitor(), personId, browser)
    if ('refused' in started) return refused(t.absent)
    throw redirect(paths.home(), { headers: signedIn(started) })
  }

  const form = parseFields(fields, SignInForm, locale)
  if (form.errors) return data(form, { status: 400 })
  const started = await signIn(visitor(), form.values, browser)
  if ('refused' in started) {
    const { typed } = form
    if (started.refused === 'too-many') return refused(t.tooMany(started.minutes), { status: 429, typed })
    if (started.refused === 'too-busy') return refused(t.tooBusy, { status: 503, typed })
    return refused(t.wrong, { status: 400, typed })
  }
  throw redirect(to, { headers: signedIn(started) })
}

export default function SignIn() {
  const { to, demonstration: shown } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  const t = useWords(words)
  return (
    <PublicShell quiet>
      <Stack>
        <PageHeader title={t.title} />
        <Form method="post" className="flex flex-col gap-4">
          <FormErrors form={form} labels={{ name: t.name, password: t.password }} />
          <input type="hidden" name="to" value={to} />
          <Field
            name="name"
            label={t.name}
            form={form}
            required
            maxLength={200}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
          />
          <Field
            name="password"
            type="password"
            label={t.password}
            form={form}
            required
            maxLength={500}
            autoComplete="current-password"
          />
          <SubmitButton wide>{t.signIn}</SubmitButton>
        </Form>
        <div className="flex flex-wrap justify-between gap-x-6">
          <Link to={paths.firstSignIn()} className="link inline-flex min-h-11 items-center">
            {t.first}
          </Link>
          <Link to={paths.forgotten()} className="link inline-flex min-h-11 items-center">
            {t.forgotten}
          </Link>
        </div>
        {shown && <Demonstration {...shown} />}
      </Stack>
    </PublicShell>
  )
}
