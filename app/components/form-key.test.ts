import { expect, test } from 'vitest'
import { formKeyOf } from './form-errors'

const page = '4f055f7e-7ed1-4f12-b435-131ef44fa194'

test('two forms of one page have keys of their own, each the same whenever the page draws it', () => {
  expect(formKeyOf(page, '')).toBe(page)
  expect(formKeyOf(page, 'withdraw')).toBe(formKeyOf(page, 'withdraw'))
  expect(formKeyOf(page, 'withdraw')).not.toBe(formKeyOf(page, 'reinstate'))
  expect(formKeyOf(page, '签')).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  )
})
