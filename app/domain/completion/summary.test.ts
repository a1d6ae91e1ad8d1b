import { expect, test } from 'vitest'
import { missingOf } from './summary'
import type { Part, State, Verdict } from './verdict'

function verdictOf(...parts: Part[]): Verdict {
  const state: State = parts.some((one) => one.state === 'can-no-longer') ? 'can-no-longer' : 'not-yet'
  return { state, complete: false, completion: { kind: 'all', state, parts }, distinction: null }
}

test('what is missing is told by how much, and what can no longer be had is told apart', () => {
  const verdict = verdictOf(
    { kind: 'modules', state: 'done', modules: 4, have: 24, need: 24, missing: [] },
    { kind: 'hours', state: 'not-yet', type: null, have: 2000, need: 7550, ways: [] },
    { kind: 'attendance', state: 'can-no-longer', have: 2, need: 6, planned: 8, open: [] },
    { kind: 'posts', state: 'not-yet', have: 3, need: 8, until: null },
    { kind: 'score', state: 'not-yet', score: null, need: 60, kinds: [], missing: [], improvable: [] },
  )
  expect(missingOf(verdict)).toEqual([
    { reason: 'hours', left: 55.5, lost: false },
    { reason: 'attendance', left: 4, lost: true },
    { reason: 'posts', left: 5, lost: false },
    { reason: 'no-score', left: null, lost: false },
  ])
})

test('of two parts of one sort the larger lack is told, and that one of them is lost', () => {
  const hours = (type: 'online' | 'practice', have: number, state: State): Part => ({
    kind: 'hours',
    state,
    type,
    have,
    need: 2000,
    ways: [],
  })
  const verdict = verdictOf(hours('online', 500, 'can-no-longer'), hours('practice', 1500, 'not-yet'))
  expect(missingOf(verdict)).toEqual([{ reason: 'hours', left: 15, lost: true }])
})
