import { expect, test } from 'vitest'
import { pageAmong, pageOf } from './pages'

test('a page beyond the last is the last', () => {
  expect(pageOf([1, 2, 3], 9, 2)).toEqual({ page: 2, pages: 2, shown: [3] })
  expect(pageOf([], 9)).toEqual({ page: 1, pages: 1, shown: [] })
  expect(pageAmong(120, 2)).toEqual({ page: 2, pages: 3, rows: { skip: 50, take: 50 } })
})
