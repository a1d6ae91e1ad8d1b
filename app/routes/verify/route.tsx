import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { SubmitButton } from '~/components/button'
import { Card, EmptyState } from '~/components/card'
import { Field } from '~/components/field'
import { PageHeader, Stack } from '~/components/page-header'
import { PublicShell } from '~/components/shell/public-shell'
import { titled } from '~/components/titled'
import { contactOfSite } from '~/domain/access/contact.queries.server'
import { verifyCertificate } from '~/domain/certificates/verify.queries.server'
import { visitor } from '~/http/actor.server'
import { found } from '~/http/found.server'
import { useWords } from '~/i18n'
import { asking, paths } from '~/paths'
import { CompareFile, type Comparison } from './compare-file'
import { comparedUpload } from './compared-upload.server'
import { VerifiedCard } from './verified-card'
import { words } from './words'

export const meta = titled(words, (t) => t.title)

/** Number and code from the path and the query of an address, or from the form, which asks by GET. */
function askedIn(request: Request, named: string | undefined) {
  const asked = new URL(request.url).searchParams
  return { number: (named ?? asked.get('number') ?? '').trim(), token: (asked.get('token') ?? '').trim() }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = askedIn(request, params.number)
  if (!params.number && asked.number) {
    throw redirect(asking(paths.verifyNumber(asked.number), { token: asked.token }))
  }
  const actor = visitor()
  const [verified, contact] = await Promise.all([
    asked.number ? verifyCertificate(actor, asked) : null,
    contactOfSite(actor),
  ])
  return { ...asked, verified, contact, checkedAt: actor.at.toISOString() }
}

/** Without JavaScript the file comes here to be compared, and goes again. */
export async function action({ request, params }: ActionFunctionArgs): Promise<{ comparison: Comparison }> {
  const asked = askedIn(request, params.number)
  const verified = found(await verifyCertificate(visitor(), asked))
  return { comparison: await comparedUpload(request, verified.files) }
}

export default function Verify() {
  const { number, token, verified, contact, checkedAt } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const t = useWords(words)
  return (
    <PublicShell contact={contact}>
      <Stack>
        <PageHeader over={verified?.facts?.issuer} title={verified ? t.states[verified.state] : t.title} />
        {verified && <VerifiedCard verified={verified} checkedAt={checkedAt} />}
        {verified && (
          <CompareFile key={verified.number} files={verified.files} sent={sent?.comparison ?? null} />
        )}
        {!verified && number !== '' && <EmptyState title={t.unknownTitle}>{t.unknown}</EmptyState>}
        {!verified && (
          <Card>
            <p className="muted mb-3">{t.intro}</p>
            <Form method="get" action={paths.verify()} className="flex flex-col gap-4">
              <Field name="number" label={t.number} hint={t.numberHint} defaultValue={number} required />
              <Field
                name="token"
                label={t.code}
                hint={t.codeHint}
                defaultValue={token}
                autoComplete="off"
                required
              />
              <SubmitButton>{t.verify}</SubmitButton>
            </Form>
          </Card>
        )}
      </Stack>
    </PublicShell>
  )
}
