import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import { EmptyState } from '~/components/card'
import { FormErrors } from '~/components/form-errors'
import { PageHeader, Stack } from '~/components/page-header'
import { titled } from '~/components/titled'
import { OwnWorkshop, reasonId } from '~/components/workshop/own-workshop'
import { words } from '~/components/workshop/words'
import type { Actor } from '~/domain/actor'
import { checkIn } from '~/domain/workshops/check-in.server'
import { askLeave } from '~/domain/workshops/leave.server'
import { markWords } from '~/domain/workshops/mark-words'
import { ownWorkshops } from '~/domain/workshops/own-workshops.queries.server'
import { CheckInForm } from '~/domain/workshops/roll.schema'
import { enrolmentToCheckIn, ownSession } from '~/domain/workshops/workshops.access.server'
import { requireActor } from '~/http/actor.server'
import { redirectWith } from '~/http/flash.server'
import { parseForm } from '~/http/forms.server'
import { found, refused } from '~/http/found.server'
import { parseId } from '~/http/ids.server'
import { type Locale, useWords, wordsFor } from '~/i18n'
import { formatTime } from '~/i18n/format'
import { localeFor } from '~/i18n/request.server'
import { paths } from '~/paths'

export const meta = titled(words, (t) => t.title)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  return { workshops: found(await ownWorkshops(actor, parseId(params.enrolmentId))) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const enrolment = found(await enrolmentToCheckIn(actor, parseId(params.enrolmentId)))
  const form = await parseForm(request, CheckInForm)
  if (form.errors) return data(form, { status: 400 })
  const locale = localeFor(request)
  const t = wordsFor(locale, words)
  if (form.values.intent === 'check-in') return checkedIn(actor, enrolment, form.values.code, locale)
  const session = found(await ownSession(actor, enrolment.id, form.values.sessionId))
  const asked = await askLeave(actor, session, form.values.reason)
  if ('refused' in asked) return refused(t.refused[asked.refused!], { typed: form.typed })
  return redirectWith(paths.workshops(enrolment.id), { text: asked.already ? t.askedAlready : t.asked })
}

async function checkedIn(actor: Actor, enrolment: { id: string }, code: string, locale: Locale) {
  const t = wordsFor(locale, words)
  const marks = markWords[locale].marks
  const answer = await checkIn(actor, enrolment, code)
  if ('refused' in answer) {
    if (answer.refused === 'absent') return found(null)
    if (answer.refused === 'closed')
      return refused(t.refused.closed(formatTime(answer.closedAt, answer.timeZone)))
    if (answer.refused === 'throttled')
      return refused(t.refused.throttled(formatTime(answer.until, answer.timeZone)), { status: 429 })
    return refused(t.refused[answer.refused!])
  }
  const mark = marks[answer.mark]
  const text = answer.already
    ? t.already(formatTime(answer.at, answer.timeZone), mark)
    : t.done(mark, answer.title)
  return redirectWith(paths.workshops(enrolment.id), { text })
}

export default function WorkshopsPage() {
  const { workshops } = useLoaderData<typeof loader>()
  const { enrolmentId = '' } = useParams()
  const form = useActionData<typeof action>()
  const t = useWords(words)
  const ahead = workshops.filter((one) => !one.dayOver)
  const past = workshops.filter((one) => one.dayOver)
  const shown = (workshop: (typeof workshops)[number]) => (
    <OwnWorkshop
      key={workshop.activityId}
      workshop={workshop}
      title={workshop.title}
      to={paths.workshops(enrolmentId)}
      form={form}
    />
  )
  return (
    <Stack>
      <PageHeader title={t.title} />
      <FormErrors
        form={form}
        labels={{ code: t.code, reason: t.reason }}
        idOf={(name) => (name === 'reason' ? reasonId(form?.typed?.sessionId ?? '') : `field-${name}`)}
      />
      {workshops.length === 0 && <EmptyState title={t.empty}>{t.emptyText}</EmptyState>}
      {ahead.map(shown)}
      {past.length > 0 && <h2 className="mt-2">{t.past}</h2>}
      {past.map(shown)}
    </Stack>
  )
}
