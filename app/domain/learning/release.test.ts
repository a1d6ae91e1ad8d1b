import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Condition, dependsOn, opensByTime, type ReleaseFacts, releasable } from './release'
import { ConditionSchema } from './release.schema'

const calendar = { startsOn: '2027-03-15', timeZone: 'Asia/Shanghai' }

function facts(some: Partial<ReleaseFacts> = {}): ReleaseFacts {
  return {
    at: new Date('2027-04-14T02:00:00Z'), // Wednesday of week five
    calendar,
    required: new Map([['m1', ['film', 'quiz', 'workshop']]]),
    handedIn: new Set(),
    scores: new Map(),
    attended: new Map(),
    organisations: new Set(),
    group: null,
    ...some,
  }
}

const moduleTwo: Condition = {
  kind: 'all',
  of: [
    { kind: 'week', week: 5 },
    { kind: 'module', module: 'm1' },
  ],
}

test('module two opens from its week, once all that module one requires is handed in', () => {
  const done = new Set(['film', 'quiz', 'workshop'])
  expect(releasable(moduleTwo, facts({ handedIn: done }))).toEqual({ open: true })
})

test('a locked module names each activity that is still to be handed in', () => {
  expect(releasable(moduleTwo, facts({ handedIn: new Set(['film']) }))).toEqual({
    open: false,
    reasons: [
      { kind: 'hand-in', activity: 'quiz' },
      { kind: 'hand-in', activity: 'workshop' },
    ],
  })
})

test('who is ahead of the weeks is told the day', () => {
  const early = facts({
    at: new Date('2027-04-11T15:59:59Z'),
    handedIn: new Set(['film', 'quiz', 'workshop']),
  })
  expect(releasable(moduleTwo, early)).toEqual({
    open: false,
    reasons: [{ kind: 'opens', at: new Date('2027-04-11T16:00:00Z'), week: 5 }],
  })
})

test('no condition is open', () => {
  expect(releasable(null, facts())).toEqual({ open: true })
})

test('a date opens at midnight in the cohort’s place', () => {
  const condition: Condition = { kind: 'date', day: '2027-04-14' }
  expect(releasable(condition, facts({ at: new Date('2027-04-13T16:00:00Z') })).open).toBe(true)
  expect(releasable(condition, facts({ at: new Date('2027-04-13T15:59:59Z') })).open).toBe(false)
})

test('a score that is missing is told apart from one that is too low', () => {
  const condition: Condition = { kind: 'score', activity: 'quiz', atLeast: 60 }
  const reason = { kind: 'score', activity: 'quiz', atLeast: 60 }
  expect(releasable(condition, facts())).toEqual({ open: false, reasons: [{ ...reason, score: null }] })
  const low = facts({ scores: new Map([['quiz', 59.9]]) })
  expect(releasable(condition, low)).toEqual({ open: false, reasons: [{ ...reason, score: 59.9 }] })
  expect(releasable(condition, facts({ scores: new Map([['quiz', 60]]) })).open).toBe(true)
})

test('attendance counts the sessions of one workshop or of all', () => {
  const attended = new Map([
    ['first', 2],
    ['second', 1],
  ])
  const of = (activity: string | null) =>
    releasable({ kind: 'attendance', sessions: 3, activity }, facts({ attended }))
  expect(of(null).open).toBe(true)
  expect(of('second')).toEqual({
    open: false,
    reasons: [{ kind: 'attend', sessions: 2, activity: 'second' }],
  })
})

test('a condition for an organisation or a group opens for its people only', () => {
  const condition: Condition = {
    kind: 'any',
    of: [
      { kind: 'organisation', organisation: 'jintan' },
      { kind: 'group', group: 'g1' },
    ],
  }
  expect(releasable(condition, facts({ organisations: new Set(['jintan']) })).open).toBe(true)
  expect(releasable(condition, facts({ group: 'g1' })).open).toBe(true)
  const closed = releasable(condition, facts({ group: 'g2' }))
  expect(closed).toMatchObject({ open: false, reasons: [{ kind: 'any', ways: [[{}], [{}]] }] })
})

test('the sweep learns on which days a condition may come true', () => {
  expect(opensByTime(moduleTwo, calendar)).toEqual([new Date('2027-04-11T16:00:00Z')])
})

test('work of a module may open the next once its day has come, and before that opens nothing', () => {
  const inWeekFive = facts()
  const inWeekFour = facts({ at: new Date('2027-04-11T15:59:59Z') })
  expect(dependsOn(moduleTwo, 'quiz', 'm1', inWeekFive)).toBe(true)
  expect(dependsOn(moduleTwo, 'quiz', 'm1', inWeekFour)).toBe(false)
  expect(dependsOn(moduleTwo, 'quiz', 'm2', inWeekFive)).toBe(false)
  const eitherWay: Condition = { kind: 'any', of: moduleTwo.of }
  expect(dependsOn(eitherWay, 'quiz', 'm1', inWeekFour)).toBe(true)
})

test('a stored condition with an empty branch or an unknown kind is refused', () => {
  expect(ConditionSchema.safeParse(moduleTwo).success).toBe(true)
  expect(ConditionSchema.safeParse({ kind: 'any', of: [] }).success).toBe(false)
  expect(ConditionSchema.safeParse({ kind: 'whim' }).success).toBe(false)
})

const conditions: fc.Arbitrary<Condition> = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    fc.record({ kind: fc.constant('week' as const), week: fc.integer({ min: 1, max: 9 }) }),
    fc.record({
      kind: fc.constant('activity' as const),
      activity: fc.constantFrom('film', 'quiz', 'workshop'),
    }),
    fc.record({ kind: fc.constant('module' as const), module: fc.constantFrom('m1') }),
    fc.record({
      kind: fc.constant('score' as const),
      activity: fc.constant('quiz'),
      atLeast: fc.constantFrom(60, 90),
    }),
    fc.record({
      kind: fc.constantFrom('all' as const, 'any' as const),
      of: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
    }),
  ),
})).tree

test('property: what is open stays open as time passes and work is handed in', () => {
  const work = fc.subarray(['film', 'quiz', 'workshop'])
  fc.assert(
    fc.property(conditions, work, work, fc.nat(60), fc.nat(60), (condition, some, more, day, days) => {
      const at = (number: number) => new Date(Date.UTC(2027, 2, 15 + number))
      const before = facts({ at: at(day), handedIn: new Set(some) })
      const after = facts({
        at: at(day + days),
        handedIn: new Set([...some, ...more]),
        scores: new Map([['quiz', 95]]),
      })
      if (releasable(condition, before).open) expect(releasable(condition, after).open).toBe(true)
    }),
  )
})

test('property: whatever is closed says why', () => {
  fc.assert(
    fc.property(conditions, fc.nat(60), (condition, day) => {
      const opening = releasable(condition, facts({ at: new Date(Date.UTC(2027, 2, 15 + day)) }))
      if (!opening.open) expect(opening.reasons.length).toBeGreaterThan(0)
    }),
  )
})
