import { expect, test } from 'vitest'
import { nextOutcome, type OutcomeReport } from './outcome'

const monday = new Date('2027-04-12T02:00:00Z')
const tuesday = new Date('2027-04-13T02:00:00Z')

function report(some: Partial<OutcomeReport>): OutcomeReport {
  return { handedIn: false, confirmed: false, score: null, late: false, occurredAt: monday, ...some }
}

test('a hidden post takes "confirmed" away and leaves "handed in"', () => {
  const done = nextOutcome(null, report({ handedIn: true, confirmed: true }))
  expect(nextOutcome(done, report({ occurredAt: tuesday }))).toMatchObject({
    handedInAt: monday,
    confirmedAt: null,
  })
})

test('the same progress reported twice is one entry', () => {
  const first = nextOutcome(null, report({ handedIn: true, score: 100 / 3 }))
  expect(nextOutcome(first, report({ handedIn: true, score: 33.333333, occurredAt: tuesday }))).toBeNull()
})

test('nothing reached is no entry', () => {
  expect(nextOutcome(null, report({}))).toBeNull()
})

test('a better score is a new entry', () => {
  const first = nextOutcome(null, report({ handedIn: true, confirmed: true, score: 70 }))
  expect(nextOutcome(first, report({ handedIn: true, confirmed: true, score: 80 }))).toMatchObject({
    score: 80,
  })
})

test('work that came in time stays in time when it is handed in again after the deadline', () => {
  const first = nextOutcome(null, report({ handedIn: true }))
  const again = report({ handedIn: true, confirmed: true, late: true, occurredAt: tuesday })
  expect(nextOutcome(first, again)).toMatchObject({ late: false, handedInAt: monday, confirmedAt: tuesday })
})

test('what is confirmed has been handed in', () => {
  expect(nextOutcome(null, report({ confirmed: true }))).toMatchObject({ handedInAt: monday })
})
