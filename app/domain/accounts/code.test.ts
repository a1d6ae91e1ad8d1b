import { expect, test } from 'vitest'
import { codeAlphabet, codeFrom, readCode, writtenCode } from './code'

test('a code is ten characters that cannot be mistaken for one another', () => {
  const code = codeFrom(Uint8Array.from([0xff, 0, 0xff, 0, 0xff, 0, 0x80]))
  expect(code).toHaveLength(10)
  expect([...code].every((sign) => codeAlphabet.includes(sign))).toBe(true)
  expect(codeFrom(new Uint8Array(7))).toBe('2222222222')
  expect(codeFrom(new Uint8Array(7).fill(255))).toBe('ZZZZZZZZZZ')
  expect(new Set(codeAlphabet).size).toBe(32)
})

test('a code is read however it was typed', () => {
  expect(writtenCode('ABCDE23456')).toBe('ABCDE-23456')
  expect(readCode(' abcde-23456 ')).toBe('ABCDE23456')
  expect(readCode('ＡＢＣＤＥ　２３４５６')).toBe('ABCDE23456')
  expect(readCode('AB1DE2345I')).toBe('ABLDE2345L')
})

test('what is too short, too long or of other characters is no code', () => {
  for (const typed of ['', 'ABCDE2345', 'ABCDE234567', 'ABCDE2345中', 'ABCDE-2345O']) {
    expect(readCode(typed)).toBeNull()
  }
})
