import { expect, test } from 'vitest'
import {
  formatBytes,
  formatCount,
  formatDate,
  formatDay,
  formatDayOfTalk,
  formatDayTime,
  formatHours,
  formatMinutes,
  formatPosition,
  formatRange,
  formatRelativeDay,
  formatScore,
  formatShare,
  formatWhen,
} from './format'

const shanghai = 'Asia/Shanghai'
const friday = '2017-05-12T01:00:00Z'

test('a day is written with its weekday, in each language', () => {
  expect(formatDay(friday, shanghai, 'zh-CN')).toBe('5月12日（周五）')
  expect(formatDay(friday, shanghai, 'en')).toBe('Fri 12 May')
  expect(formatDayTime(friday, shanghai, 'zh-CN')).toBe('5月12日（周五）9:00')
  expect(formatDayTime(friday, shanghai, 'en')).toBe('Fri 12 May, 9:00')
  expect(formatDate(friday, shanghai, 'zh-CN')).toBe('2017年5月12日')
  expect(formatDate(friday, shanghai, 'en')).toBe('12 May 2017')
})

test('the same instant is another day at another place', () => {
  const lateInBeijing = '2017-05-12T15:30:00Z'
  expect(formatDayTime(lateInBeijing, shanghai, 'en')).toBe('Fri 12 May, 23:30')
  expect(formatDayTime(lateInBeijing, 'Asia/Tokyo', 'en')).toBe('Sat 13 May, 0:30')
})

test('a range names its day once, and both where they differ', () => {
  expect(formatRange(friday, '2017-05-12T09:00:00Z', shanghai, 'zh-CN')).toBe('5月12日（周五）9:00—17:00')
  expect(formatRange(friday, '2017-05-13T09:00:00Z', shanghai, 'en')).toBe(
    'Fri 12 May, 9:00–Sat 13 May, 17:00',
  )
})

test('a day near now is told in words, by the calendar of the place', () => {
  const now = '2017-05-12T15:59:00Z'
  expect(formatRelativeDay('2017-05-12T16:01:00Z', now, shanghai, 'zh-CN')).toBe('明天')
  expect(formatRelativeDay(friday, now, shanghai, 'en')).toBe('today')
  expect(formatRelativeDay('2017-05-20T01:00:00Z', now, shanghai, 'zh-CN')).toBe('8 天后')
  expect(formatRelativeDay('2017-05-09T01:00:00Z', now, shanghai, 'en')).toBe('3 days ago')
  expect(formatWhen('2017-05-11T13:06:00Z', now, shanghai, 'zh-CN')).toBe('昨天 21:06')
  expect(formatWhen(friday, now, shanghai, 'en')).toBe('9:00')
})

test('the days of a talk are told by name where they are near, by date where they are not', () => {
  const now = '2017-05-12T13:00:00Z'
  expect(formatDayOfTalk(friday, now, shanghai, 'zh-CN')).toBe('今天')
  expect(formatDayOfTalk('2017-05-10T16:30:00Z', now, shanghai, 'en')).toBe('yesterday')
  expect(formatDayOfTalk('2017-05-10T15:30:00Z', now, shanghai, 'zh-CN')).toBe('5月10日（周三）')
})

test('a length of time is told in words', () => {
  expect(formatMinutes(80, 'zh-CN')).toBe('1 小时 20 分钟')
  expect(formatMinutes(61, 'en')).toBe('1 hour 1 minute')
  expect(formatMinutes(120, 'en')).toBe('2 hours')
  expect(formatMinutes(0.4, 'zh-CN')).toBe('0 分钟')
  expect(formatPosition(760)).toBe('12:40')
  expect(formatPosition(3725)).toBe('1:02:05')
})

test('a score is never rounded up to a mark that it did not reach', () => {
  expect(formatScore(59.99)).toBe('59.9')
  expect(formatScore(88)).toBe('88')
  expect(formatScore(0.3 * 3 * 100)).toBe('90')
  expect(formatShare(287 / 318)).toBe('90.2%')
})

test('hours, counts and sizes read plainly', () => {
  expect(formatHours('71.50')).toBe('71.5')
  expect(formatHours(77)).toBe('77')
  expect(formatCount(8260)).toBe('8,260')
  expect(formatCount(28000000)).toBe('28,000,000')
  expect(formatBytes(1_440_000)).toBe('1.4 MB')
})
