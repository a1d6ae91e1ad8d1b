import { expect, test } from 'vitest'
import { type DeadlineFacts, deadlineOf, isLate, refusalAt } from './deadlines'

const facts: DeadlineFacts = {
  calendar: { startsOn: '2027-03-15', timeZone: 'Asia/Shanghai' },
  closesWeek: 4,
  endsOn: '2027-07-11',
  moduleClosedAt: null,
  cohortClosedAt: null,
  later: null,
}
const lastMinute = new Date('2027-04-11T15:59:59Z')
const monday = new Date('2027-04-11T16:00:00Z')

test('work of Sunday night is in time, that of Monday is late and still taken', () => {
  const deadline = deadlineOf(facts)
  expect(isLate(deadline, lastMinute)).toBe(false)
  expect(isLate(deadline, monday)).toBe(true)
  expect(refusalAt(deadline, monday)).toBeNull()
})

test('a module that the manager closed takes nothing more', () => {
  const deadline = deadlineOf({ ...facts, moduleClosedAt: monday })
  expect(refusalAt(deadline, lastMinute)).toBeNull()
  expect(refusalAt(deadline, monday)).toBe('module-closed')
})

test('nothing is taken after the cohort’s last day', () => {
  const deadline = deadlineOf(facts)
  expect(refusalAt(deadline, new Date('2027-07-11T15:59:59Z'))).toBeNull()
  expect(refusalAt(deadline, new Date('2027-07-11T16:00:00Z'))).toBe('cohort-closed')
  expect(refusalAt(deadlineOf({ ...facts, cohortClosedAt: monday }), monday)).toBe('cohort-closed')
})

test('a concession’s later date outlives both closings, and what comes by then is not late', () => {
  const later = new Date('2027-08-01T00:00:00Z')
  const deadline = deadlineOf({ ...facts, moduleClosedAt: monday, cohortClosedAt: monday, later })
  const july = new Date('2027-07-30T00:00:00Z')
  expect(isLate(deadline, july)).toBe(false)
  expect(refusalAt(deadline, july)).toBeNull()
  expect(refusalAt(deadline, later)).toBe('cohort-closed')
})
