import { expect, test } from 'vitest'
import { sorted } from './sorted'

const people = [
  { name: '赵敏', score: 80 },
  { name: '陈丽', score: null },
  { name: '李娜', score: 95.5 },
]
const values = {
  name: (one: (typeof people)[number]) => one.name,
  score: (one: (typeof people)[number]) => one.score,
}

test('names stand as in a dictionary, numbers by their size, and who has none last', () => {
  expect(sorted(people, 'name', values).map((one) => one.name)).toEqual(['陈丽', '李娜', '赵敏'])
  expect(sorted(people, 'score', values).map((one) => one.score)).toEqual([80, 95.5, null])
  expect(sorted(people, '-score', values).map((one) => one.score)).toEqual([95.5, 80, null])
  expect(sorted(people, '', values)).toEqual(people)
})
