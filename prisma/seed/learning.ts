// What trainees do alone: films, readings, quizzes.
import { addDays, addSeconds } from 'date-fns'
import { drawnOf } from '~/activities/quiz/attempt-parts.server'
import { startAttempt, submitAttempt } from '~/activities/quiz/quiz.server'
import { markRead } from '~/activities/reading/reading.server'
import { openVideo, reportPlayed } from '~/activities/video/video.server'
import { inTransaction } from '~/db.server'
import { between } from './dice'
import type { Doors } from './doors'
import { answered } from './quiz-answers'
import { acting, must, on, type Someone } from './stage'

export type Learning = { person: Someone; door: Doors }

/** Watches a film of so many seconds from its beginning to this share of it, in one playing at its own speed. */
export async function watch(
  { person, door }: Learning,
  activityId: string,
  from: Date,
  { films, share }: { films: ReadonlyMap<string, number>; share: number },
) {
  const activity = await door(activityId, from, 'video')
  if (!activity) return
  const watched = Math.floor(films.get(activity.activity.config.film!)! * share)
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

export async function read({ person, door }: Learning, activityId: string, at: Date) {
  const activity = await door(activityId, at, 'reading')
  if (activity) must(await on(at, () => markRead(acting(person, at), activity, true)))
}

/** Takes a quiz, and once more on the next day if it was not passed; answers rightly so often in a hundred. */
export async function takeQuiz(learning: Learning, activityId: string, at: Date, skill: number) {
  const passed = await tryQuiz(learning, activityId, at, skill)
  if (passed === false) await tryQuiz(learning, activityId, addDays(at, 1), skill)
}

/** Whether it was passed; null where it is not open. */
async function tryQuiz(
  { person, door }: Learning,
  activityId: string,
  at: Date,
  skill: number,
): Promise<boolean | null> {
  const activity = await door(activityId, at, 'quiz')
  if (!activity) return null
  const { attemptId } = must(await on(at, () => startAttempt(acting(person, at), activity)))
  const attempt = await inTransaction((tx) => tx.quizAttempt.findUniqueOrThrow({ where: { id: attemptId } }))
  const { questions, passMark } = activity.activity.config
  const answers = Object.fromEntries(
    drawnOf(attempt).map((drawn) => [
      drawn.id,
      answered(questions.find((one) => one.id === drawn.id)!, drawn, skill),
    ]),
  )
  const end = addSeconds(at, between(240, 900))
  const { score } = must(
    await on(end, () => submitAttempt(acting(person, end), activity, attemptId, answers)),
  )
  return score >= passMark
}
