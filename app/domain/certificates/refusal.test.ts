import { expect, test } from 'vitest'
import { refusalToIssue } from './refusal'

const complete = { withdrawn: false, decision: { complete: true }, certificates: [] }

test('who completes gets a certificate, once', () => {
  expect(refusalToIssue(complete)).toBeNull()
  expect(refusalToIssue({ ...complete, certificates: [{ revoked: false }] })).toBe('already-issued')
})

test('a revoked certificate does not stand in the way of the next', () => {
  expect(refusalToIssue({ ...complete, certificates: [{ revoked: true }] })).toBeNull()
})

test('nobody gets one without a decision, against it, or after withdrawing', () => {
  expect(refusalToIssue({ ...complete, decision: null })).toBe('not-decided')
  expect(refusalToIssue({ ...complete, decision: { complete: false } })).toBe('not-complete')
  expect(refusalToIssue({ ...complete, withdrawn: true })).toBe('withdrawn')
})
