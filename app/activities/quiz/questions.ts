// The questions of a quiz, how an attempt draws them, and what it scores.
// Terms: an *option's number* is its place as the author wrote it; its *place* is where an attempt shows it.
// Invariants:
// 1. Whatever goes to a trainee speaks of places only: numbers would tell the order of an order question.
// 2. The same config and seed draw the same attempt.
// 3. An order question with two or more different options is never shown in its right order.

export type Question =
  | { id: string; type: 'single'; stem: string; options: string[]; answer: number; why: string }
  | { id: string; type: 'multiple'; stem: string; options: string[]; answer: number[]; why: string }
  | { id: string; type: 'truefalse'; stem: string; answer: boolean; why: string }
  | { id: string; type: 'blank'; stem: string; answers: string[]; why: string }
  | { id: string; type: 'order'; stem: string; options: string[]; answer: number[]; why: string }

/** `options` holds, for each place, the number of the option shown there; empty where there are none. */
export type Drawn = { id: string; options: number[] }

/** Places chosen (for an order question: all of them, first to last), true or false, or a blank's text. */
export type Answer = number[] | boolean | string
export type Answers = Record<string, Answer>

export type ShownQuestion = { id: string; type: Question['type']; stem: string; options: string[] }

export type MarkedQuestion = { id: string; right: boolean }

/**
 * Draws an attempt: `drawn` questions at random (all, where it asks for more), in random order where the quiz
 * is shuffled, else in the author's. Options are shuffled where the quiz is, those of order questions always.
 */
export function drawQuestions(
  config: { questions: Question[]; drawn: number; shuffle: boolean },
  seed: string,
): Drawn[] {
  const random = randomFrom(seed)
  const numbers = shuffled(indexes(config.questions.length), random).slice(0, config.drawn)
  if (!config.shuffle) numbers.sort((a, b) => a - b)
  return numbers.map((number) => {
    const question = config.questions[number]!
    return { id: question.id, options: placesFor(question, config.shuffle, random) }
  })
}

/** The drawn questions as a trainee may see them; a question that the config no longer holds is left out. */
export function showQuestions(questions: Question[], drawn: Drawn[]): ShownQuestion[] {
  return drawn.flatMap(({ id, options }) => {
    const question = questions.find((one) => one.id === id)
    if (!question) return []
    const { type, stem } = question
    return [{ id, type, stem, options: options.map((number) => optionsOf(question)[number]!) }]
  })
}

/**
 * Percent of the drawn questions that are right, unrounded, each weighing alike. A multiple choice is right
 * when exactly the right options are chosen; nothing answered is wrong.
 */
export function scoreAttempt(
  questions: Question[],
  drawn: Drawn[],
  answers: Answers,
): { score: number; marked: MarkedQuestion[] } {
  const marked = drawn.map(({ id, options }) => {
    const question = questions.find((one) => one.id === id)
    return { id, right: question !== undefined && isRight(question, options, answers[id]) }
  })
  const right = marked.filter((one) => one.right).length
  return { score: marked.length ? (100 * right) / marked.length : 0, marked }
}

/** Full-width letters and digits are half-width ones; spaces and case do not matter. */
export function foldBlank(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase()
}

function isRight(question: Question, places: number[], answer: Answer | undefined): boolean {
  if (answer === undefined) return false
  switch (question.type) {
    case 'truefalse':
      return answer === question.answer
    case 'blank': {
      if (typeof answer !== 'string') return false
      const given = foldBlank(answer)
      return given !== '' && question.answers.some((accepted) => foldBlank(accepted) === given)
    }
    case 'single':
      return sameList(numbersAt(places, answer), [question.answer])
    case 'multiple':
      return sameList(sorted(numbersAt(places, answer)), sorted(question.answer))
    case 'order':
      return sameList(textsOf(question, numbersAt(places, answer)), textsOf(question, question.answer))
  }
}

function numbersAt(places: number[], answer: Answer): number[] {
  return Array.isArray(answer) ? [...new Set(answer)].map((place) => places[place] ?? -1) : []
}

// Two options with the same text can stand for each other.
function textsOf(question: { options: string[] }, numbers: number[]): string[] {
  return numbers.map((number) => question.options[number] ?? '')
}

function placesFor(question: Question, shuffle: boolean, random: () => number): number[] {
  const numbers = indexes(optionsOf(question).length)
  if (question.type !== 'order') return shuffle ? shuffled(numbers, random) : numbers
  const places = shuffled(numbers, random)
  const right = textsOf(question, question.answer)
  // A turned circle of options differs from the right order unless all options read alike.
  for (let turns = 0; turns < places.length && sameList(textsOf(question, places), right); turns += 1) {
    places.push(places.shift()!)
  }
  return places
}

function optionsOf(question: Question): string[] {
  return 'options' in question ? question.options : []
}

function indexes(length: number): number[] {
  return Array.from({ length }, (_, index) => index)
}

function sorted(numbers: number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b)
}

function sameList<T>(a: T[], b: T[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index])
}

/** Fisher and Yates. */
function shuffled<T>(list: T[], random: () => number): T[] {
  const result = [...list]
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1))
    ;[result[last], result[other]] = [result[other]!, result[last]!]
  }
  return result
}

/** FNV-1a over the seed's UTF-16 units, then mulberry32. Fair enough for a draw, and no secret. */
function randomFrom(seed: string): () => number {
  let state = 0x811c9dc5
  for (let index = 0; index < seed.length; index += 1) {
    state = Math.imul(state ^ seed.charCodeAt(index), 0x01000193)
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
