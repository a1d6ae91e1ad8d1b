import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Queue } from '~/components/hand-ins/queue'
import { queueWords } from '~/components/hand-ins/queue-words'
import { titled } from '~/components/titled'
import { grade, returnWork, undoGrade } from '~/domain/mentoring/grading.server'
import { gradingQueue } from '~/domain/mentoring/queue.queries.server'
import { gradeToUndo, submissionToGrade } from '~/domain/mentoring/work.access.server'
import type { SignedIn } from '~/http/actor.server'
import { redirectWith } from '~/http/flash.server'
import { parseForm } from '~/http/forms.server'
import { found, refused } from '~/http/found.server'
import { queueAsked, requireJudge } from '~/http/queue.server'
import { type Locale, useWords, wordsFor } from '~/i18n'
import { formatScore } from '~/i18n/format'
import { localeFor } from '~/i18n/request.server'
import { paths } from '~/paths'
import { GradingForm } from './grading.schema'
import { WaitingSubmission } from './waiting-submission'
import { words } from './words'

export const meta = titled(words, (t) => t.title)

export async function loader({ request }: LoaderFunctionArgs) {
  const asked = queueAsked(request)
  return { ...asked, ...(await gradingQueue(await requireJudge(request), asked)) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireJudge(request)
  const locale = localeFor(request)
  const form = await parseForm(request, GradingForm)
  if (form.errors) return data(form, { status: 400 })
  const { values } = form
  if (values.intent === 'undo') return undo(actor, locale, values.id)

  const t = wordsFor(locale, words)
  const q = wordsFor(locale, queueWords)
  const submission = found(await submissionToGrade(actor, values.submission))
  const { comment } = values
  const done =
    values.intent === 'grade'
      ? await grade(actor, submission, { ...marksIn(values), comment })
      : await returnWork(actor, submission, comment)
  if (done.refused === 'already-graded' || done.refused === 'already-returned') {
    const { by, score } = done.standing
    return refused(score === null ? q.alreadyReturned(by.name) : q.already(by.name, formatScore(score)), form)
  }
  if (done.refused) return refused(q.refused[done.refused], form)
  return redirectWith(paths.grading(), {
    text:
      done.score === null ? t.returned(submission.name) : t.graded(submission.name, formatScore(done.score)),
    undo: { action: paths.grading(), fields: { intent: 'undo', id: done.gradeId } },
  })
}

function marksIn({ points, mark }: { points?: number[]; mark?: number }) {
  return points ? { points } : { mark: mark ?? Number.NaN }
}

async function undo(actor: SignedIn, locale: Locale, id: string) {
  const q = wordsFor(locale, queueWords)
  const done = await undoGrade(actor, found(await gradeToUndo(actor, id)))
  if (done.refused) return redirectWith(paths.grading(), { text: q.notStanding, tone: 'amber' })
  return redirectWith(paths.grading(), { text: q.undone })
}

export default function Grading() {
  const t = useWords(words)
  const { waiting, ...asked } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  const empty = { title: t.empty, text: t.emptyText }
  return (
    <Queue
      title={t.title}
      here={paths.grading()}
      asked={asked}
      form={form}
      judged={form?.typed?.submission ?? ''}
      empty={empty}
    >
      {waiting.map((one) => (
        <WaitingSubmission key={one.id} one={one} />
      ))}
    </Queue>
  )
}

export type WaitingOne = ReturnType<typeof useLoaderData<typeof loader>>['waiting'][number]
export type GradingAnswer = typeof action
