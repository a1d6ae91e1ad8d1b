import { expect, test } from 'vitest'
import { LONGEST_POST, refusalOfText, wordsOf } from './post'

test('a post keeps its line breaks, and loses its margins and what turns words around unseen', () => {
  expect(wordsOf('  早上好\r\n大家\n\n\n\n\n再说\u0000\u202e\u2066 ')).toBe('早上好\n大家\n\n\n再说')
})

test('what nobody can see says nothing', () => {
  for (const nothing of [
    '',
    ' \n',
    '\u200b',
    '\ufeff\u200d\u2060',
    '\u00ad',
    '\u3164',
    '\u2800\u115f',
    '\u0301',
  ]) {
    expect([nothing, refusalOfText(wordsOf(nothing))]).toEqual([nothing, 'empty'])
  }
})

test('a picture, one sign and a foreign word each say something', () => {
  for (const word of ['👍', '❤️', '👩‍👩‍👧', '。', '𠮷', 'مرحبا', 'é', '1']) {
    expect([word, refusalOfText(wordsOf(word))]).toEqual([word, null])
  }
})

test('a rare character counts once towards the most that a post may hold', () => {
  expect(refusalOfText('𠮷'.repeat(LONGEST_POST))).toBe(null)
  expect(refusalOfText('𠮷'.repeat(LONGEST_POST + 1))).toBe('too-long')
})
