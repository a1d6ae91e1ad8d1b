import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AssignmentConfigSchema } from '~/activities/assignment/assignment.schema'
import { CaseStudyConfigSchema } from '~/activities/case-study/case-study.schema'
import { DiscussionConfigSchema } from '~/activities/discussion/discussion.schema'
import type { Kind } from '~/activities/kind'
import { kinds } from '~/activities/kinds'
import { LiveConfigSchema } from '~/activities/live/live.schema'
import { PracticeConfigSchema } from '~/activities/practice/practice.schema'
import { QuizConfigSchema } from '~/activities/quiz/quiz.schema'
import { ReadingConfigSchema } from '~/activities/reading/reading.schema'
import { SurveyConfigSchema } from '~/activities/survey/survey.schema'
import { VideoConfigSchema } from '~/activities/video/video.schema'
import { WorkshopConfigSchema } from '~/activities/workshop/workshop.schema'
import { CompletionRuleSchema } from '~/domain/completion/rule.schema'
import { totalHours } from '~/domain/learning/ledger'
import { type ProgrammeSources, programmeFrom } from './programme-data'
import { ruleFrom } from './rule-data'

const schemas = {
  video: VideoConfigSchema,
  reading: ReadingConfigSchema,
  quiz: QuizConfigSchema,
  'case-study': CaseStudyConfigSchema,
  assignment: AssignmentConfigSchema,
  discussion: DiscussionConfigSchema,
  practice: PracticeConfigSchema,
  workshop: WorkshopConfigSchema,
  live: LiveConfigSchema,
  survey: SurveyConfigSchema,
}
const content = join(process.cwd(), 'prisma/seed/content')
const films: { slug: string; title: string }[] = JSON.parse(
  readFileSync(join(content, '../films/films.json'), 'utf8'),
)
const texts = readdirSync(join(content, 'readings')).map((file) => ({
  slug: file.replace('.md', ''),
  text: readFileSync(join(content, 'readings', file), 'utf8'),
}))
const sources: ProgrammeSources = {
  film: (name) => films.find((one) => one.slug === name || one.title === name)!.slug,
  reading: (name) => texts.find((one) => one.slug === name || one.text.startsWith(`# ${name}\n`))!.text,
}

function programme(name: string) {
  return programmeFrom(JSON.parse(readFileSync(join(content, `${name}-programme.json`), 'utf8')), sources)
}

test('Daming teaches four modules in thirty activities, worth 83 hours', () => {
  const { modules, venues } = programme('daming')
  const activities = modules.flatMap((module) => module.activities)
  const hours = activities.map((one) => ({ type: kinds[one.kind].hours, hundredths: one.hours }))
  expect(modules.map((module) => module.requires)).toEqual([null, 0, 1, 2])
  expect(modules.map(({ opensWeek, closesWeek }) => [opensWeek, closesWeek])).toEqual([
    [1, 4],
    [5, 8],
    [9, 12],
    [13, 17],
  ])
  expect(activities).toHaveLength(30)
  expect(totalHours(hours)).toEqual({
    online: 3700,
    discussion: 600,
    practice: 1600,
    workshop: 2400,
    total: 8300,
  })
  expect(venues.map((venue) => venue.capacity)).toEqual([360, 200, 150, 400])
})

test('Daming completes by modules, 75 hours, six of eight sessions, eight posts and a score of sixty', () => {
  const weights = [
    { kind: 'quiz', weight: 0.3 },
    { kind: 'case-study', weight: 0.3 },
    { kind: 'practice', weight: 0.4 },
  ]
  expect(programme('daming').rule).toEqual({
    completion: {
      kind: 'all',
      of: [
        { kind: 'modules', modules: null },
        { kind: 'hours', atLeast: 7500, type: null },
        { kind: 'attendance', share: 0.75, sessions: 8 },
        { kind: 'posts', atLeast: 8 },
        { kind: 'score', atLeast: 60, weights },
      ],
    },
    distinction: {
      kind: 'all',
      of: [
        { kind: 'score', atLeast: 90, weights },
        { kind: 'full-attendance', sessions: 8 },
      ],
    },
  })
})

test.each(['daming', 'guides', 'farmers', 'safety'])(
  'each config of %s is one that its kind takes',
  (name) => {
    const { modules, rule } = programme(name)
    expect(CompletionRuleSchema.parse(rule)).toEqual(rule)
    for (const activity of modules.flatMap((module) => module.activities)) {
      const stored = JSON.parse(JSON.stringify(activity.config))
      expect(schemas[activity.kind as Kind].parse(stored)).toEqual(activity.config)
    }
  },
)

test('a module’s test opens after the films before it', () => {
  const [first] = programme('daming').modules
  expect(first!.activities.map((one) => one.after)).toEqual([[], [], [], [0, 1], [], [], []])
})

test('a safety officer may skip nothing, and the certificate expires', () => {
  const { modules, certificateValidYears, track } = programme('safety')
  expect(track).toBe('safety-officer')
  expect(certificateValidYears).toBe(3)
  expect(modules[0]!.activities[0]!.config).toMatchObject({
    film: 'confined-space',
    noSkip: true,
    minWatched: 1,
  })
})

test('words that are not understood are refused, not passed over', () => {
  const all = [{ modules: 'all' }]
  expect(() => ruleFrom({ all: [{ mood: 'good' }] })).toThrow()
  expect(() => ruleFrom({ all, distinction: 'the best ones' })).toThrow()
  expect(() => ruleFrom({ all: [{ finalScore: { atLeast: 60, weights: { singing: 1 } } }] })).toThrow(
    'singing',
  )
})
