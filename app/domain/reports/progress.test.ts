import { expect, test } from 'vitest'
import { type PacedModule, paceOf, standingOf } from './progress'

const modules: PacedModule[] = [
  { opensWeek: 1, closesWeek: 4, required: ['a', 'b', 'c', 'd', 'e', 'f'] },
  { opensWeek: 5, closesWeek: 8, required: ['g', 'h', 'i', 'j'] },
]
const nobody = { handedIn: new Set<string>(), week: 1, arrived: false, missedSessions: 0 }
const after = (...handedIn: string[]) => ({ ...nobody, arrived: true, handedIn: new Set(handedIn) })

test('nobody is behind in the first week', () => {
  expect(paceOf(modules, nobody)).toEqual({ handedIn: 0, required: 10, due: 0, lags: [] })
})

test('who has not been seen when the first week is over is behind, whatever is due', () => {
  expect(paceOf(modules, { ...nobody, week: 2 }).lags).toEqual([{ word: 'not-arrived' }])
})

test('an activity less than the weeks would have it is nobody’s trouble, two are', () => {
  expect(paceOf(modules, { ...after('a', 'b'), week: 3 })).toMatchObject({ due: 3, lags: [] })
  expect(paceOf(modules, { ...after('a'), week: 3 }).lags).toEqual([{ word: 'slow', activities: 2 }])
})

test('a single activity of a module that is over makes one behind', () => {
  const pace = paceOf(modules, { ...after('a', 'b', 'c', 'd', 'e', 'g', 'h'), week: 5 })
  expect(pace.lags).toEqual([{ word: 'overdue', activities: 1 }])
  expect(standingOf(pace, { withdrawn: false, state: 'not-yet' })).toBe('behind')
})

test('a missed session is told, and does not make somebody behind by itself', () => {
  const pace = paceOf(modules, { ...after('a'), week: 1, missedSessions: 2 })
  expect(pace.lags).toEqual([{ word: 'missed', sessions: 2 }])
  expect(standingOf(pace, { withdrawn: false, state: 'not-yet' })).toBe('on-pace')
})

test('who withdrew or has completed is neither behind nor ahead', () => {
  const pace = paceOf(modules, { ...nobody, week: 9 })
  expect(standingOf(pace, { withdrawn: true, state: 'not-yet' })).toBe('withdrawn')
  expect(standingOf(pace, { withdrawn: false, state: 'done' })).toBe('complete')
  expect(standingOf(pace, { withdrawn: false, state: 'can-no-longer' })).toBe('out-of-reach')
})
