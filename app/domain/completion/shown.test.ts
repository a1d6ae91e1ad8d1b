import { expect, test } from 'vitest'
import type { Curriculum } from '../learning/curriculum'
import { shownVerdict } from './shown'
import type { MissingActivity, Verdict } from './verdict'

const ids = ['a1', 'a2', 'a3', 'b1', 'b2']
const curriculum = {
  modules: [
    { id: 'a', title: '模块一 观察' },
    { id: 'b', title: '模块二 支持' },
    { id: 'c', title: '模块三 反思' },
  ],
  activities: new Map(ids.map((id) => [id, { id, title: `活动${id}`, moduleId: id[0] }])),
} as unknown as Curriculum

function shownOf(missing: MissingActivity[], locale: 'zh-CN' | 'en' = 'zh-CN') {
  const state = 'not-yet' as const
  const verdict: Verdict = {
    state,
    complete: false,
    completion: { kind: 'modules', state, modules: 3, have: 2, need: 7, missing },
    distinction: null,
  }
  return shownVerdict(locale, verdict, curriculum, () => '7月8日').parts[0]!
}

const missing = ids.map((activity) => ({ activity, awaits: 'trainee' as const, until: null }))

test('a long list of what is missing is told module by module, each with how much it lacks', () => {
  expect(shownOf(missing)).toMatchObject({
    details: ['2 / 7 项，面授另计'],
    groups: [
      { title: '模块一 观察 · 3 项', lines: ['“活动a1”', '“活动a2”', '“活动a3”'] },
      { title: '模块二 支持 · 2 项', lines: ['“活动b1”', '“活动b2”'] },
    ],
  })
  expect(shownOf(missing, 'en').groups[0]!.title).toBe('模块一 观察 · 3')
})

test('a short one stays where it is', () => {
  expect(shownOf(missing.slice(0, 2))).toMatchObject({
    details: ['2 / 7 项，面授另计', '“活动a1”', '“活动a2”'],
    groups: [],
  })
})
