import { expect, test } from 'vitest'
import { addressedNumber, readToken, sameNumber, shortToken, tokenOf } from './token'

test('a token has sixteen signs that cannot be mistaken for one another', () => {
  const token = tokenOf(Uint8Array.from([0x9f, 0x2c, 0x41, 0xa7, 0, 1, 2, 3, 4, 255]))
  expect(token).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/)
  expect(tokenOf(new Uint8Array(10))).toBe('0'.repeat(16))
  expect(shortToken(token)).toBe(`${token.slice(0, 4)} ${token.slice(4, 8)}`)
})

test('what is read from paper may have spaces, small letters and an O for a nought', () => {
  expect(readToken(' 9f2c 41a7 ')).toBe('9F2C41A7')
  expect(readToken('9F2C-41A7-K3M5-X8QO')).toBe('9F2C41A7K3M5X8Q0')
  expect(readToken('9F2C41')).toBeNull()
  expect(readToken("9F2C41A7' or 1=1")).toBeNull()
})

test('a number is the same with other brackets and without its spaces', () => {
  expect(sameNumber('冀邯大名〔2017〕教培结字第 0123 号', '冀邯大名[2017]教培结字第0123号')).toBe(true)
  expect(sameNumber('冀邯大名〔2017〕教培结字第 0123 号', '冀邯大名〔2017〕教培结字第 0124 号')).toBe(false)
  expect(addressedNumber({ year: 2017 }, 123)).toBe('2017-0123')
})
