import { expect, test } from 'vitest'
import { cohortState, refusalOfDates } from './cohort'

const cohort = { startsOn: '2026-09-07', endsOn: '2027-01-03', timeZone: 'Asia/Shanghai' }

test('a cohort runs from the first instant of its first day to the last of its last one, where it is held', () => {
  const states = [
    '2026-09-06T15:59:59Z',
    '2026-09-06T16:00:00Z',
    '2027-01-03T15:59:59Z',
    '2027-01-03T16:00:00Z',
  ].map((instant) => cohortState(cohort, new Date(instant)))
  expect(states).toEqual(['not-started', 'running', 'running', 'over'])
})

test('the first day can be moved until it comes, to a day that is not past', () => {
  const before = new Date('2026-09-06T15:59:59Z')
  const begun = new Date('2026-09-06T16:00:00Z')
  const from = (startsOn: string) => ({ ...cohort, startsOn })
  expect(refusalOfDates(cohort, from('2026-09-14'), before)).toBeNull()
  expect(refusalOfDates(cohort, from('2026-09-06'), before)).toBeNull()
  expect(refusalOfDates(cohort, from('2026-09-05'), before)).toBe('start-past')
  expect(refusalOfDates(cohort, from('2026-09-14'), begun)).toBe('begun')
  expect(refusalOfDates(cohort, cohort, begun)).toBeNull()
})

test('the last day can be moved to any that is not past, also of a cohort that is over', () => {
  const until = (endsOn: string) => ({ ...cohort, endsOn })
  const during = new Date('2026-11-02T04:00:00Z')
  const after = new Date('2027-02-01T04:00:00Z')
  expect(refusalOfDates(cohort, until('2026-11-02'), during)).toBeNull()
  expect(refusalOfDates(cohort, until('2026-11-01'), during)).toBe('end-past')
  expect(refusalOfDates(cohort, until('2026-09-06'), during)).toBe('dates')
  expect(refusalOfDates(cohort, until('2027-02-14'), after)).toBeNull()
  expect(refusalOfDates(cohort, cohort, after)).toBeNull()
})
