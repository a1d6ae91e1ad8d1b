import { expect, test } from 'vitest'
import { maskTelephone, readTelephone } from './telephone'

test('a mobile is read through hyphens, full-width digits, spaces and the country code', () => {
  expect(readTelephone('199-0000-0008')).toEqual({ telephone: '19900000008', changes: ['separators'] })
  expect(readTelephone('１９９０００００００９')).toEqual({
    telephone: '19900000009',
    changes: ['full-width'],
  })
  expect(readTelephone('+86 199 0000 0008')).toEqual({
    telephone: '19900000008',
    changes: ['separators', 'country-code'],
  })
  expect(readTelephone('19900000022', { storedAsNumber: true }).changes).toEqual(['stored-as-number'])
})

test('of two numbers in one cell the first is taken', () => {
  expect(readTelephone('19900000001/19900000002')).toEqual({
    telephone: '19900000001',
    changes: ['first-of-several'],
  })
})

test('what is no mobile says why', () => {
  expect(readTelephone('1990000').wrong).toEqual({ word: 'too-short', length: 7 })
  expect(readTelephone('199000000011').wrong).toEqual({ word: 'too-long', length: 12 })
  expect(readTelephone('0310-6562345').wrong).toEqual({ word: 'not-a-mobile' })
  expect(readTelephone('12345678901').wrong).toEqual({ word: 'not-a-mobile' })
  expect(readTelephone('无').wrong).toEqual({ word: 'characters' })
  expect(readTelephone('').wrong).toEqual({ word: 'missing' })
})

test('a masked telephone shows its first four and its last three', () => {
  expect(maskTelephone('19900000007')).toBe('1990****007')
})
