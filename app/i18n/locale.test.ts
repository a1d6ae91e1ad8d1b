import { expect, test } from 'vitest'
import { localeOf } from './locale'
import { defineWords, wordsFor } from './words'

test('what a person chose comes before what their browser asks for', () => {
  expect(localeOf({ cookie: 'session=x; lang=en', acceptLanguage: 'zh-CN' })).toBe('en')
})

test('a browser is given the first of its languages that we have', () => {
  expect(localeOf({ cookie: null, acceptLanguage: 'fr, en-GB;q=0.8, zh;q=0.9' })).toBe('zh-CN')
  expect(localeOf({ cookie: null, acceptLanguage: 'en-US,en;q=0.9,zh;q=0.1' })).toBe('en')
})

test('who asks for neither reads Chinese, whatever the cookie says', () => {
  expect(localeOf({ cookie: 'lang=../../etc', acceptLanguage: 'fr' })).toBe('zh-CN')
  expect(localeOf({ cookie: null, acceptLanguage: null })).toBe('zh-CN')
})

test('a sentence keeps its parameters in each language', () => {
  const words = defineWords({
    'zh-CN': { left: (n: number) => `还差 ${n} 项`, state: { done: '已完成' } },
    en: { left: (n: number) => `${n} to go`, state: { done: 'done' } },
  })
  expect(wordsFor('zh-CN', words).left(2)).toBe('还差 2 项')
  expect(wordsFor('en', words).state.done).toBe('done')
})
