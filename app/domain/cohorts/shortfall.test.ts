import { expect, test } from 'vitest'
import type { Condition } from '../learning/release'
import { shortfallOf } from './shortfall'

const week = (week: number): Condition => ({ kind: 'week', week })
const modules = [
  { id: 'm1', title: '模块一', closesWeek: 4, opens: week(1) },
  { id: 'm2', title: '模块二', closesWeek: 8, opens: week(5) },
  {
    id: 'm3',
    title: '模块三',
    closesWeek: 17,
    opens: { kind: 'all', of: [week(9), { kind: 'module', module: 'm2' }] } satisfies Condition,
  },
]
const plan = { weeks: 17, modules }
/** From Monday 7 September 2026. */
const until = (endsOn: string, startsOn = '2026-09-07') => ({ startsOn, endsOn, timeZone: 'Asia/Shanghai' })

test('a cohort that ends in the programme’s last week is long enough, on whichever day of it', () => {
  expect(shortfallOf(until('2027-01-03'), plan)).toBeNull()
  expect(shortfallOf(until('2026-12-28'), plan)).toBeNull()
})

test('a week of seventeen opens the first module for a while, and the others never', () => {
  expect(shortfallOf(until('2026-09-13'), plan)).toEqual({
    weeks: 17,
    lastDay: '2027-01-03',
    given: 1,
    never: ['模块二', '模块三'],
    early: ['模块一'],
  })
})

test('the last day of a week does not reach into the next one, and weeks begin on Mondays', () => {
  expect(shortfallOf(until('2026-11-01'), plan)).toMatchObject({ given: 8, never: ['模块三'], early: [] })
  expect(shortfallOf(until('2026-11-02'), plan)).toMatchObject({ given: 9, never: [], early: ['模块三'] })
  expect(shortfallOf(until('2026-11-02', '2026-09-10'), plan)).toMatchObject({ given: 9 })
})

test('a module waits as long as the one that comes first, and one of several ways is enough', () => {
  const after: Condition = { kind: 'module', module: 'm3' }
  const last = { id: 'm4', title: '模块四', closesWeek: 17, opens: after }
  const of = (opens: Condition) => ({ ...plan, modules: [...modules, { ...last, opens }] })
  expect(shortfallOf(until('2026-11-01'), of(after))).toMatchObject({ never: ['模块三', '模块四'] })
  const either: Condition = { kind: 'any', of: [after, week(2)] }
  expect(shortfallOf(until('2026-11-01'), of(either))).toMatchObject({ never: ['模块三'], early: ['模块四'] })
})

test('a module whose own day lies behind the end never opens, however many weeks there are', () => {
  const dated = {
    ...plan,
    modules: [{ ...modules[0]!, opens: { kind: 'date', day: '2027-02-01' } as const }],
  }
  expect(shortfallOf(until('2027-01-03'), dated)).toMatchObject({ given: 17, never: ['模块一'] })
})

test('modules that wait for each other are no endless question', () => {
  const circle = (id: string, module: string) => ({
    id,
    title: id,
    closesWeek: 1,
    opens: { kind: 'module', module } as const,
  })
  expect(
    shortfallOf(until('2026-09-13'), { weeks: 1, modules: [circle('a', 'b'), circle('b', 'a')] }),
  ).toBeNull()
})
