import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { LinkButton, SubmitButton } from '~/components/button'
import { Card } from '~/components/card'
import { FormErrors } from '~/components/form-errors'
import { Notice } from '~/components/notice'
import { PageHeader, Stack } from '~/components/page-header'
import { titled } from '~/components/titled'
import { CopyButton } from '~/components/tools'
import { personToHelp } from '~/domain/access/person.access.server'
import { writtenCode } from '~/domain/accounts/code'
import { giveNewCode } from '~/domain/accounts/codes.server'
import { requireActor } from '~/http/actor.server'
import { found, refused } from '~/http/found.server'
import { parseId } from '~/http/ids.server'
import { localPath } from '~/http/local-path'
import { useLocale, useWords, wordsFor } from '~/i18n'
import { formatDateTime } from '~/i18n/format'
import { localeFor } from '~/i18n/request.server'
import { words } from './words'

export const meta = titled(words, (t) => t.title)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const { name, whole } = found(await personToHelp(actor, parseId(params.personId)))
  const back = localPath(new URL(request.url).searchParams.get('back'), '')
  return { name, whole, back }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const person = found(await personToHelp(actor, parseId(params.personId)))
  const t = wordsFor(localeFor(request), words)
  const given = await giveNewCode(actor, person.accountId)
  if ('refused' in given) {
    return refused(given.refused === 'yourself' ? t.yourself : t.administrator(person.name))
  }
  return data({
    given: { code: writtenCode(given.code), until: given.expiresAt.toISOString() },
    refused: null,
  })
}

export default function NewCode() {
  const { name, whole, back } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  const t = useWords(words)
  const locale = useLocale()
  const given = form && 'given' in form ? form.given : null
  return (
    <Stack>
      <PageHeader over={name} title={t.title} />
      <FormErrors form={form} />
      {given ? (
        <Card title={t.code}>
          <p className="my-3 font-mono text-3xl font-semibold tracking-[0.1em]">{given.code}</p>
          <p className="max-w-[40em]">{t.tell(name)}</p>
          <p className="muted mt-1 mb-3">{t.until(formatDateTime(given.until, 'Asia/Shanghai', locale))}</p>
          <CopyButton text={given.code} label={t.copy} />
        </Card>
      ) : whole ? (
        <Card>
          <p>{t.lead(name)}</p>
          <p className="muted mt-1 mb-4 max-w-[40em]">{t.note}</p>
          <Form method="post">
            <SubmitButton>{t.give}</SubmitButton>
          </Form>
        </Card>
      ) : (
        <Notice>{t.administrator(name)}</Notice>
      )}
      {back !== '' && (
        <div>
          <LinkButton to={back} look="quiet">
            {t.back}
          </LinkButton>
        </div>
      )}
    </Stack>
  )
}
