import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useParams } from '@remix-run/react'
import { Notice } from '~/components/notice'
import { PageHeader, Stack } from '~/components/page-header'
import { titled } from '~/components/titled'
import { studyFor } from '~/domain/learning/learning.access.server'
import { todayFor } from '~/domain/learning/today.queries.server'
import { requireActor } from '~/http/actor.server'
import { found } from '~/http/found.server'
import { parseId } from '~/http/ids.server'
import { useLocale, useWords } from '~/i18n'
import { formatDay, formatTime } from '~/i18n/format'
import { CertificateCard, DueCard, HoursCard, MeetingsCard, MentorCard, Next, OthersCard } from './cards'
import { words } from './words'

export const meta = titled(words, (t) => t.title)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const study = found(await studyFor(actor, parseId(params.enrolmentId)))
  return { ...(await todayFor(actor, study)), name: actor.person.name }
}

export type Today = ReturnType<typeof useLoaderData<typeof loader>>

export default function TodayPage() {
  const t = useWords(words)
  const locale = useLocale()
  const today = useLoaderData<typeof loader>()
  const { enrolmentId = '' } = useParams()
  const part = { today, enrolmentId }
  return (
    <Stack>
      <PageHeader
        over={[
          formatDay(today.now, today.zone, locale),
          today.week >= 1 && today.week <= today.weeks ? t.week(today.week) : null,
        ]
          .filter(Boolean)
          .join(' · ')}
        title={greeting(t, today)}
      />
      {today.withdrawn ? (
        <Notice tone="amber" title={t.withdrawnTitle}>
          {t.withdrawn}
        </Notice>
      ) : (
        <>
          <CertificateCard {...part} />
          {(today.next || !today.certificate) && <Next {...part} />}
        </>
      )}
      <HoursCard {...part} />
      {!today.withdrawn && <DueCard {...part} />}
      {!today.withdrawn && <MeetingsCard {...part} />}
      <MentorCard {...part} />
      <OthersCard {...part} />
    </Stack>
  )
}

function greeting(t: ReturnType<typeof useWords<(typeof words)['zh-CN']>>, { now, zone, name }: Today) {
  const hour = Number(formatTime(now, zone).split(':')[0])
  if (hour >= 5 && hour < 12) return t.morning(name)
  return hour >= 12 && hour < 18 ? t.afternoon(name) : t.evening(name)
}
