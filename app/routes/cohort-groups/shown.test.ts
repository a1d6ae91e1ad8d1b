import { expect, test } from 'vitest'
import type { GroupsView } from '~/domain/cohorts/groups.queries.server'
import { shownOf } from './shown'

const person = (name: string) => ({ enrolmentId: name, name, unit: '中心幼儿园', township: '大名镇' })

const view: GroupsView = {
  state: 'confirmed',
  groups: Array.from({ length: 105 }, (_, place) => ({
    id: `group-${place + 1}`,
    name: `第 ${place + 1} 组`,
    people: [person(`同学${place + 1}甲`), person(`同学${place + 1}乙`)],
    mentors: place === 104 ? [] : [{ personId: 'mentor', name: '周桂兰' }],
    fits: true,
  })),
  without: [person('新来的')],
  gone: 0,
  exceptions: [],
  faults: [],
  candidates: [{ personId: 'head', name: '张园长', unit: '中心幼儿园', position: '园长', groupId: null }],
  enrolled: 211,
}

const asked = { q: '', page: 1, moving: '', mentoring: '', alone: false }
const shown = (more: Partial<typeof asked> = {}) => shownOf(view, { ...asked, ...more })

test('a manager leafs through the groups fifty at a time, and the figures are of all of them', () => {
  expect(shown()).toMatchObject({ page: 1, pages: 3, total: 105, people: 210, unmentored: 1, found: 105 })
  expect(shown().groups.map((one) => one.id)).toEqual(view.groups.slice(0, 50).map((one) => one.id))
  expect(shown({ page: 3 }).groups.map((one) => one.id)).toEqual(view.groups.slice(100).map((one) => one.id))
  expect(shown({ page: 99 })).toMatchObject({ page: 3 })
  expect(shown({ page: 99 }).groups).toHaveLength(5)
})

test('who is in no group stands on the first page, and is counted on each', () => {
  expect(shown().without).toHaveLength(1)
  expect(shown({ page: 2 })).toMatchObject({ without: [], withoutGroup: 1 })
})

test('before there are groups there is nothing to leaf through, however many are enrolled', () => {
  const without = Array.from({ length: 322 }, (_, place) => person(`同学${place}`))
  const none = shownOf({ ...view, state: 'none', groups: [], without }, asked)
  expect(none).toMatchObject({ pages: 1, groups: [], without: [], withoutGroup: 322 })
})

test('a group is found on whichever page, by its name, its mentor and its people', () => {
  expect(shown({ q: '同学44乙' }).groups.map((one) => one.id)).toEqual(['group-44'])
  expect(shown({ q: '第 105 组' })).toMatchObject({ found: 1, pages: 1, total: 105 })
  expect(shown({ q: '周桂兰' })).toMatchObject({ found: 104 })
})

test('groups without a mentor can be looked at alone', () => {
  expect(shown({ alone: true })).toMatchObject({ found: 1, total: 105 })
  expect(shown({ alone: true }).groups.map((one) => one.id)).toEqual(['group-105'])
})

test('names to choose from are sent only with the form that asks for them', () => {
  expect(shown()).toMatchObject({ places: [], candidates: [] })
  expect(shown({ moving: '同学1甲' })).toMatchObject({ candidates: [] })
  expect(shown({ moving: '同学1甲' }).places).toHaveLength(105)
  expect(shown({ mentoring: 'group-1' }).candidates).toHaveLength(1)
})
