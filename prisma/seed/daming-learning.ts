// What the trainees of the Daming cohort have done alone: films, readings, quizzes. In the order of the outline, each on
// an evening of its own, so that what opens next has opened.

import { addSeconds } from 'date-fns'
import { drawnOf } from '~/activities/quiz/attempt-parts.server'
import type { Answers, Drawn, Question } from '~/activities/quiz/questions'
import type { QuizConfig } from '~/activities/quiz/quiz'
import { startAttempt, submitAttempt } from '~/activities/quiz/quiz.server'
import { markRead } from '~/activities/reading/reading.server'
import type { VideoConfig } from '~/activities/video/video'
import { openVideo, reportPlayed } from '~/activities/video/video.server'
import { db } from '~/db.server'
import { activityForTrainee, type TraineeActivity } from '~/domain/learning/learning.access.server'
import { between, chance } from './dice'
import { acting, must, on, type Someone } from './stage'

/** Watches a film from its beginning to this share of it, in one playing at its own speed. */
export async function watch(
  person: Someone,
  enrolmentId: string,
  activityId: string,
  from: Date,
  share: number,
) {
  const activity = await theirs<'video'>(person, enrolmentId, activityId, from)
  if (!activity) return
  const { film } = activity.activity.config as VideoConfig
  const { seconds } = await db.film.findUniqueOrThrow({ where: { slug: film! }, select: { seconds: true } })
  const watched = Math.floor(seconds * share)
  const opening = must(await on(from, () => openVideo(acting(person, from), activity)))
  const end = addSeconds(from, watched)
  const played = {
    openingId: opening.openingId,
    played: [{ from: 0, until: watched }],
    positionSeconds: watched,
    speed: 1,
  }
  must(await on(end, () => reportPlayed(acting(person, end), activity, played)))
}

export async function read(person: Someone, enrolmentId: string, activityId: string, at: Date) {
  const activity = await theirs<'reading'>(person, enrolmentId, activityId, at)
  if (activity) must(await on(at, () => markRead(acting(person, at), activity, true)))
}

/** Takes a quiz once; each question is answered rightly so often in a hundred. */
export async function takeQuiz(
  person: Someone,
  enrolmentId: string,
  activityId: string,
  at: Date,
  skill: number,
) {
  const activity = await theirs<'quiz'>(person, enrolmentId, activityId, at)
  if (!activity) return
  const started = must(await on(at, () => startAttempt(acting(person, at), activity)))
  const attempt = await db.quizAttempt.findFirstOrThrow({
    where: { enrolmentId, activityId, submittedAt: null },
  })
  const { questions } = activity.activity.config as QuizConfig
  const answers = Object.fromEntries(
    drawnOf(attempt).map((drawn) => [
      drawn.id,
      answered(questions.find((one) => one.id === drawn.id)!, drawn, skill),
    ]),
  )
  const end = addSeconds(at, between(240, 900))
  must(await on(end, () => submitAttempt(acting(person, end), activity, attempt.id, answers)))
  return started
}

function answered(question: Question, drawn: Drawn, skill: number): Answers[string] {
  const right = chance(skill)
  const place = (option: number) => drawn.options.indexOf(option)
  switch (question.type) {
    case 'truefalse':
      return right ? question.answer : !question.answer
    case 'blank':
      return right ? question.answers[0]! : '不清楚'
    case 'single':
      return [right ? place(question.answer) : place((question.answer + 1) % question.options.length)]
    case 'multiple':
      return right ? question.answer.map(place) : question.answer.slice(1).map(place)
    case 'order':
      return right ? question.answer.map(place) : [...question.answer].reverse().map(place)
  }
}

async function theirs<K extends 'video' | 'reading' | 'quiz'>(
  person: Someone,
  enrolmentId: string,
  activityId: string,
  at: Date,
) {
  const activity = await on(at, () => activityForTrainee(acting(person, at), enrolmentId, activityId))
  return activity as unknown as TraineeActivity<K> | null
}
