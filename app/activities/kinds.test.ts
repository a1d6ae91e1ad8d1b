// What "handed in" and "confirmed" mean, kind by kind.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { refusalToHandIn } from './assignment/assignment'
import { rubricScore } from './case-study/case-study'
import { type ConfigOf, isKind, kinds, sayMissing, type WorkOf } from './kinds'
import { bestScore, takesAnswers } from './quiz/quiz'
import { unanswered } from './survey/survey'

const film: ConfigOf<'video'> = { film: 'f', minutes: 10, minWatched: 0.9, noSkip: false }
const quiz: ConfigOf<'quiz'> = {
  questions: [{ id: 'q1', type: 'truefalse', stem: '对吗？', answer: true, why: '' }],
  drawn: 1,
  attempts: 3,
  passMark: 60,
  minutes: 40,
  shuffle: false,
}
const caseStudy: ConfigOf<'case-study'> = {
  text: '娃娃家里没有人',
  rubric: [
    { name: '分析有依据', points: 40 },
    { name: '策略可操作', points: 40 },
    { name: '表达清楚', points: 20 },
  ],
  minCharacters: 300,
  passMark: null,
}
const assignment: ConfigOf<'assignment'> = {
  instructions: '提交一份活动方案',
  accepts: ['docx', 'pdf', 'text'],
  maxFiles: 3,
  maxMegabytes: 20,
  passMark: 60,
  resubmissions: 2,
}
const practice: ConfigOf<'practice'> = {
  instructions: '',
  items: ['家访提纲', '家访记录'],
  evidence: ['text', 'photo'],
}
const workshop: ConfigOf<'workshop'> = {
  description: '',
  sessions: [
    { number: 1, title: '上午', starts: '09:00', ends: '12:00' },
    { number: 2, title: '下午', starts: '14:00', ends: '17:00' },
  ],
  venue: null,
}

test('a video is done at its share of the measured length, not at the author’s estimate', () => {
  const at = (until: number) => kinds.video.progress(film, { length: 600, watched: [{ from: 0, until }] })
  expect(at(540)).toMatchObject({ handedIn: true, confirmed: true, missing: null })
  expect(at(539)).toMatchObject({
    handedIn: false,
    missing: { word: 'watch', minutesLeft: 1, watchedPercent: 89 },
  })
  expect(kinds.video.progress(film, { length: null, watched: [] }).missing).toEqual({
    word: 'film-not-ready',
  })
})

test('a reading needs its end reached and the button pressed', () => {
  const at = (work: WorkOf<'reading'>) => kinds.reading.progress({ text: '读', minutes: 5 }, work)
  expect(at({ endReached: false, readPressed: true }).missing).toEqual({ word: 'read-to-end' })
  expect(at({ endReached: true, readPressed: false }).missing).toEqual({ word: 'press-read' })
  expect(at({ endReached: true, readPressed: true }).confirmed).toBe(true)
})

test('a quiz is handed in by any attempt and confirmed by the best one', () => {
  const at = (scores: number[], extraAttempts = 0) =>
    kinds.quiz.progress(quiz, {
      attempts: scores.map((score) => ({ state: 'submitted', score })),
      extraAttempts,
    })
  expect(at([])).toMatchObject({ handedIn: false, score: null, missing: { word: 'take', attemptsLeft: 3 } })
  expect(at([40])).toMatchObject({ handedIn: true, confirmed: false, score: 40, awaits: 'trainee' })
  expect(at([40, 80, 20])).toMatchObject({ confirmed: true, score: 80 })
  expect(at([40, 50, 20])).toMatchObject({ awaits: null, missing: { word: 'no-attempts-left', best: 50 } })
  expect(at([40, 50, 20], 1)).toMatchObject({ awaits: 'trainee', missing: { word: 'pass', attemptsLeft: 1 } })
})

test('an attempt that timed out counts, one still open does not', () => {
  expect(bestScore([{ state: 'open', score: null }])).toBeNull()
  expect(
    bestScore([
      { state: 'timed-out', score: 70 },
      { state: 'open', score: null },
    ]),
  ).toBe(70)
})

test('answers are taken until the time limit and thirty seconds more', () => {
  const startedAt = new Date('2027-05-12T01:00:00Z')
  expect(takesAnswers(quiz, startedAt, new Date('2027-05-12T01:40:30Z'))).toBe(true)
  expect(takesAnswers(quiz, startedAt, new Date('2027-05-12T01:40:31Z'))).toBe(false)
  expect(takesAnswers({ minutes: null }, startedAt, new Date('2027-06-12T01:00:00Z'))).toBe(true)
})

test('a case study is handed in when submitted and confirmed by the rubric', () => {
  const at = (work: Partial<WorkOf<'case-study'>>) =>
    kinds['case-study'].progress(caseStudy, { submitted: true, returned: false, points: null, ...work })
  expect(at({ submitted: false }).missing).toEqual({ word: 'write', minCharacters: 300 })
  expect(at({})).toMatchObject({ handedIn: true, confirmed: false, missing: { word: 'waiting-for-mark' } })
  expect(at({ points: [36, 32, 17] })).toMatchObject({ confirmed: true, score: 85 })
  expect(at({ points: [36, 32, 17], returned: true })).toMatchObject({
    handedIn: true,
    confirmed: false,
    score: null,
  })
  expect(rubricScore(caseStudy.rubric, [400, 40, 20])).toBe(100)
})

test('an assignment is confirmed by a mark at or above its pass mark', () => {
  const at = (work: Partial<WorkOf<'assignment'>>) =>
    kinds.assignment.progress(assignment, {
      submissions: 1,
      extraSubmissions: 0,
      returned: false,
      mark: null,
      ...work,
    })
  expect(at({ submissions: 0 })).toMatchObject({ handedIn: false, missing: { word: 'submit' } })
  expect(at({ mark: 60 })).toMatchObject({ confirmed: true, score: 60 })
  expect(at({ mark: 59.5 })).toMatchObject({
    handedIn: true,
    score: 59.5,
    missing: { word: 'below-pass-mark' },
  })
  expect(at({ submissions: 3, mark: 40 })).toMatchObject({
    awaits: null,
    missing: { word: 'no-submissions-left' },
  })
  expect(at({ submissions: 3, mark: 40, extraSubmissions: 1 }).awaits).toBe('trainee')
})

test('an assignment refuses what it does not take', () => {
  const refused = (files: [string, number][], text = '') =>
    refusalToHandIn(
      assignment,
      files.map(([name, megabytes]) => ({ name, bytes: megabytes * 2 ** 20 })),
      text,
    )
  expect(refused([])).toBe('nothing')
  expect(refused([['方案.DOCX', 20]])).toBeNull()
  expect(refused([], '活动方案')).toBeNull()
  expect(refused([['方案.docx', 20.1]])).toBe('file-too-large')
  expect(refused([['方案.exe', 1]])).toBe('file-kind')
  expect(refused([['docx', 1]])).toBe('file-kind')
  expect(
    refused([
      ['1.pdf', 1],
      ['2.pdf', 1],
      ['3.pdf', 1],
      ['4.pdf', 1],
    ]),
  ).toBe('too-many-files')
  expect(refusalToHandIn({ ...assignment, accepts: ['pdf'] }, [], '字')).toBe('text-not-taken')
})

test('a discussion is done by the substantial posts asked for', () => {
  const at = (substantialPosts: number) =>
    kinds.discussion.progress({ prompt: '说说', minPosts: 2 }, { substantialPosts })
  expect(at(1).missing).toEqual({ word: 'post', posts: 1 })
  expect(at(2)).toMatchObject({ handedIn: true, confirmed: true })
})

test('a practice is handed in when each item has evidence, and confirmed by the signature', () => {
  const at = (evidence: WorkOf<'practice'>['evidence'], signedOff: number | null = null) =>
    kinds.practice.progress(practice, { evidence, returned: false, signedOff })
  expect(at([{ item: 1, kind: 'text' }]).missing).toEqual({ word: 'evidence', items: 1, of: 2 })
  expect(
    at([
      { item: 1, kind: 'text' },
      { item: 2, kind: 'file' },
    ]).handedIn,
  ).toBe(false)
  const both: WorkOf<'practice'>['evidence'] = [
    { item: 1, kind: 'text' },
    { item: 2, kind: 'photo' },
  ]
  expect(at(both)).toMatchObject({ handedIn: true, confirmed: false })
  expect(at(both, 0)).toMatchObject({ confirmed: true, score: 0 })
})

test('a workshop is handed in when its day is over, whoever came, and confirmed by the marks', () => {
  const at = (dayOver: boolean, sessions: (boolean | null)[]) =>
    kinds.workshop.progress(workshop, { dayOver, sessions })
  expect(at(false, [null, null])).toMatchObject({ handedIn: false, missing: { word: 'attend', sessions: 2 } })
  expect(at(true, [null, null])).toMatchObject({
    handedIn: true,
    missing: { word: 'roll-not-taken', sessions: 2 },
  })
  expect(at(true, [true, false])).toMatchObject({ handedIn: true, missing: { word: 'missed', sessions: 1 } })
  expect(at(true, [true, true]).confirmed).toBe(true)
})

test('a live session is handed in by joining and confirmed by the minutes or by hand', () => {
  const live: ConfigOf<'live'> = { description: '', minutes: 90, minMinutes: 60 }
  const at = (work: Partial<WorkOf<'live'>>) =>
    kinds.live.progress(live, { joined: true, minutesPresent: 0, marked: false, ...work })
  expect(at({ joined: false }).missing).toEqual({ word: 'join' })
  expect(at({ minutesPresent: 59 })).toMatchObject({ handedIn: true, confirmed: false })
  expect(at({ minutesPresent: 60 }).confirmed).toBe(true)
  expect(at({ joined: false, marked: true }).confirmed).toBe(true)
})

test('a survey is done when its scales are answered', () => {
  const survey: ConfigOf<'survey'> = {
    questions: [
      { id: 's1', type: 'scale', text: '课程内容', from: 1, to: 5 },
      { id: 's2', type: 'text', text: '最想继续学的' },
    ],
    anonymous: true,
  }
  expect(unanswered(survey, { s1: '6' })).toEqual(['s1'])
  expect(unanswered(survey, { s1: '5', s2: '' })).toEqual([])
  expect(kinds.survey.progress(survey, { answered: true }).confirmed).toBe(true)
})

test('what a trainee gets of a quiz holds no question and no answer', () => {
  expect(kinds.quiz.forTrainee(quiz)).toEqual({ drawn: 1, attempts: 3, passMark: 60, minutes: 40 })
})

test('each missing word has its sentence in both languages', () => {
  for (const face of Object.values(kinds)) {
    const words = face.missingWords
    expect(Object.keys(words.en).sort()).toEqual(Object.keys(words['zh-CN']).sort())
  }
  expect(sayMissing('zh-CN', 'discussion', { word: 'post', posts: 2 } as never)).toBe(
    '还差 2 帖，每帖 30 字以上',
  )
  expect(sayMissing('en', 'quiz', { word: 'take', attemptsLeft: 1 } as never)).toBe(
    'Not taken yet; 1 attempt to use',
  )
  expect(sayMissing('en', 'quiz', { word: 'nonsense' })).toBeNull()
})

test('a kind is one of the ten, and nothing that every object has', () => {
  expect(Object.keys(kinds)).toHaveLength(10)
  expect(isKind('video')).toBe(true)
  expect(isKind('toString')).toBe(false)
  for (const [name, face] of Object.entries(kinds)) expect(face.kind).toBe(name)
})

test('property: an activity is confirmed exactly when nothing is missing, and confirmed work was handed in', () => {
  const score = fc.option(fc.integer({ min: 0, max: 100 }), { nil: null })
  const results = fc.oneof(
    fc
      .tuple(fc.nat(5), score, fc.boolean())
      .map(([submissions, mark, returned]) =>
        kinds.assignment.progress(assignment, { submissions, extraSubmissions: 0, returned, mark }),
      ),
    fc
      .tuple(fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 4 }), fc.nat(2))
      .map(([scores, extraAttempts]) =>
        kinds.quiz.progress(quiz, {
          attempts: scores.map((one) => ({ state: 'submitted', score: one })),
          extraAttempts,
        }),
      ),
    fc
      .tuple(
        fc.boolean(),
        fc.boolean(),
        fc.option(fc.tuple(fc.nat(40), fc.nat(40), fc.nat(20)), { nil: null }),
      )
      .map(([submitted, returned, points]) =>
        kinds['case-study'].progress(caseStudy, { submitted, returned, points }),
      ),
  )
  fc.assert(
    fc.property(results, (progress) => {
      expect(progress.missing === null).toBe(progress.confirmed)
      if (progress.confirmed) expect(progress.handedIn).toBe(true)
    }),
  )
})
