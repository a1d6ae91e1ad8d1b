import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { SubmitButton } from '~/components/button'
import { Card, Row, Rows } from '~/components/card'
import { Icon } from '~/components/icon'
import { PageHeader, Stack, TwoColumns } from '~/components/page-header'
import { SignOut } from '~/components/sign-out'
import { Tag } from '~/components/tag'
import { titled } from '~/components/titled'
import { ownDetails } from '~/domain/accounts/own-account.queries.server'
import { sessionFor, sessionsOf } from '~/domain/accounts/sessions.server'
import { requireActor } from '~/http/actor.server'
import { browserOf } from '~/http/browser.server'
import { readFields } from '~/http/forms.server'
import { found } from '~/http/found.server'
import { useLocale, useWords } from '~/i18n'
import { formatWhen } from '~/i18n/format'
import { paths } from '~/paths'
import { answerDoubt, answerPassword, answerSession } from './answers.server'
import { Details } from './details'
import { PasswordCard } from './password-card'
import { words } from './words'

export const meta = titled(words, (t) => t.title)

const zone = 'Asia/Shanghai'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const [own, sessions, current] = await Promise.all([
    ownDetails(actor),
    sessionsOf(actor),
    sessionFor(request),
  ])
  return {
    now: actor.at.toISOString(),
    own: found(own),
    sessions: sessions.map(({ id, device, lastSeenAt }) => ({
      id,
      device,
      lastSeenAt: lastSeenAt.toISOString(),
      here: id === current?.id,
    })),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const fields = await readFields(request)
  if (fields.has('session')) return answerSession(request, fields, actor)
  if (fields.has('message')) return answerDoubt(request, fields, actor)
  return answerPassword(request, fields, actor, browserOf(request, context))
}

export default function Account() {
  const { now, own, sessions } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  const t = useWords(words)
  const of = form && 'of' in form ? form.of : 'password'
  return (
    <Stack>
      <PageHeader title={t.title} />
      <TwoColumns
        aside={own.hasPassword && <PasswordCard name={own.name} form={of === 'password' ? form : null} />}
      >
        <Details own={own} form={of === 'doubt' ? form : null} />
        <Sessions sessions={sessions} now={now} />
        <SignOut>
          <SubmitButton look="ghost" action={paths.signOut()} wide>
            {t.signOut}
          </SubmitButton>
        </SignOut>
      </TwoColumns>
    </Stack>
  )
}

type Listed = { id: string; device: string; lastSeenAt: string; here: boolean }

function Sessions({ sessions, now }: { sessions: Listed[]; now: string }) {
  const t = useWords(words)
  const locale = useLocale()
  return (
    <Card title={t.sessions} aside={t.sessionsCount(sessions.length)} flush>
      <Rows>
        {sessions.map((session) => (
          <Row
            key={session.id}
            before={<Icon name="globe" />}
            title={session.device || t.unknownDevice}
            note={t.seen(formatWhen(session.lastSeenAt, now, zone, locale))}
            end={
              session.here ? (
                <Tag tone="green">{t.thisOne}</Tag>
              ) : (
                <Form method="post">
                  <SubmitButton look="danger" size="small" name="session" value={session.id}>
                    {t.end}
                  </SubmitButton>
                </Form>
              )
            }
          />
        ))}
      </Rows>
    </Card>
  )
}
