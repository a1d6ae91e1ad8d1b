import { expect, test } from 'vitest'
import { choiceAsked, pageAsked, sortAsked, wordAsked } from './asked'

const asked = (text: string) => new URLSearchParams(text)

test('whatever an address asks for, a list answers it', () => {
  expect(wordAsked(asked('q=%00%20王芳%07'))).toBe('王芳')
  expect(wordAsked(asked(`q=${'王'.repeat(500)}`))).toHaveLength(80)
  expect(['', 'page=-3', 'page=0', 'page=x'].map((text) => pageAsked(asked(text)))).toEqual([1, 1, 1, 1])
  expect(pageAsked(asked('page=99999999999999999999999'))).toBe(100_000)
  expect(choiceAsked(asked('state=arrived'), 'state', ['arrived', 'withdrawn'])).toBe('arrived')
  expect(choiceAsked(asked("state=';drop"), 'state', ['arrived', 'withdrawn'])).toBe('')
})

test('a list is sorted by a column that it has, either way', () => {
  expect(sortAsked(asked('sort=hours'), ['name', 'hours'])).toBe('hours')
  expect(sortAsked(asked('sort=-hours'), ['name', 'hours'])).toBe('-hours')
  expect(sortAsked(asked('sort=-password'), ['name', 'hours'])).toBe('')
})
