import { expect, test } from 'vitest'
import type { Part, Verdict } from './verdict'
import { completionWords } from './words'

const zh = completionWords['zh-CN']
const en = completionWords.en
const names: Record<string, string> = {
  extra: '低成本环境创设二十例',
  w2: '第二次面授',
  w4: '第四次面授',
  visit: '园本实践：一次入户家访',
}
const naming = {
  activity: (id: string) => names[id]!,
  day: (at: Date) => `${at.getUTCMonth() + 1}月${at.getUTCDate()}日`,
}
const until = new Date('2017-07-09T00:00:00Z')

function verdict(state: Verdict['state'], ...parts: Part[]): Verdict {
  return { state, complete: state === 'done', completion: { kind: 'all', state, parts }, distinction: null }
}

const posts: Part = { kind: 'posts', state: 'not-yet', have: 6, need: 8, until }
const hours: Part = {
  kind: 'hours',
  state: 'not-yet',
  type: null,
  have: 7150,
  need: 7500,
  ways: [
    { activity: 'extra', hundredths: 200, until },
    { activity: 'w4', hundredths: 600, until },
  ],
}
const attendance: Part = {
  kind: 'attendance',
  state: 'done',
  have: 6,
  need: 6,
  planned: 8,
  open: [{ activity: 'w2', session: 1, standing: 'lost', mark: 'excused', by: null }],
}
const score: Part = {
  kind: 'score',
  state: 'done',
  score: 88.09,
  need: 60,
  kinds: [
    { kind: 'quiz', weight: 0.3, mean: 91, marked: 4, of: 4 },
    { kind: 'case-study', weight: 0.3, mean: 85, marked: 2, of: 2 },
    { kind: 'practice', weight: 0.4, mean: 88, marked: 4, of: 4 },
  ],
  missing: [],
  improvable: [],
}

test('a trainee reads how many things are to go', () => {
  expect(zh.headline(verdict('not-yet', posts, hours, score))).toBe('还差两项就能结业')
  expect(zh.headline(verdict('not-yet', posts, score))).toBe('还差一项就能结业')
  expect(en.headline(verdict('not-yet', posts))).toBe('One thing to go until completion')
  expect(zh.headline(verdict('done', score))).toBe('已达到结业条件')
})

test('a trainee reads how many posts, how long, and by when', () => {
  expect(zh.title(posts)).toBe('有内容的发帖 6 / 8')
  expect(zh.details(posts, naming)).toEqual(['7月8日前再发 2 帖，每帖 30 字以上'])
  expect(zh.details({ ...posts, until: null } as Part, naming)).toEqual(['再发 2 帖，每帖 30 字以上'])
  expect(en.details(posts, naming)).toEqual(['2 more posts of 30 characters or more by 7月8日'])
})

test('a trainee reads what would bring the hours', () => {
  expect(zh.title(hours)).toBe('学时 71.5 / 75')
  expect(zh.details(hours, naming)).toEqual(['再完成“低成本环境创设二十例”得 2 学时，“第四次面授”得 6 学时'])
})

test('a trainee reads which session was missed and why it does not count', () => {
  expect(zh.title(attendance)).toBe('面授出勤 6 / 8 场次')
  expect(zh.details(attendance, naming)).toEqual(['要求 6 场', '“第二次面授”第一场：请假，未补'])
})

test('a trainee reads how the final score is made', () => {
  expect(zh.title(score)).toBe('综合成绩 88 分')
  expect(zh.details(score, naming)).toEqual(['测验 91 × 30% ＋ 案例 85 × 30% ＋ 实践 88 × 40%'])
})

test('what waits for a mentor is told apart from what can no longer be handed in', () => {
  const missing = (awaits: 'mentor' | 'trainee' | null): Part => ({
    kind: 'modules',
    state: 'not-yet',
    modules: 4,
    have: 23,
    need: 24,
    missing: [{ activity: 'visit', awaits, until }],
  })
  expect(zh.title(missing(null))).toBe('四个模块必修活动')
  expect(zh.details(missing('mentor'), naming)[1]).toBe('“园本实践：一次入户家访”等导学教师评定')
  expect(zh.details(missing(null), naming)[1]).toBe('“园本实践：一次入户家访”已不能再提交')
  expect(zh.details(missing('trainee'), naming)).toEqual([
    '23 / 24 项，面授另计',
    '“园本实践：一次入户家访”，7月8日前',
  ])
})

test('a lost distinction says why, and names only what has lost it', () => {
  const full: Part = { ...attendance, kind: 'full-attendance', state: 'can-no-longer', need: 8 }
  const part: Part = { kind: 'all', state: 'can-no-longer', parts: [score, full] }
  expect(zh.distinctionDetails(part, naming)).toEqual([
    '已不可能：全勤 6 / 8 场次；要求全勤；“第二次面授”第一场：请假，未补',
  ])
  expect(zh.distinctionDetails({ ...part, state: 'done', parts: [score] }, naming)).toEqual([])
})

test('what distinction still asks for is said in a line each, without the lists that stand above it', () => {
  const missing = [{ activity: 'visit', awaits: 'trainee' as const, until }]
  const marks: Part = { ...score, state: 'not-yet', score: null, need: 90, missing } as Part
  const ahead = { activity: 'w4', session: 2, standing: 'ahead' as const, mark: null, by: until }
  const full: Part = {
    ...attendance,
    kind: 'full-attendance',
    state: 'not-yet',
    need: 8,
    open: [ahead],
  } as Part
  const part: Part = { kind: 'all', state: 'not-yet', parts: [marks, full] }
  expect(zh.distinctionDetails(part, naming)).toEqual([
    '综合成绩；测验 91 × 30% ＋ 案例 85 × 30% ＋ 实践 88 × 40%；要求 90 分',
    '全勤 6 / 8 场次；要求全勤',
  ])
})
