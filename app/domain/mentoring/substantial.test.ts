import { expect, test } from 'vitest'
import { isSubstantial, ownCharacters } from './substantial'

const cutOff = new Date('2027-07-01T00:00:00Z')
const thirty = '玉'.repeat(30)

function post(text: string, state: { deletedAt?: Date; hiddenAt?: Date } = {}) {
  return { text, deletedAt: null, hiddenAt: null, ...state }
}

test('a post of thirty characters counts, one of twenty-nine does not', () => {
  expect(isSubstantial(post(thirty), cutOff)).toBe(true)
  expect(isSubstantial(post(thirty.slice(1)), cutOff)).toBe(false)
})

test('spaces and lines quoted from somebody else do not make a post longer', () => {
  expect(ownCharacters('玉 米　皮\n\n最 多')).toBe(5)
  expect(ownCharacters(`> ${thirty}\n ＞${thirty}\n同意`)).toBe(2)
})

test('a rare character counts once', () => {
  expect(ownCharacters('𠮷𠮷')).toBe(2)
})

test('a post deleted or hidden by the cut-off does not count, one hidden later does', () => {
  const before = new Date('2027-06-30T00:00:00Z')
  const later = new Date('2027-07-02T00:00:00Z')
  expect(isSubstantial(post(thirty, { deletedAt: before }), cutOff)).toBe(false)
  expect(isSubstantial(post(thirty, { hiddenAt: cutOff }), cutOff)).toBe(false)
  expect(isSubstantial(post(thirty, { hiddenAt: later }), cutOff)).toBe(true)
})
