import { expect, test } from 'vitest'
import { answersIn, isTooLong } from './answers'
import type { ShownQuestion } from './questions'

const questions: ShownQuestion[] = [
  { id: 'one', type: 'single', stem: '', options: ['a', 'b'] },
  { id: 'many', type: 'multiple', stem: '', options: ['a', 'b', 'c'] },
  { id: 'yes', type: 'truefalse', stem: '', options: [] },
  { id: 'gap', type: 'blank', stem: '', options: [] },
  { id: 'row', type: 'order', stem: '', options: ['a', 'b', 'c'] },
]

test('a form’s fields become answers, each in its shape', () => {
  const fields = new URLSearchParams(
    'q.one=1&q.many=2&q.many=0&q.yes=false&q.gap=+事实+&q.row.0=2&q.row.1=3&q.row.2=1',
  )
  expect(answersIn(questions, fields)).toEqual({
    one: [1],
    many: [0, 2],
    yes: false,
    gap: '事实',
    row: [2, 0, 1],
  })
})

test('what is empty, half ranked or no option is no answer', () => {
  const fields = new URLSearchParams('q.one=7&q.many=x&q.yes=&q.gap=+&q.row.0=1&q.row.1=1&q.row.2=2')
  expect(answersIn(questions, fields)).toEqual({})
})

test('more than fits into a blank is told apart, and never cut', () => {
  const gap = questions[3]!
  expect(isTooLong(gap, new URLSearchParams({ 'q.gap': `  ${'长'.repeat(500)} ` }))).toBe(false)
  const long = new URLSearchParams({ 'q.gap': '长'.repeat(501) })
  expect(isTooLong(gap, long)).toBe(true)
  expect(answersIn([gap], long)).toEqual({ gap: '长'.repeat(501) })
})
