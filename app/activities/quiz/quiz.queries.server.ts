import { db } from '~/db.server'
import type { Actor } from '~/domain/actor'
import { refusalAt } from '~/domain/learning/deadlines'
import type { TraineeActivity } from '~/domain/learning/learning.access.server'
import { answersOf, configOfAttempt, drawnOf } from './attempt-parts.server'
import { type Answer, type Question, scoreAttempt, showQuestions } from './questions'
import { attemptsLeft, bestScore, takesAnswers } from './quiz'
import { attemptsOf, scoreOf, stateOf } from './quiz.server'

type Quiz = TraineeActivity<'quiz'>
type Taken = Awaited<ReturnType<typeof attemptsOf>>[number]

/** What a quiz's page shows: how it goes, the attempts so far, and the one that is open. */
export async function quizPage(actor: Actor, activity: Quiz) {
  const { config } = activity.activity
  const attempts = await attemptsOf(db, activity)
  const open = attempts.find((one) => one.submittedAt === null)
  const work = attempts.map((one) => ({ state: stateOf(one), score: scoreOf(one) }))
  return {
    drawn: config.drawn,
    passMark: config.passMark,
    minutes: config.minutes,
    now: actor.at.getTime(),
    closed: refusalAt(activity.deadline, actor.at),
    left: attemptsLeft(config, { attempts: work, extraAttempts: activity.extraAttempts }),
    attempts: attempts
      .filter((one) => one.submittedAt !== null)
      .map((one) => ({
        number: one.number,
        at: one.submittedAt!.getTime(),
        score: scoreOf(one) ?? 0,
        timedOut: one.timedOut,
      })),
    open: open ? await openShown(actor, open) : null,
  }
}

/** The questions that one of their attempts shows; none for an id that is nobody's or somebody else's. */
export async function questionsOf(activity: Quiz, attemptId: string) {
  const attempt = (await attemptsOf(db, activity)).find((one) => one.id === attemptId)
  if (!attempt) return []
  const config = await configOfAttempt(db, attempt)
  return showQuestions(config.questions, drawnOf(attempt))
}

async function openShown(actor: Actor, attempt: Taken) {
  const config = await configOfAttempt(db, attempt)
  return {
    id: attempt.id,
    number: attempt.number,
    questions: showQuestions(config.questions, drawnOf(attempt)),
    answers: await answersOf(db, attempt.id),
    dueAt: attempt.dueAt?.getTime() ?? null,
    over: !takesAnswers(config, attempt.startedAt, actor.at),
  }
}

/**
 * An attempt that has ended, looked at again: what was answered, and why it is right or wrong; what would have been right
 * only once nothing is to be answered any more: passed, no attempt left, or closed. Null before it has ended.
 */
export async function attemptReview(actor: Actor, activity: Quiz, number: number) {
  const attempts = await attemptsOf(db, activity)
  const attempt = attempts.find((one) => one.number === number && one.submittedAt !== null)
  if (!attempt) return null
  const config = await configOfAttempt(db, attempt)
  const drawn = drawnOf(attempt)
  const answers = await answersOf(db, attempt.id)
  const { marked } = scoreAttempt(config.questions, drawn, answers)
  const shown = showQuestions(config.questions, drawn)
  const settled = isSettled(actor, activity, attempts)
  return {
    number,
    settled,
    score: scoreOf(attempt) ?? 0,
    timedOut: attempt.timedOut,
    questions: shown.map((one) => {
      const question = config.questions.find(({ id }) => id === one.id)!
      return {
        id: one.id,
        type: one.type,
        stem: one.stem,
        right: marked.find(({ id }) => id === one.id)?.right ?? false,
        given: givenIn(one.options, answers[one.id]),
        correct: settled ? correctOf(question) : null,
        why: question.why,
      }
    }),
  }
}

function isSettled(actor: Actor, { activity, extraAttempts, deadline }: Quiz, attempts: Taken[]) {
  const { config } = activity
  const work = attempts.map((one) => ({ state: stateOf(one), score: scoreOf(one) }))
  const passed = (bestScore(work) ?? 0) >= config.passMark
  const left = attemptsLeft(config, { attempts: work, extraAttempts })
  const open = work.some(({ state }) => state === 'open')
  return passed || (left === 0 && !open) || refusalAt(deadline, actor.at) !== null
}

/** In words; 'true' and 'false' stand for themselves, and the page says them in its language. */
function givenIn(options: string[], answer: Answer | undefined): string[] {
  if (answer === undefined) return []
  if (typeof answer === 'boolean') return [String(answer)]
  return typeof answer === 'string' ? [answer] : answer.map((place) => options[place] ?? '')
}

function correctOf(question: Question): string[] {
  switch (question.type) {
    case 'truefalse':
      return [String(question.answer)]
    case 'blank':
      return question.answers
    case 'single':
      return [question.options[question.answer]!]
    default:
      return question.answer.map((number) => question.options[number]!)
  }
}
