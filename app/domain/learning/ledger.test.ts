import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalOf, hoursOwed, hundredthsOf, shownHours, splitHours, totalHours } from './ledger'

const hours = fc.integer({ min: 0, max: 99_999_999 })

test('six hours in two sessions are three each; ten in three leave the rest to the last', () => {
  expect(splitHours(600, 2)).toEqual([300, 300])
  expect(splitHours(1000, 3)).toEqual([333, 333, 334])
  expect(splitHours(100, 0)).toEqual([])
})

test('hours are read and written with two decimals, and shown without idle noughts', () => {
  expect([hundredthsOf('1.50'), hundredthsOf(0.29), hundredthsOf(83)]).toEqual([150, 29, 8300])
  expect([decimalOf(150), decimalOf(-5), decimalOf(8300)]).toEqual(['1.50', '-0.05', '83.00'])
  expect([shownHours(7150), shownHours(600), shownHours(33)]).toEqual(['71.5', '6', '0.33'])
  expect(() => hundredthsOf('1.005')).toThrow(RangeError)
  expect(() => hundredthsOf('many')).toThrow(RangeError)
})

test('an undone signature is an entry that takes the hours back, and signing again one that gives them', () => {
  expect(hoursOwed([], 400)).toBe(400)
  expect(hoursOwed([400], 0)).toBe(-400)
  expect(hoursOwed([400, -400], 400)).toBe(400)
  expect(hoursOwed([400], 400)).toBeNull()
})

test('a version that is worth more brings a difference', () => {
  expect(hoursOwed([400], 450)).toBe(50)
})

test('totals stand by type', () => {
  const entries = [
    { type: 'online', hundredths: 200 },
    { type: 'workshop', hundredths: 300 },
    { type: 'online', hundredths: -50 },
  ] as const
  expect(totalHours(entries)).toEqual({ online: 150, discussion: 0, practice: 0, workshop: 300, total: 450 })
})

test('property: a split loses nothing, and only the last session differs', () => {
  fc.assert(
    fc.property(hours, fc.integer({ min: 1, max: 20 }), (whole, sessions) => {
      const shares = splitHours(whole, sessions)
      expect(shares.reduce((sum, one) => sum + one, 0)).toBe(whole)
      expect(new Set(shares.slice(0, -1)).size).toBeLessThanOrEqual(1)
      expect(shares.every((share) => share >= 0)).toBe(true)
    }),
  )
})

test('property: a decimal read back is the same', () => {
  fc.assert(
    fc.property(hours, (one) => {
      expect(hundredthsOf(decimalOf(one))).toBe(one)
    }),
  )
})

test('property: after the owed entry the posted sum is what is due', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -999, max: 999 })), hours, (posted, due) => {
      const owed = hoursOwed(posted, due)
      expect(hoursOwed(owed === null ? posted : [...posted, owed], due)).toBeNull()
    }),
  )
})
