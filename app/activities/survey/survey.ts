import { confirmed, type KindFace, notYet } from '../kind'

export type SurveyQuestion =
  | { id: string; type: 'scale'; text: string; from: number; to: number }
  | { id: string; type: 'text'; text: string }

export type SurveyConfig = {
  questions: SurveyQuestion[]
  /** Answers are kept apart from who gave them. */
  anonymous: boolean
}

export type SurveyWork = { answered: boolean }

export type SurveyMissing = { word: 'answer'; questions: number }

export type SurveyAnswers = Record<string, string>

/** Ids of the questions that the answers leave open: scales without a step of theirs. Words may stay empty. */
export function unanswered(config: SurveyConfig, answers: SurveyAnswers): string[] {
  return config.questions.filter((one) => !isAnswered(one, answers[one.id])).map((one) => one.id)
}

/** More than anybody writes into a box of four lines, and little enough to be read. */
export const LONGEST_ANSWER = 5_000

export function tooLong(config: SurveyConfig, answers: SurveyAnswers): string[] {
  return config.questions.filter(({ id }) => (answers[id] ?? '').length > LONGEST_ANSWER).map(({ id }) => id)
}

function isAnswered(question: SurveyQuestion, answer: string | undefined): boolean {
  if (question.type === 'text') return true
  if (!answer || !/^\d+$/.test(answer)) return false
  return Number(answer) >= question.from && Number(answer) <= question.to
}

function progress(config: SurveyConfig, work: SurveyWork) {
  if (work.answered) return confirmed()
  return notYet<SurveyMissing>({ word: 'answer', questions: config.questions.length })
}

export const survey: KindFace<'survey', SurveyConfig, SurveyWork, SurveyMissing, SurveyConfig> = {
  kind: 'survey',
  hours: 'online',
  forTrainee: (config) => config,
  progress,
  missingWords: {
    'zh-CN': { answer: (m) => `还没有填写，共 ${m.questions} 题` },
    en: { answer: (m) => `Not answered yet: ${m.questions} ${m.questions === 1 ? 'question' : 'questions'}` },
  },
}
