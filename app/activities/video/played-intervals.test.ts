import { addMilliseconds } from 'date-fns'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  allowance,
  coveredSeconds,
  credit,
  frontier,
  type Interval,
  intervalsFrom,
  merge,
  type PlayState,
  storedIntervals,
  watchedShare,
} from './played-intervals'

const openedAt = new Date('2027-05-12T01:00:00Z')

function playing(state: Partial<PlayState> = {}): PlayState {
  return { openedAt, lastReportAt: null, length: 600, watched: [], noSkip: false, ...state }
}

function after(seconds: number): Date {
  return addMilliseconds(openedAt, seconds * 1000)
}

const intervals = fc.array(
  fc
    .tuple(fc.integer({ min: -50, max: 700 }), fc.integer({ min: 0, max: 300 }))
    .map(([from, long]): Interval => ({ from, until: from + long })),
  { maxLength: 12 },
)

test('a minute watched at normal speed earns a minute', () => {
  const report = { at: after(60), played: [{ from: 0, until: 60 }], speed: 1 }
  expect(credit(report, playing())).toEqual({ seconds: 60, watched: [{ from: 0, until: 60 }] })
})

test('who seeks to the end earns only the seconds played there', () => {
  const report = { at: after(3), played: [{ from: 598, until: 600 }], speed: 1 }
  expect(credit(report, playing()).seconds).toBe(2)
})

test('who claims the whole film after three seconds earns three seconds and the tolerance', () => {
  const report = { at: after(3), played: [{ from: 0, until: 600 }], speed: 1 }
  expect(credit(report, playing()).seconds).toBeCloseTo(3.15)
})

test('a replay earns nothing', () => {
  const state = playing({ watched: [{ from: 0, until: 60 }], lastReportAt: after(60) })
  const report = { at: after(120), played: [{ from: 0, until: 60 }], speed: 1 }
  expect(credit(report, state)).toEqual({ seconds: 0, watched: [{ from: 0, until: 60 }] })
})

test('a player that claims ten times the speed is taken to play at twice', () => {
  expect(allowance({ at: after(100), played: [], speed: 10 }, playing())).toBe(201)
})

test('time before this playing was opened counts for nothing, however long ago the last report was', () => {
  const state = playing({ lastReportAt: addMilliseconds(openedAt, -3_600_000) })
  expect(allowance({ at: after(10), played: [], speed: 1 }, state)).toBeCloseTo(10.5)
})

test('what the limit cut off is credited with a later report of the same playing', () => {
  const first = credit({ at: after(9), played: [{ from: 0, until: 10 }], speed: 1 }, playing())
  expect(first.seconds).toBeCloseTo(9.45)
  const state = playing({ watched: first.watched, lastReportAt: after(9) })
  const second = credit({ at: after(20), played: [{ from: 0, until: 20 }], speed: 1 }, state)
  expect(second.watched).toEqual([{ from: 0, until: 20 }])
})

test('a clock that went backwards earns nothing and breaks nothing', () => {
  const report = { at: after(-5), played: [{ from: 0, until: 5 }], speed: 1 }
  expect(credit(report, playing())).toEqual({ seconds: 0, watched: [] })
})

test('intervals are kept in whole seconds, and never more than was watched', () => {
  const watched = [
    { from: 0, until: 10.7 },
    { from: 20.2, until: 20.9 },
    { from: 30, until: 40 },
  ]
  expect(storedIntervals(watched)).toEqual([
    [0, 10],
    [30, 40],
  ])
  expect(
    intervalsFrom([
      [0, 10],
      [10, 12],
    ]),
  ).toEqual([{ from: 0, until: 12 }])
})

test('numbers that are none are ignored', () => {
  const report = { at: after(60), played: [{ from: Number.NaN, until: 60 }], speed: Number.NaN }
  expect(credit(report, playing()).seconds).toBe(0)
})

test('in a film that may not be skipped, only what continues the beginning counts', () => {
  const state = playing({ noSkip: true, watched: [{ from: 0, until: 60 }], lastReportAt: after(60) })
  const skipped = { at: after(120), played: [{ from: 300, until: 360 }], speed: 1 }
  expect(credit(skipped, state).seconds).toBe(0)
  const going = { at: after(120), played: [{ from: 60.4, until: 120 }], speed: 1 }
  expect(credit(going, state).watched).toEqual([{ from: 0, until: 120 }])
})

test('property: merged intervals lie apart, in order, and cover each second of the given ones once', () => {
  fc.assert(
    fc.property(intervals, (given) => {
      const merged = merge(given)
      for (const [index, one] of merged.entries()) {
        expect(one.until).toBeGreaterThan(one.from)
        if (index) expect(one.from).toBeGreaterThan(merged[index - 1]!.until)
      }
      const inside = (list: Interval[], second: number) =>
        list.some(({ from, until }) => from <= second && second < until)
      for (let second = -60; second < 1010; second += 7) {
        expect(inside(merged, second)).toBe(inside(given, second))
      }
      expect(merge(merged)).toEqual(merged)
    }),
  )
})

test('property: a report never earns more than its allowance, nor takes anything away', () => {
  fc.assert(
    fc.property(
      intervals,
      intervals,
      fc.double({ min: 0, max: 900, noNaN: true }),
      fc.boolean(),
      (past, played, passed, noSkip) => {
        const state = playing({
          watched: merge(past.filter((one) => one.from >= 0 && one.until <= 600)),
          noSkip,
        })
        const report = { at: after(passed), played, speed: 1.5 }
        const { seconds, watched } = credit(report, state)
        expect(seconds).toBeGreaterThanOrEqual(0)
        expect(seconds).toBeLessThanOrEqual(allowance(report, state) + 1e-6)
        expect(coveredSeconds([...watched, ...state.watched])).toBeCloseTo(coveredSeconds(watched), 6)
        expect(watchedShare(watched, 600)).toBeLessThanOrEqual(1)
        expect(watched.every((one) => one.from >= 0 && one.until <= 600)).toBe(true)
      },
    ),
  )
})

test('property: a flood of reports earns no more than a twentieth above the time that passed', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2000 }), { maxLength: 60 }), (steps) => {
      let state = playing()
      let milliseconds = 0
      for (const step of steps) {
        milliseconds += step
        const at = addMilliseconds(openedAt, milliseconds)
        const { watched } = credit({ at, played: [{ from: 0, until: 600 }], speed: 1 }, state)
        state = { ...state, watched, lastReportAt: at }
      }
      expect(coveredSeconds(state.watched)).toBeLessThanOrEqual((milliseconds / 1000) * 1.05 + 1e-6)
    }),
  )
})

test('property: a film that may not be skipped is only ever watched from its beginning', () => {
  fc.assert(
    fc.property(fc.array(intervals, { maxLength: 8 }), (reports) => {
      let state = playing({ noSkip: true })
      for (const [index, played] of reports.entries()) {
        const at = after((index + 1) * 100)
        const { watched } = credit({ at, played, speed: 1 }, state)
        state = { ...state, watched, lastReportAt: at }
      }
      expect(state.watched.length).toBeLessThanOrEqual(1)
      expect(coveredSeconds(state.watched)).toBe(frontier(state.watched))
    }),
  )
})
