import { addMilliseconds, addMinutes } from 'date-fns'
import { confirmed, type KindFace, notYet } from '../kind'
import type { Question } from './questions'

export type QuizConfig = {
  questions: Question[]
  /** How many each attempt draws. */
  drawn: number
  /** How many attempts there are; a concession adds to them. */
  attempts: number
  /** Percent. */
  passMark: number
  /** Time limit of an attempt; null is none. */
  minutes: number | null
  shuffle: boolean
}

/** A timed-out attempt is scored on the answers that were saved. */
export type Attempt = { state: 'open' | 'submitted' | 'timed-out'; score: number | null }

export type QuizWork = { attempts: Attempt[]; extraAttempts: number }

export type QuizMissing =
  | { word: 'take'; attemptsLeft: number }
  | { word: 'finish' }
  | { word: 'pass'; passMark: number; best: number; attemptsLeft: number }
  | { word: 'no-attempts-left'; passMark: number; best: number }

export type QuizShown = Pick<QuizConfig, 'drawn' | 'attempts' | 'passMark' | 'minutes'>

/** A submit that was on its way when time ran out is taken. */
export const GRACE_MILLISECONDS = 30_000

/** Null where the quiz has no time limit. */
export function attemptEndsAt(config: Pick<QuizConfig, 'minutes'>, startedAt: Date): Date | null {
  return config.minutes === null ? null : addMinutes(startedAt, config.minutes)
}

export function takesAnswers(config: Pick<QuizConfig, 'minutes'>, startedAt: Date, at: Date): boolean {
  const end = attemptEndsAt(config, startedAt)
  return end === null || at <= addMilliseconds(end, GRACE_MILLISECONDS)
}

export function attemptsLeft(config: Pick<QuizConfig, 'attempts'>, work: QuizWork): number {
  return Math.max(0, config.attempts + work.extraAttempts - work.attempts.length)
}

/** Null before the first attempt is over. */
export function bestScore(attempts: Attempt[]): number | null {
  const scores = attempts.filter((one) => one.state !== 'open').map((one) => one.score ?? 0)
  return scores.length ? Math.max(...scores) : null
}

function progress(config: QuizConfig, work: QuizWork) {
  const best = bestScore(work.attempts)
  const open = work.attempts.some((one) => one.state === 'open')
  const left = attemptsLeft(config, work)
  const awaits = left > 0 || open ? 'trainee' : null
  if (best !== null && best >= config.passMark) return confirmed(best, awaits)
  const so = { handedIn: best !== null, score: best, awaits } as const
  if (open) return notYet<QuizMissing>({ word: 'finish' }, so)
  if (best === null) return notYet<QuizMissing>({ word: 'take', attemptsLeft: left }, so)
  const shown = Math.floor(best * 10) / 10
  const { passMark } = config
  if (!awaits) return notYet<QuizMissing>({ word: 'no-attempts-left', passMark, best: shown }, so)
  return notYet<QuizMissing>({ word: 'pass', passMark, best: shown, attemptsLeft: left }, so)
}

export const quiz: KindFace<'quiz', QuizConfig, QuizWork, QuizMissing, QuizShown> = {
  kind: 'quiz',
  hours: 'online',
  // The questions themselves travel with an attempt, as `showQuestions` shows them.
  forTrainee: ({ drawn, attempts, passMark, minutes }) => ({ drawn, attempts, passMark, minutes }),
  progress,
  missingWords: {
    'zh-CN': {
      take: (m) => `还没有作答，可作答 ${m.attemptsLeft} 次`,
      finish: () => '有一次作答没有交卷',
      pass: (m) => `最高 ${m.best} 分，${m.passMark} 分合格，还可作答 ${m.attemptsLeft} 次`,
      'no-attempts-left': (m) =>
        `最高 ${m.best} 分，${m.passMark} 分合格，作答次数已用完；可请管理员增加一次`,
    },
    en: {
      take: (m) => `Not taken yet; ${m.attemptsLeft} ${m.attemptsLeft === 1 ? 'attempt' : 'attempts'} to use`,
      finish: () => 'One attempt has not been submitted',
      pass: (m) =>
        `Best ${m.best}, ${m.passMark} to pass; ${m.attemptsLeft} ${m.attemptsLeft === 1 ? 'attempt' : 'attempts'} left`,
      'no-attempts-left': (m) =>
        `Best ${m.best}, ${m.passMark} to pass, and no attempts left; your manager can allow one more`,
    },
  },
}
