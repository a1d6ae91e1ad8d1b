import { expect, test } from 'vitest'
import { recordedBy, standingAt } from './cut-off'

const day = (date: number) => new Date(Date.UTC(2027, 6, date))
const entries = [
  { id: 'a', recordedAt: day(1), score: 50 },
  { id: 'c', recordedAt: day(3), score: 80 },
  { id: 'b', recordedAt: day(3), score: 70 },
  { id: 'd', recordedAt: day(9), score: 90 },
]

test('a mark entered after the cut-off changes nothing before it', () => {
  expect(standingAt(entries, day(5))?.score).toBe(80)
  expect(standingAt(entries, day(9))?.score).toBe(90)
  expect(standingAt(entries, day(0))).toBeNull()
})

test('what was recorded at the very instant of the cut-off counts', () => {
  expect(recordedBy(entries, day(3))).toHaveLength(3)
})
