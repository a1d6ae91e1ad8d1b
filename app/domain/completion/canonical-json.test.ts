import { expect, test } from 'vitest'
import { canonicalJson } from './canonical-json'

test('the same facts are written alike, whatever order their keys came in', () => {
  const one = { name: '李娜', hours: { workshop: 6, online: 37.5 }, at: new Date('2026-11-23T01:00:00Z') }
  const other = { at: new Date('2026-11-23T01:00:00Z'), hours: { online: 37.5, workshop: 6 }, name: '李娜' }
  expect(canonicalJson(one)).toBe(canonicalJson(other))
  expect(canonicalJson(one)).toBe(
    '{"at":"2026-11-23T01:00:00.000Z","hours":{"online":37.5,"workshop":6},"name":"李娜"}',
  )
})

test('what comes back from the database is written as what went in', () => {
  const facts = { b: [1, null, 'x'], a: undefined, c: { d: 91.28, e: 1e-7 } }
  expect(canonicalJson(JSON.parse(canonicalJson(facts)))).toBe(canonicalJson(facts))
})

test('a list keeps its order', () => {
  expect(canonicalJson([2, 1])).toBe('[2,1]')
})
