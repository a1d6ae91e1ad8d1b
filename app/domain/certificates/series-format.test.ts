import { expect, test } from 'vitest'
import { refusalOfFormat, writeNumber } from './number-format'
import { defaultFormat, shortName } from './series-format'

const daming = { code: '130425', name: '大名县教育局', city: '邯郸市教育局' }

test('Daming’s numbers carry the signs of its province and city', () => {
  expect(writeNumber(defaultFormat('certificate', daming), { year: 2017, count: 123 })).toBe(
    '冀邯大名〔2017〕教培结字第 0123 号',
  )
  expect(writeNumber(defaultFormat('report', daming), { year: 2017, count: 3 })).toBe(
    '大名教培报〔2017〕3 号',
  )
})

test('a district of a municipality has no sign of a city beside that of the municipality', () => {
  const xicheng = { code: '110102', name: '西城区教育委员会', city: '北京市教育委员会' }
  expect(defaultFormat('certificate', xicheng)).toBe('京西城〔{year}〕教培结字第 {n:4} 号')
})

test('an organisation outside of the codes is named and nothing is guessed', () => {
  const school = { code: 'BOU', name: '北京开放大学社会教育学院', city: null }
  expect(defaultFormat('certificate', school)).toBe('北京开放大学社会教育学院〔{year}〕教培结字第 {n:4} 号')
  expect(refusalOfFormat(defaultFormat('certificate', school))).toBeNull()
  expect(shortName('教育局')).toBe('教育局')
})
