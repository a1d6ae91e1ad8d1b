import type { Answer, Drawn, Question } from '~/activities/quiz/questions'
import { chance } from './dice'

/** An answer to a question as an attempt shows it, right so often in a hundred. */
export function answered(question: Question, drawn: Drawn, skill: number): Answer {
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
