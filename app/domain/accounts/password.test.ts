import { expect, test } from 'vitest'
import { wrongPassword } from './password'

test('a password of eight characters that nobody would try first is good', () => {
  expect(wrongPassword('春风化雨润物无声')).toBeNull()
  expect(wrongPassword('tian-shan 7')).toBeNull()
})

test('a password is refused with the reason why', () => {
  expect(wrongPassword('1234567')).toBe('too-short')
  expect(wrongPassword('长'.repeat(7))).toBe('too-short')
  expect(wrongPassword('x'.repeat(129))).toBe('too-long')
  expect(wrongPassword('12345678')).toBe('too-common')
  expect(wrongPassword('Password1')).toBe('too-common')
  expect(wrongPassword('aaaaaaaaaaaa')).toBe('too-common')
  expect(wrongPassword('19900001234', ['19900001234'])).toBe('is-sign-in-name')
})
