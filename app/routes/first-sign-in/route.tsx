import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Steps } from '~/components/list-tools'
import { PageHeader, Stack } from '~/components/page-header'
import { PublicShell } from '~/components/shell/public-shell'
import { titled } from '~/components/titled'
import { contactFor } from '~/domain/access/contact.queries.server'
import { standingOf } from '~/domain/access/standing.queries.server'
import { currentConsent } from '~/domain/accounts/consent'
import { ownDetails } from '~/domain/accounts/own-account.queries.server'
import { sessionFor } from '~/domain/accounts/sessions.server'
import { actorFor } from '~/http/actor.server'
import { browserOf } from '~/http/browser.server'
import { redirectWith } from '~/http/flash.server'
import { readFields } from '~/http/forms.server'
import { found } from '~/http/found.server'
import { useWords, wordsFor } from '~/i18n'
import { localeFor } from '~/i18n/request.server'
import { paths } from '~/paths'
import { answerCode, answerConsent, answerDoubt, answerPassword } from './answers.server'
import { CodeStep, ConsentStep, DetailsStep, PasswordStep } from './steps'
import { words } from './words'

export const meta = titled(words, (t) => t.title)

/** Where somebody stands: no session yet, not agreed yet, or asked to look at their details. */
export async function loader({ request }: LoaderFunctionArgs) {
  const session = await sessionFor(request)
  if (!session) return { version: null, details: null, contact: null }
  const actor = found(await actorFor(request))
  const contact = await contactFor(actor, await standingOf(actor))
  if (!session.consented) return { version: currentConsent, details: null, contact }
  if (new URL(request.url).searchParams.get('step') !== 'details') throw redirect(paths.home())
  const own = found(await ownDetails(actor))
  const { name, number, telephone, keys } = own
  return { version: null, details: { name, number, telephone, keys }, contact }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const fields = await readFields(request)
  const step = fields.get('step')
  if (step === 'consent') {
    const actor = await actorFor(request)
    if (!actor) throw redirect(paths.signIn())
    return answerConsent(request, fields, actor)
  }
  if (step === 'details') {
    throw await redirectWith(paths.home(), { text: wordsFor(localeFor(request), words).welcome })
  }
  if (step === 'doubt') return answerDoubt(request, fields)
  const browser = browserOf(request, context)
  return step === 'password' ? answerPassword(request, fields, browser) : answerCode(request, fields, browser)
}

export default function FirstSignIn() {
  const { version, details, contact } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  const t = useWords(words)
  const opened = version || details ? null : form?.opened
  const current = details ? 3 : version ? 2 : opened ? 1 : 0
  return (
    <PublicShell quiet contact={opened?.contact ?? contact}>
      <Stack>
        <PageHeader title={t.title} />
        <Steps items={[t.steps.code, t.steps.password, t.steps.consent, t.steps.details]} current={current} />
        {details ? (
          <DetailsStep details={details} form={form} />
        ) : version ? (
          <ConsentStep version={version} form={form} />
        ) : opened ? (
          <PasswordStep code={opened.code} name={opened.name} form={form} />
        ) : (
          <CodeStep form={form} />
        )}
      </Stack>
    </PublicShell>
  )
}
