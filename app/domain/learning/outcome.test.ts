import { expect, test } from 'vitest'
import { confirmed, notYet } from '~/activities/kind'
import { nextOutcome } from './outcome'

test('a hidden post takes "confirmed" away and leaves "handed in"', () => {
  expect(nextOutcome(confirmed(), notYet({ word: 'post', posts: 1 }))).toMatchObject({
    handedIn: true,
    confirmed: false,
    missing: { word: 'post', posts: 1 },
  })
})

test('the same progress reported twice is one entry', () => {
  const before = notYet({ word: 'post', posts: 1 })
  expect(nextOutcome(before, notYet({ posts: 1, word: 'post' }))).toBeNull()
  expect(nextOutcome(null, before)).toEqual(before)
})

test('a better score is a new entry', () => {
  expect(nextOutcome(confirmed(70), confirmed(80))).toMatchObject({ score: 80 })
})
