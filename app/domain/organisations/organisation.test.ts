import { expect, test } from 'vitest'
import { parentsFirst } from './organisation'

const row = (code: string, parent: string) => ({ code, parent, name: code, kind: 'unit' })

test('a county listed before its city is placed after it', () => {
  const { sorted, lost } = parentsFirst([row('130425', '130400'), row('130400', '')], new Set())
  expect(sorted.map((one) => one.code)).toEqual(['130400', '130425'])
  expect(lost).toEqual([])
})

test('a unit under a parent that nobody knows is told apart', () => {
  const { sorted, lost } = parentsFirst([row('a', 'nowhere'), row('b', 'c'), row('c', 'b')], new Set())
  expect(sorted).toEqual([])
  expect(lost.map((one) => one.code)).toEqual(['a', 'b', 'c'])
})

test('a parent that is there already counts', () => {
  expect(parentsFirst([row('a', 'there')], new Set(['there'])).sorted).toHaveLength(1)
})
