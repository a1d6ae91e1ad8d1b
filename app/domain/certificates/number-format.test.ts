import fc from 'fast-check'
import { expect, test } from 'vitest'
import { refusalOfFormat, writeNumber } from './number-format'

const daming = '冀邯大名〔{year}〕教培结字第 {n:4} 号'

test('Daming’s certificate number 123 of 2017 reads as its bureau writes it', () => {
  expect(writeNumber(daming, { year: 2017, count: 123 })).toBe('冀邯大名〔2017〕教培结字第 0123 号')
  expect(writeNumber(daming.replace(':4', ''), { year: 2017, count: 123 })).toBe(
    '冀邯大名〔2017〕教培结字第 123 号',
  )
  expect(writeNumber(daming, { year: 2017, count: 12345 })).toBe('冀邯大名〔2017〕教培结字第 12345 号')
})

test('a format that could give the same number twice, or holds something unknown, is refused', () => {
  expect(refusalOfFormat(daming)).toBeNull()
  expect(refusalOfFormat('第 {n} 号')).toBe('no-year')
  expect(refusalOfFormat('〔{year}〕')).toBe('no-count')
  expect(refusalOfFormat('{year}{year}-{n}')).toBe('twice')
  expect(refusalOfFormat('{year}-{n}-{n:4}')).toBe('twice')
  expect(refusalOfFormat('{year}-{n}-{name}')).toBe('unknown-part')
  expect(refusalOfFormat('{year}-{n:0}')).toBe('unknown-part')
  expect(refusalOfFormat('{year}-{n}}')).toBe('unknown-part')
  expect(refusalOfFormat('{year}\n{n}')).toBe('not-one-line')
  expect(refusalOfFormat(`{year}{n}${'字'.repeat(80)}`)).toBe('too-long')
})

test('a number is never written by a format that was not checked', () => {
  expect(() => writeNumber('第 {n} 号', { year: 2017, count: 1 })).toThrow('no-year')
  expect(() => writeNumber(daming, { year: 2017, count: 0 })).toThrow(RangeError)
})

test('property: different numbers of different years are written differently', () => {
  const numbers = fc.record({
    year: fc.integer({ min: 2000, max: 2099 }),
    count: fc.integer({ min: 1, max: 99_999 }),
  })
  fc.assert(
    fc.property(numbers, numbers, (one, other) => {
      const same = one.year === other.year && one.count === other.count
      expect(writeNumber(daming, one) === writeNumber(daming, other)).toBe(same)
    }),
  )
})
