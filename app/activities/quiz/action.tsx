import { data, redirect } from '@remix-run/node'
import { openActivity } from '~/http/activity.server'
import { redirectWith } from '~/http/flash.server'
import { readFields } from '~/http/forms.server'
import { refused } from '~/http/found.server'
import { parseId } from '~/http/ids.server'
import { wordsFor } from '~/i18n'
import { formatScore } from '~/i18n/format'
import { localeFor } from '~/i18n/request.server'
import { asking, paths } from '~/paths'
import { answersIn, asks, isTooLong, LONGEST_BLANK } from './answers'
import type { Answer, ShownQuestion } from './questions'
import { questionsOf } from './quiz.queries.server'
import { keepAnswers, startAttempt, submitAttempt } from './quiz.server'
import { words } from './words'

/**
 * The forms of a quiz's page, by their `intent`: start; save (as one answers); go (to another question, keeping
 * this one's answer); submit.
 */
export async function quizAction(request: Request, params: { enrolmentId?: string; activityId?: string }) {
  const { actor, activity } = await openActivity(request, params, 'quiz')
  const t = wordsFor(localeFor(request), words)
  const fields = await readFields(request)
  const here = paths.activityOf(activity.enrolmentId, activity.activity.id, 'quiz')
  const intent = fields.get('intent')

  if (intent === 'start') {
    const started = await startAttempt(actor, activity)
    return started.refused ? refused(t.refused[started.refused]) : redirect(asking(here, { q: 1 }))
  }

  const attemptId = parseId(fields.get('attempt') ?? undefined)
  const shown = (await questionsOf(activity, attemptId)).filter((one) => asks(one, fields))
  const taken = shown.filter((one) => !isTooLong(one, fields))
  const answers = answersFor(taken, fields)
  if (intent === 'submit') {
    const done = await submitAttempt(actor, activity, attemptId, answers)
    if (done.refused) return refused(t.refused[done.refused])
    const score = formatScore(done.score)
    const text = done.timedOut ? t.timedOutFlash(score) : t.submitted(score)
    return redirectWith(asking(here, { attempt: done.number }), {
      text,
      tone: done.timedOut ? 'amber' : 'green',
    })
  }

  if (taken.length < shown.length)
    return refused(t.refused['too-long'](LONGEST_BLANK), { typed: Object.fromEntries(fields) })
  const kept = await keepAnswers(actor, activity, attemptId, answers)
  if (intent === 'save') {
    if (kept.refused) return refused(t.refused[kept.refused])
    return data({ savedAt: kept.savedAt.getTime(), refused: undefined })
  }
  // A time that is over, or an attempt that was handed in elsewhere: the quiz's own page says what is.
  if (kept.refused) return redirect(kept.refused === 'time-over' ? asking(here, { q: 'end' }) : here)
  const to = fields.get('to') ?? ''
  return redirect(asking(here, { q: /^(\d{1,3}|end)$/.test(to) ? to : 1 }))
}

/** An answer to each question, or null where one was taken away. */
function answersFor(questions: ShownQuestion[], fields: URLSearchParams): Record<string, Answer | null> {
  const answers = answersIn(questions, fields)
  return Object.fromEntries(questions.map(({ id }) => [id, answers[id] ?? null]))
}
