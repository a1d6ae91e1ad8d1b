import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Queue } from '~/components/hand-ins/queue'
import { queueWords } from '~/components/hand-ins/queue-words'
import { titled } from '~/components/titled'
import { signOffQueue } from '~/domain/mentoring/queue.queries.server'
import { returnPractice, signOff, undoSignOff } from '~/domain/mentoring/sign-off.server'
import { practiceToSign, signOffToUndo } from '~/domain/mentoring/work.access.server'
import type { SignedIn } from '~/http/actor.server'
import { redirectWith } from '~/http/flash.server'
import { parseForm } from '~/http/forms.server'
import { found, refused } from '~/http/found.server'
import { queueAsked, requireJudge } from '~/http/queue.server'
import { type Locale, useWords, wordsFor } from '~/i18n'
import { localeFor } from '~/i18n/request.server'
import { paths } from '~/paths'
import { SignOffForm } from './sign-off.schema'
import { WaitingPractice } from './waiting-practice'
import { words } from './words'

export const meta = titled(words, (t) => t.title)

export async function loader({ request }: LoaderFunctionArgs) {
  const asked = queueAsked(request)
  return { ...asked, ...(await signOffQueue(await requireJudge(request), asked)) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireJudge(request)
  const locale = localeFor(request)
  const form = await parseForm(request, SignOffForm, queueWords)
  if (form.errors) return data(form, { status: 400 })
  const { values } = form
  if (values.intent === 'undo') return undo(actor, locale, values.id)

  const t = wordsFor(locale, words)
  const q = wordsFor(locale, queueWords)
  const practice = found(await practiceToSign(actor, values.enrolment, values.activity))
  const signs = values.intent === 'sign'
  const done = signs ? await signOff(actor, practice, values) : await returnPractice(actor, practice, values)
  if (done.refused === 'already-signed' || done.refused === 'already-returned') {
    const { by, mark } = done.standing
    return refused(mark === null ? q.alreadyReturned(by.name) : q.already(by.name, String(mark)), form)
  }
  if (done.refused) return refused(q.refused[done.refused], form)
  const name = practice.name
  return redirectWith(paths.signOffs(), {
    text: signs ? t.signed(name, String(values.mark)) : t.returned(name),
    undo: { action: paths.signOffs(), fields: { intent: 'undo', id: done.signOffId } },
  })
}

async function undo(actor: SignedIn, locale: Locale, id: string) {
  const q = wordsFor(locale, queueWords)
  const done = await undoSignOff(actor, found(await signOffToUndo(actor, id)))
  if (done.refused) return redirectWith(paths.signOffs(), { text: q.notStanding, tone: 'amber' })
  return redirectWith(paths.signOffs(), { text: q.undone })
}

export default function SignOffs() {
  const t = useWords(words)
  const { waiting, ...asked } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  const empty = { title: t.empty, text: t.emptyText }
  return (
    <Queue
      title={t.title}
      here={paths.signOffs()}
      asked={asked}
      form={form}
      judged={`${form?.typed?.enrolment}-${form?.typed?.activity}`}
      empty={empty}
    >
      {waiting.map((one) => (
        <WaitingPractice key={`${one.enrolmentId} ${one.activityId}`} one={one} />
      ))}
    </Queue>
  )
}

export type WaitingOne = ReturnType<typeof useLoaderData<typeof loader>>['waiting'][number]
export type SigningAnswer = typeof action
