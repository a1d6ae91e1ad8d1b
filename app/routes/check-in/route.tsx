import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { SubmitButton } from '~/components/button'
import { FormErrors, FormKey } from '~/components/form-errors'
import { PageHeader, Stack } from '~/components/page-header'
import { titled } from '~/components/titled'
import { checkInNow, openCheckIn } from '~/domain/workshops/check-in.server'
import { checkedInAt } from '~/domain/workshops/roll.queries.server'
import { sessionTitle } from '~/domain/workshops/session-title'
import { sessionToRun } from '~/domain/workshops/workshops.access.server'
import { requireActor } from '~/http/actor.server'
import { found, refused } from '~/http/found.server'
import { parseId } from '~/http/ids.server'
import { useLocale, useWords, wordsFor } from '~/i18n'
import { formatRange, formatTime } from '~/i18n/format'
import { localeFor } from '~/i18n/request.server'
import { paths } from '~/paths'
import { words } from './words'

const lookAgainEvery = 15_000

export const meta = titled(words, (t) => t.title)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const session = found(await sessionToRun(actor, parseId(params.sessionId)))
  const { title, startsAt, endsAt, timeZone, venue } = session
  const [open, counts] = await Promise.all([checkInNow(actor, session), checkedInAt(session)])
  return { title, startsAt, endsAt, zone: timeZone, venue, open, ...counts }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const session = found(await sessionToRun(actor, parseId(params.sessionId)))
  const t = wordsFor(localeFor(request), words)
  const opened = await openCheckIn(actor, session)
  if (!('refused' in opened)) return redirect(paths.checkInScreen(session.sessionId))
  const at = opened.refused === 'over' ? opened.endsAt : opened.opensFrom
  return refused(t.refused[opened.refused](formatTime(at, session.timeZone)))
}

export default function CheckInScreen() {
  const { title, startsAt, endsAt, zone, venue, open, expected, checkedIn } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  const t = useWords(words)
  const locale = useLocale()
  const { revalidate } = useRevalidator()

  useEffect(() => {
    const timer = window.setInterval(revalidate, lookAgainEvery)
    return () => window.clearInterval(timer)
  }, [revalidate])

  return (
    <Stack>
      <PageHeader
        over={`${sessionTitle(title, locale)} · ${formatRange(startsAt, endsAt, zone, locale)} · ${venue}`}
        title={t.title}
      />
      <FormErrors form={form} />
      <section
        className="rounded-card border border-line bg-surface px-4 py-10 text-center"
        aria-live="polite"
      >
        {open ? (
          <>
            <p className="text-lg">{t.how}</p>
            <p className="my-6 font-mono text-[clamp(2.75rem,14vw,10rem)] leading-none font-bold tracking-[0.12em] text-green">
              {open.code}
            </p>
            <p className="muted">{t.until(formatTime(open.closesAt, zone))}</p>
          </>
        ) : (
          <p className="muted">{t.closed}</p>
        )}
        <p className="mt-2 text-lg">{t.count(checkedIn, expected)}</p>
      </section>
      <Form method="post">
        <FormKey />
        <SubmitButton look={open ? 'ghost' : 'solid'}>{open ? t.renew : t.open}</SubmitButton>
      </Form>
    </Stack>
  )
}
