import { expect, test } from 'vitest'
import { z } from 'zod'
import { defineWords } from '~/i18n'
import { parseForm } from './forms.server'

const words = defineWords({
  'zh-CN': { phoneWrong: '手机号应为 11 位' },
  en: { phoneWrong: 'A mobile number has 11 digits' },
})

const Person = z.object({
  name: z.string().max(5),
  phone: z.string().regex(/^\d{11}$/, 'phoneWrong'),
  hours: z.number().min(1).optional(),
  password: z.string().min(8).optional(),
})

function post(fields: Record<string, string>, language = 'zh-CN') {
  const body = new URLSearchParams(fields)
  return new Request('http://localhost/', { method: 'POST', body, headers: { 'Accept-Language': language } })
}

test('a form that is right gives its values', async () => {
  const form = await parseForm(post({ name: '张丽', phone: '19900000001', hours: '2' }), Person, words)
  expect(form).toMatchObject({ values: { name: '张丽', phone: '19900000001', hours: 2 }, errors: null })
})

test('each mistake is told in the language of whoever made it', async () => {
  const wrong = { name: '', phone: '199', hours: '0' }
  expect((await parseForm(post(wrong), Person, words)).errors).toEqual({
    name: ['请填写此项'],
    phone: ['手机号应为 11 位'],
    hours: ['不能小于 1'],
  })
  expect((await parseForm(post(wrong, 'en'), Person, words)).errors).toEqual({
    name: ['This is needed'],
    phone: ['A mobile number has 11 digits'],
    hours: ['Not below 1'],
  })
})

test('what was typed comes back, a password never', async () => {
  const form = await parseForm(post({ name: '张丽', phone: '1', password: 'geheim-123' }), Person, words)
  expect(form.typed).toEqual({ name: '张丽', phone: '1' })
})

test('a form of more than a megabyte is refused before it is read', async () => {
  const large = post({ name: 'x'.repeat(1_100_000) })
  await expect(parseForm(large, Person)).rejects.toMatchObject({ init: { status: 413 } })
})
