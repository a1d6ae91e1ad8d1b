import { expect, test } from 'vitest'
import { asking, paths } from './paths'

test('what is asked for stands behind one question mark, and what is empty is left out', () => {
  expect(asking('/cohorts', { q: '李', page: null, group: '' })).toBe('/cohorts?q=%E6%9D%8E')
  expect(asking('/cohorts', {})).toBe('/cohorts')
  expect(asking('/group?left=a', { before: 9 })).toBe('/group?left=a&before=9')
})

test('a topic of a group that somebody has left keeps naming that group', () => {
  expect(paths.groupTopic('e', 't', 'g')).toBe('/learn/e/group/topics/t?left=g')
  expect(paths.groupTopic('e', 't', null)).toBe('/learn/e/group/topics/t')
})
