import { expect, test } from 'vitest'
import { birthDateOf, checkDigitOf, maskNumber, readIdentityNumber, sexOf } from './identity-number'

test('a right number is read as it stands, with the sex and the birth date in it', () => {
  expect(readIdentityNumber('130425197511210027')).toEqual({ number: '130425197511210027', changes: [] })
  expect(sexOf('130425197511210027')).toBe('female')
  expect(sexOf('110107196906010030')).toBe('male')
  expect(birthDateOf('130425197511210027')).toBe('1975-11-21')
})

test('a number that ends in a small x keeps it as X', () => {
  expect(readIdentityNumber('13042519831012002x')).toEqual({
    number: '13042519831012002X',
    changes: ['small-x'],
  })
})

test('an apostrophe, spaces, hyphens and full-width digits are taken away and named', () => {
  expect(readIdentityNumber("'130425197511210027")).toEqual({
    number: '130425197511210027',
    changes: ['apostrophe'],
  })
  expect(readIdentityNumber('130425 19751121 0027').changes).toEqual(['separators'])
  expect(readIdentityNumber('１３０４２５１９７５１１２１００２７').changes).toEqual(['full-width'])
  expect(readIdentityNumber('="130425197511210027"')).toEqual({
    number: '130425197511210027',
    changes: ['formula'],
  })
})

test('a wrong check digit is named together with the right one', () => {
  expect(checkDigitOf('13042519920116002')).not.toBe('1')
  expect(readIdentityNumber('130425199201160021').wrong).toEqual({
    word: 'check-digit',
    is: '1',
    shouldBe: checkDigitOf('13042519920116002'),
  })
})

test('fifteen digits are too short, and known as the old form', () => {
  expect(readIdentityNumber('130425197705060').wrong).toEqual({ word: 'too-short', length: 15, old: true })
  expect(readIdentityNumber('1304251977').wrong).toEqual({ word: 'too-short', length: 10, old: false })
  expect(readIdentityNumber('1304251977112100271').wrong).toEqual({ word: 'too-long', length: 19 })
})

test('a number that a spreadsheet kept as a number has lost its last digits', () => {
  expect(readIdentityNumber('130425198312020000', { storedAsNumber: true }).wrong).toEqual({
    word: 'lost-digits',
  })
  expect(readIdentityNumber('130425198312020000').wrong).toEqual({ word: 'lost-digits' })
  expect(readIdentityNumber('1.30425E+17').wrong).toEqual({ word: 'lost-digits' })
})

test('nobody is born on 30 February, nor tomorrow', () => {
  const onDay = (day: string) => `130425${day}002${checkDigitOf(`130425${day}002`)}`
  expect(readIdentityNumber(onDay('19800230')).wrong).toEqual({ word: 'birth-date' })
  expect(readIdentityNumber(onDay('20250102'), { today: '2025-01-01' }).wrong).toEqual({ word: 'birth-date' })
  expect(readIdentityNumber(onDay('20250101'), { today: '2025-01-01' }).wrong).toBeUndefined()
})

test('an empty cell is missing, and a passport is not such a number', () => {
  expect(readIdentityNumber(' ').wrong).toEqual({ word: 'missing' })
  expect(readIdentityNumber('G12345678').wrong).toEqual({ word: 'characters' })
})

test('a masked number shows its first four and its last four', () => {
  expect(maskNumber('130425197511210027')).toBe('1304**********0027')
  expect(maskNumber('1304')).toBe('****')
})
