import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { subMinutes } from 'date-fns'
import { buttonClass, SubmitButton } from '~/components/button'
import { Card } from '~/components/card'
import { FormErrors, FormKey } from '~/components/form-errors'
import { openActivity } from '~/http/activity.server'
import { refused } from '~/http/found.server'
import { useLocale, useWords, wordsFor } from '~/i18n'
import { formatRange, formatTime } from '~/i18n/format'
import { localeFor } from '~/i18n/request.server'
import { paths } from '~/paths'
import { DOOR_MINUTES, doorOf, joinLive, liveServer, liveSessionOf } from './live.server'
import { words } from './words'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, activity } = await openActivity(request, params, 'live')
  const { config, id } = activity.activity
  const session = await liveSessionOf(activity.cohort.id, id)
  const { joined, minutesPresent } = await liveServer.work(activity)
  const door = doorOf(session, actor.at)
  return {
    description: config.description,
    needed: config.minMinutes,
    minutesPresent,
    joined,
    door,
    zone: activity.cohort.timeZone,
    startsAt: session?.startsAt.getTime() ?? null,
    endsAt: session?.endsAt.getTime() ?? null,
    opensAt: session ? subMinutes(session.startsAt, DOOR_MINUTES).getTime() : null,
    // The link is for who has joined: joining by it is what is handed in.
    link: joined && door === 'open' ? (session?.link ?? null) : null,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, activity } = await openActivity(request, params, 'live')
  const joined = await joinLive(actor, activity)
  if (joined.refused) return refused(wordsFor(localeFor(request), words).refused[joined.refused])
  return redirect(paths.activityOf(activity.enrolmentId, activity.activity.id, 'live'))
}

export default function LivePage() {
  const t = useWords(words)
  const locale = useLocale()
  const live = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  return (
    <Card>
      {live.description && <p className="mb-3 whitespace-pre-line">{live.description}</p>}
      {live.startsAt !== null && live.endsAt !== null && (
        <p className="font-medium">{formatRange(live.startsAt, live.endsAt, live.zone, locale)}</p>
      )}
      {live.door === 'not-set' && <p>{t['not-set']}</p>}
      {live.door === 'not-yet' && live.opensAt !== null && (
        <p className="muted">{t['not-yet'](formatTime(live.opensAt, live.zone))}</p>
      )}
      {live.door === 'over' && !live.joined && <p className="muted">{t.over}</p>}
      <p className="muted">
        {live.minutesPresent > 0 ? t.minutes(live.minutesPresent, live.needed) : t.needed(live.needed)}
      </p>
      {live.joined && <p className="mt-2 text-green">{t.joined}</p>}
      {live.link && (
        <p className="mt-3">
          <a href={live.link} target="_blank" rel="noopener noreferrer" className={buttonClass('solid')}>
            {t.link}
          </a>
          <span className="muted mt-1 block">{t.linkMore}</span>
        </p>
      )}
      {live.door === 'open' && !live.joined && (
        <Form method="post" className="mt-3">
          <FormErrors form={form} />
          <FormKey />
          <SubmitButton>{t.join}</SubmitButton>
        </Form>
      )}
    </Card>
  )
}
