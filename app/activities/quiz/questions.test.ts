import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Answers,
  drawQuestions,
  foldBlank,
  type Question,
  scoreAttempt,
  showQuestions,
} from './questions'

const questions: Question[] = [
  {
    id: 'q1',
    type: 'single',
    stem: '最重要的要求？',
    options: ['感受', '客观', '评价', '比较'],
    answer: 1,
    why: '',
  },
  {
    id: 'q2',
    type: 'multiple',
    stem: '检查哪些？',
    options: ['场地', '着装', '天气', '认字量'],
    answer: [0, 1, 2],
    why: '',
  },
  { id: 'q3', type: 'truefalse', stem: '不少于两小时。', answer: true, why: '' },
  { id: 'q4', type: 'blank', stem: '先做好____。', answers: ['观察', 'ABC 1'], why: '' },
  {
    id: 'q5',
    type: 'order',
    stem: '排列步骤。',
    options: ['观察', '解读', '判断', '支持'],
    answer: [0, 1, 2, 3],
    why: '',
  },
]
const quiz = { questions, drawn: 5, shuffle: false }
const plain = questions.map((one) => ({
  id: one.id,
  options: 'options' in one ? one.options.map((_, n) => n) : [],
}))
const allRight: Answers = { q1: [1], q2: [2, 0, 1], q3: true, q4: '观察', q5: [0, 1, 2, 3] }

test('who answers everything right scores a hundred', () => {
  expect(scoreAttempt(questions, plain, allRight).score).toBe(100)
})

test('who answers nothing scores nought', () => {
  expect(scoreAttempt(questions, plain, {}).score).toBe(0)
})

test('a score is not rounded', () => {
  const three = plain.slice(0, 3)
  expect(scoreAttempt(questions, three, { q1: [1], q3: true }).score).toBe(200 / 3)
})

test('a multiple choice with one right option missing, or one wrong too many, is wrong', () => {
  const right = (chosen: number[]) => scoreAttempt(questions, [plain[1]!], { q2: chosen }).marked[0]!.right
  expect(right([0, 1])).toBe(false)
  expect(right([0, 1, 2, 3])).toBe(false)
  expect(right([1, 1, 0, 2])).toBe(true)
})

test('a single choice answered with two options is wrong', () => {
  expect(scoreAttempt(questions, [plain[0]!], { q1: [1, 2] }).score).toBe(0)
})

test('a blank is right in each accepted form, full-width, spaced or in capitals', () => {
  const score = (text: string) => scoreAttempt(questions, [plain[3]!], { q4: text }).score
  expect([' 观 察', 'ａｂｃ１', 'AbC　1', 'abc1'].map(score)).toEqual([100, 100, 100, 100])
  expect(['', '  ', '观', 'abc'].map(score)).toEqual([0, 0, 0, 0])
})

test('an answer of the wrong shape is wrong and breaks nothing', () => {
  const odd: Answers = { q1: true, q2: 'x', q3: [0], q4: [1], q5: [9, 9, -1] }
  expect(scoreAttempt(questions, plain, odd).score).toBe(0)
})

test('options that read alike can stand for each other in an order question', () => {
  const twins: Question = {
    id: 't',
    type: 'order',
    stem: '',
    options: ['洗手', '吃饭', '洗手'],
    answer: [0, 1, 2],
    why: '',
  }
  expect(scoreAttempt([twins], [{ id: 't', options: [2, 1, 0] }], { t: [0, 1, 2] }).score).toBe(100)
})

test('a trainee sees stems and options and nothing that tells the answer', () => {
  const shown = showQuestions(questions, plain)
  expect(shown).toHaveLength(5)
  for (const one of shown) expect(Object.keys(one).sort()).toEqual(['id', 'options', 'stem', 'type'])
})

test('property: the same seed draws the same attempt, with as many different questions as asked for', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 5 }), fc.boolean(), (seed, drawn, shuffle) => {
      const first = drawQuestions({ questions, drawn, shuffle }, seed)
      expect(drawQuestions({ questions, drawn, shuffle }, seed)).toEqual(first)
      expect(new Set(first.map((one) => one.id)).size).toBe(drawn)
      if (!shuffle) expect(first.map((one) => one.id)).toEqual(first.map((one) => one.id).sort())
    }),
  )
})

test('property: an order question is never shown in its right order', () => {
  fc.assert(
    fc.property(fc.string(), fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 6 }), (seed, options) => {
      const answer = options.map((_, number) => number)
      const order: Question = { id: 'o', type: 'order', stem: '', options, answer, why: '' }
      const drawn = drawQuestions({ questions: [order], drawn: 1, shuffle: false }, seed)
      expect([...drawn[0]!.options].sort()).toEqual(answer)
      expect(showQuestions([order], drawn)[0]!.options).not.toEqual(options)
      expect(scoreAttempt([order], drawn, { o: answer }).score).toBe(0)
    }),
  )
})

test('property: who knows the answers scores a hundred, however the attempt was shuffled', () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const drawn = drawQuestions({ ...quiz, shuffle: true }, seed)
      const answers: Answers = { q3: true, q4: '观察' }
      for (const { id, options } of drawn) {
        const question = questions.find((one) => one.id === id)!
        if (question.type === 'single') answers[id] = [options.indexOf(question.answer)]
        if (question.type === 'multiple' || question.type === 'order') {
          answers[id] = question.answer.map((number) => options.indexOf(number))
        }
      }
      expect(scoreAttempt(questions, drawn, answers).score).toBe(100)
    }),
  )
})

test('folding a blank twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(foldBlank(foldBlank(text))).toBe(foldBlank(text))
    }),
  )
})
