import { expect, test } from 'vitest'
import { cohortState } from './cohort'

test('a cohort runs from the first instant of its first day to the last of its last one, where it is held', () => {
  const cohort = { startsOn: '2026-09-07', endsOn: '2027-01-03', timeZone: 'Asia/Shanghai' }
  const states = [
    '2026-09-06T15:59:59Z',
    '2026-09-06T16:00:00Z',
    '2027-01-03T15:59:59Z',
    '2027-01-03T16:00:00Z',
  ].map((instant) => cohortState(cohort, new Date(instant)))
  expect(states).toEqual(['not-started', 'running', 'running', 'over'])
})
