import { expect, test } from 'vitest'
import { maskName, readName, sameName } from './person-name'

test('spaces around and inside a Chinese name go, those of a Latin name stay', () => {
  expect(readName(' 潘　兰 ')).toEqual({ name: '潘兰', changes: ['spaces'] })
  expect(readName('\u00a0李 \u3000丽')).toEqual({ name: '李丽', changes: ['spaces'] })
  expect(readName('Anna  Müller')).toEqual({ name: 'Anna Müller', changes: ['spaces'] })
  expect(readName('Anna Müller')).toEqual({ name: 'Anna Müller', changes: [] })
})

test('one kind of middle dot stands in a name, without spaces', () => {
  expect(readName('古丽·买买提')).toEqual({ name: '古丽·买买提', changes: [] })
  expect(readName('古丽•买买提')).toEqual({ name: '古丽·买买提', changes: ['middle-dot'] })
  expect(readName('古丽 · 买买提')).toEqual({ name: '古丽·买买提', changes: ['spaces'] })
  expect(sameName('古丽．买买提', '古丽·买买提')).toBe(true)
  expect(sameName('ANNA Müller', 'Anna  Müller')).toBe(true)
  expect(sameName('古丽', '古兰')).toBe(false)
})

test('an apostrophe that forced text goes, the one in O’Brien stays', () => {
  expect(readName("'李丽")).toEqual({ name: '李丽', changes: ['apostrophe'] })
  expect(readName("O'Brien")).toEqual({ name: "O'Brien", changes: [] })
})

test('marks that turn the writing round or that nobody sees go', () => {
  expect(readName('李\u202e丽\u200b')).toEqual({ name: '李丽', changes: ['invisible'] })
})

test('nobody, two hundred characters and a dash are no names', () => {
  expect(readName('　').wrong).toEqual({ word: 'missing' })
  expect(readName('张'.repeat(200)).wrong).toEqual({ word: 'too-long', length: 200, limit: 50 })
  expect(readName('——').wrong).toEqual({ word: 'no-letters' })
  expect(readName('𠮷'.repeat(50)).wrong).toBeUndefined()
})

test('a masked name shows its first and its last character', () => {
  expect(maskName('张小丽')).toBe('张*丽')
  expect(maskName('李强')).toBe('李*')
  expect(maskName('欧阳璐英')).toBe('欧**英')
  expect(maskName('古丽·买买提')).toBe('古*·**提')
  expect(maskName('Anna Müller')).toBe('A*** *****r')
  expect(maskName('𠮷野家')).toBe('𠮷*家')
  expect(maskName('李')).toBe('*')
})
