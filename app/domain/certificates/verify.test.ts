import { expect, test } from 'vitest'
import { stateOf } from './verify'

const good = { revoked: false, superseded: false, expiresOn: null, today: '2026-11-24' }

test('a certificate is good through its last day, and no longer', () => {
  expect(stateOf(good)).toBe('valid')
  expect(stateOf({ ...good, expiresOn: '2026-11-24' })).toBe('valid')
  expect(stateOf({ ...good, expiresOn: '2026-11-23' })).toBe('expired')
})

test('what was revoked is said to be revoked, even where a newer number or the calendar ended it too', () => {
  expect(stateOf({ ...good, superseded: true })).toBe('superseded')
  expect(stateOf({ ...good, revoked: true, superseded: true, expiresOn: '2020-01-01' })).toBe('revoked')
})
