import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayClosesAt, dayOf, dayOpensAt, weekClosesAt, weekNumber, weekOpensAt } from './weeks'

const daming = { startsOn: '2027-03-17', timeZone: 'Asia/Shanghai' } // a Wednesday

test('week one opens on the Monday of the week in which the cohort starts, at midnight in its place', () => {
  expect(weekOpensAt(daming, 1)).toEqual(new Date('2027-03-14T16:00:00Z'))
  expect(weekOpensAt(daming, 9)).toEqual(new Date('2027-05-09T16:00:00Z'))
})

test('a week closes when its Sunday is over', () => {
  expect(weekClosesAt(daming, 1)).toEqual(new Date('2027-03-21T16:00:00Z'))
})

test('Sunday evening in Daming still belongs to the week, Monday at midnight to the next', () => {
  expect(weekNumber(daming, new Date('2027-03-21T15:59:59Z'))).toBe(1)
  expect(weekNumber(daming, new Date('2027-03-21T16:00:00Z'))).toBe(2)
  expect(weekNumber(daming, new Date('2027-03-14T15:59:59Z'))).toBe(0)
})

test('a day is a day of its place', () => {
  expect(dayOf(new Date('2027-03-14T16:00:00Z'), 'Asia/Shanghai')).toBe('2027-03-15')
  expect(dayOpensAt('2027-03-15', 'Asia/Shanghai')).toEqual(new Date('2027-03-14T16:00:00Z'))
  expect(dayClosesAt('2027-03-15', 'Asia/Shanghai')).toEqual(new Date('2027-03-15T16:00:00Z'))
})

test('a week over a change to summer time still begins at midnight', () => {
  const berlin = { startsOn: '2027-03-22', timeZone: 'Europe/Berlin' }
  expect(weekOpensAt(berlin, 1)).toEqual(new Date('2027-03-21T23:00:00Z'))
  expect(weekOpensAt(berlin, 2)).toEqual(new Date('2027-03-28T22:00:00Z'))
})

test('property: an instant lies in the week that its number names', () => {
  const instants = fc.date({ min: new Date('2026-01-01'), max: new Date('2029-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(
      instants,
      fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York'),
      (at, timeZone) => {
        const calendar = { startsOn: '2027-03-17', timeZone }
        const week = weekNumber(calendar, at)
        expect(weekOpensAt(calendar, week).getTime()).toBeLessThanOrEqual(at.getTime())
        expect(weekClosesAt(calendar, week).getTime()).toBeGreaterThan(at.getTime())
      },
    ),
  )
})
