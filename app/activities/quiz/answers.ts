// A question's answer as a form sends it. Each question has the fields of its id:
//   single, multiple   q.<id>      the places chosen
//   truefalse          q.<id>      'true' or 'false'
//   blank              q.<id>      its text
//   order              q.<id>.<n>  the rank, 1 to the last, of the option shown at place n
import type { Answer, Answers, ShownQuestion } from './questions'

export const fieldOf = (question: string) => `q.${question}`
export const rankFieldOf = (question: string, place: number) => `q.${question}.${place}`

/** The answers that the fields hold, for these questions; what is empty, half ranked or out of range is left out. */
export function answersIn(questions: ShownQuestion[], fields: URLSearchParams): Answers {
  const answers: Answers = {}
  for (const question of questions) {
    const answer = answerIn(question, fields)
    if (answer !== null) answers[question.id] = answer
  }
  return answers
}

/** Whether the fields speak of this question at all. */
export function asks(question: ShownQuestion, fields: URLSearchParams): boolean {
  return fields.has('shown') ? fields.getAll('shown').includes(question.id) : false
}

/** Longer than any blank that is asked for. */
export const LONGEST_BLANK = 500

/** Whether more was written into this question's blank than is taken. */
export function isTooLong(question: ShownQuestion, fields: URLSearchParams): boolean {
  return question.type === 'blank' && (fields.get(fieldOf(question.id)) ?? '').trim().length > LONGEST_BLANK
}

function answerIn({ id, type, options }: ShownQuestion, fields: URLSearchParams): Answer | null {
  const given = fields.getAll(fieldOf(id))
  switch (type) {
    case 'truefalse':
      return given[0] === 'true' ? true : given[0] === 'false' ? false : null
    case 'blank':
      return given[0]?.trim() ? given[0].trim() : null
    case 'single':
      return placesIn(given.slice(0, 1), options.length)
    case 'multiple':
      return placesIn(given, options.length)
    case 'order':
      return rankedPlaces(options.map((_, place) => fields.get(rankFieldOf(id, place)) ?? ''))
  }
}

function placesIn(given: string[], options: number): number[] | null {
  const places = given.filter((one) => /^\d{1,3}$/.test(one)).map(Number)
  const known = [...new Set(places)].filter((place) => place < options).sort((a, b) => a - b)
  return known.length ? known : null
}

function rankedPlaces(ranks: string[]): number[] | null {
  const places: number[] = []
  for (let rank = 1; rank <= ranks.length; rank += 1) {
    const place = ranks.indexOf(String(rank))
    if (place < 0) return null
    places.push(place)
  }
  return places
}
