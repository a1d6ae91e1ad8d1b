import fc from 'fast-check'
import { expect, test } from 'vitest'
import { totalHours } from '../learning/ledger'
import type { Mark } from '../workshops/attendance'
import { isDistinguished, judge, judgePart } from './judge'
import { type ActivityFact, awaitsOf, type LearningRecord, type SessionFact, stillAwaits } from './record'
import type { CompletionRule, Rule } from './rule'
import { CompletionRuleSchema } from './rule.schema'
import { listedParts, type PartOf, shownScore } from './verdict'

const at = new Date('2027-06-01T00:00:00Z')
const until = new Date('2027-07-11T16:00:00Z')

function fact(activity: string, some: Partial<ActivityFact> = {}): ActivityFact {
  return {
    activity,
    module: 'm1',
    kind: 'video',
    type: 'online',
    required: true,
    hundredths: 200,
    confirmed: false,
    exempt: false,
    score: null,
    awaits: 'trainee',
    until,
    ...some,
  }
}

function marked(activity: string, kind: ActivityFact['kind'], score: number): ActivityFact {
  return fact(activity, { kind, score, confirmed: true, awaits: null })
}

function session(number: number, mark: Mark | null, some: Partial<SessionFact> = {}): SessionFact {
  return {
    activity: `workshop ${Math.ceil(number / 2)}`,
    session: 2 - (number % 2),
    hundredths: 300,
    standing: mark && { mark, minutes: null },
    plannedMinutes: 180,
    start: at,
    over: mark !== null,
    exempt: false,
    makeUpUntil: null,
    ...some,
  }
}

function sessions(...marks: (Mark | null)[]): SessionFact[] {
  return marks.map((mark, index) => session(index + 1, mark))
}

function record(some: Partial<LearningRecord> = {}): LearningRecord {
  return {
    at,
    activities: [],
    earned: totalHours([]),
    sessions: [],
    posts: { substantial: 0, until },
    ...some,
  }
}

function earned(total: number): LearningRecord['earned'] {
  return { ...totalHours([]), total }
}

const attendance: Rule = { kind: 'attendance', share: 0.75, sessions: 8 }
const full: Rule = { kind: 'full-attendance', sessions: 8 }
const score: Rule = {
  kind: 'score',
  atLeast: 60,
  weights: [
    { kind: 'quiz', weight: 0.3 },
    { kind: 'case-study', weight: 0.3 },
    { kind: 'practice', weight: 0.4 },
  ],
}
const daming: CompletionRule = {
  completion: {
    kind: 'all',
    of: [
      { kind: 'modules', modules: null },
      { kind: 'hours', atLeast: 7500, type: null },
      attendance,
      { kind: 'posts', atLeast: 8 },
      score,
    ],
  },
  distinction: { kind: 'all', of: [{ ...score, atLeast: 90 }, full] },
}

function scored(...activities: ActivityFact[]) {
  return judgePart(score, record({ activities })) as PartOf<'score'>
}

test('all required activities leave workshops to attendance, and optional ones alone', () => {
  const activities = [
    fact('film', { confirmed: true }),
    fact('extra', { required: false }),
    fact('first workshop', { kind: 'workshop' }),
    fact('quiz', { kind: 'quiz' }),
  ]
  expect(judgePart({ kind: 'modules', modules: null }, record({ activities }))).toEqual({
    kind: 'modules',
    state: 'not-yet',
    modules: 1,
    have: 1,
    need: 2,
    missing: [{ activity: 'quiz', awaits: 'trainee', until }],
  })
})

test('an activity that nobody may still change cannot be reached any more', () => {
  const spent = record({ activities: [fact('final quiz', { kind: 'quiz', score: 40, awaits: null })] })
  expect(judgePart({ kind: 'modules', modules: null }, spent).state).toBe('can-no-longer')
})

test('a deadline ends what a trainee may do, not what a mentor has still to mark', () => {
  expect(stillAwaits('trainee', until, until)).toBeNull()
  expect(stillAwaits('trainee', until, at)).toBe('trainee')
  expect(stillAwaits('mentor', until, until)).toBe('mentor')
  expect(stillAwaits('trainee', null, until)).toBe('trainee')
})

test('an outcome that does not say whose move it is, is never taken for lost', () => {
  expect(awaitsOf(null)).toBe('trainee')
  expect(awaitsOf({ handedIn: false, confirmed: false, awaits: null })).toBe('trainee')
  expect(awaitsOf({ handedIn: true, confirmed: false, awaits: null })).toBe('mentor')
  expect(awaitsOf({ handedIn: true, confirmed: false, awaits: 'nobody' })).toBeNull()
})

test('an exemption counts as done', () => {
  const activities = [fact('visit', { kind: 'practice', exempt: true, awaits: null })]
  expect(judgePart({ kind: 'modules', modules: null }, record({ activities })).state).toBe('done')
})

test('who lacks hours is told what would bring them', () => {
  const activities = [
    fact('extra', { required: false }),
    fact('film', { confirmed: true }),
    fact('late', { awaits: null }),
  ]
  const open = [session(7, null), session(8, null), session(1, 'absent')]
  const part = judgePart(
    { kind: 'hours', atLeast: 7500, type: null },
    record({ activities, sessions: open, earned: earned(7150) }),
  )
  expect(part).toMatchObject({
    state: 'not-yet',
    have: 7150,
    need: 7500,
    ways: [
      { activity: 'extra', hundredths: 200 },
      { activity: 'workshop 4', hundredths: 600 },
    ],
  })
})

test('hours beyond what is left cannot be reached any more', () => {
  const left = record({ activities: [fact('extra')], earned: earned(7200) })
  expect(judgePart({ kind: 'hours', atLeast: 7500, type: null }, left).state).toBe('can-no-longer')
  expect(judgePart({ kind: 'hours', atLeast: 7400, type: null }, left).state).toBe('not-yet')
})

test('hours of one type look at that type alone', () => {
  const activities = [fact('visit', { kind: 'practice', type: 'practice', hundredths: 400 }), fact('film')]
  const part = judgePart(
    { kind: 'hours', atLeast: 300, type: 'practice' },
    record({ activities, earned: earned(9999) }),
  )
  expect(part).toMatchObject({ state: 'not-yet', have: 0, ways: [{ activity: 'visit' }] })
})

test('Daming plans eight sessions and needs six, excused ones among the eight', () => {
  const of = (...marks: (Mark | null)[]) => judgePart(attendance, record({ sessions: sessions(...marks) }))
  expect(
    of('present', 'late', 'present', 'made-up', 'present', 'present', 'excused', 'absent'),
  ).toMatchObject({ state: 'done', have: 6, need: 6, planned: 8 })
  expect(of('present', 'excused', 'absent', null, null, null, null, null).state).toBe('not-yet')
  expect(of('present', 'excused', 'absent', 'absent', null, null, null, null).state).toBe('can-no-longer')
})

test('a roll not taken leaves the verdict open, never failed', () => {
  const rolls = [
    ...sessions('present', 'present', 'present', 'present', 'present', 'absent', 'absent'),
    session(8, null, { over: true }),
  ]
  const part = judgePart(attendance, record({ sessions: rolls, at: until }))
  expect(part).toMatchObject({ state: 'not-yet', have: 5 })
  expect((part as PartOf<'attendance' | 'full-attendance'>).open.at(-1)).toMatchObject({
    standing: 'roll-not-taken',
  })
})

test('an absence that may be made up is not lost until the make-up’s last day', () => {
  const arranged = sessions('absent', 'absent', 'absent', null, null, null, null, null)
  arranged[0] = session(1, 'absent', { makeUpUntil: until })
  expect(judgePart(attendance, record({ sessions: arranged })).state).toBe('not-yet')
  expect(judgePart(attendance, record({ sessions: arranged, at: until })).state).toBe('can-no-longer')
})

test('sessions that are not on the schedule yet are still ahead', () => {
  expect(judgePart(attendance, record()).state).toBe('not-yet')
})

test('an exempted workshop’s sessions leave the denominator', () => {
  const list = sessions('present', 'present', 'present', 'present', 'present', 'absent', null, null)
  list[6] = session(7, null, { exempt: true })
  list[7] = session(8, null, { exempt: true })
  expect(judgePart(attendance, record({ sessions: list }))).toMatchObject({
    planned: 6,
    need: 5,
    state: 'done',
  })
})

test('full attendance is lost by leaving early, even where the session counts', () => {
  const list = sessions(...Array<Mark>(8).fill('present'))
  list[3] = session(4, 'left-early', { standing: { mark: 'left-early', minutes: 150 } })
  expect(judgePart(attendance, record({ sessions: list })).state).toBe('done')
  expect(judgePart(full, record({ sessions: list })).state).toBe('can-no-longer')
})

test('posts can be written until the cohort ends', () => {
  const rule: Rule = { kind: 'posts', atLeast: 8 }
  const posts = { substantial: 6, until }
  expect(judgePart(rule, record({ posts }))).toMatchObject({ state: 'not-yet', have: 6, need: 8, until })
  expect(judgePart(rule, record({ posts, at: until })).state).toBe('can-no-longer')
})

test('a kind’s score is the mean of its required activities, and the final score their weighted mean', () => {
  const part = scored(
    marked('quiz 1', 'quiz', 82),
    marked('quiz 2', 'quiz', 100),
    marked('case', 'case-study', 85),
    marked('visit', 'practice', 88),
    { ...marked('game', 'quiz', 0), required: false },
  )
  expect(part.kinds.map((one) => one.mean)).toEqual([91, 85, 88])
  expect(part.score).toBeCloseTo(88)
  expect(part.state).toBe('done')
})

test('a missing mark is "not yet", never nought', () => {
  const waiting = fact('visit', { kind: 'practice', awaits: 'mentor' })
  const part = scored(marked('quiz', 'quiz', 100), marked('case', 'case-study', 100), waiting)
  expect(part).toMatchObject({
    state: 'not-yet',
    score: null,
    missing: [{ activity: 'visit', awaits: 'mentor' }],
  })
})

test('an exemption has no score and leaves the denominator, a kind without any left with it', () => {
  const exempt = fact('visit', { kind: 'practice', exempt: true, awaits: null })
  const part = scored(marked('quiz', 'quiz', 60), marked('case', 'case-study', 80), exempt)
  expect(part.score).toBeCloseTo(70)
  expect(scored(exempt)).toMatchObject({ state: 'done', score: null })
})

test('scores are compared unrounded and shown with one decimal, rounded down', () => {
  const at = (one: number) =>
    scored(marked('q', 'quiz', one), marked('c', 'case-study', one), marked('p', 'practice', one))
  expect(at(59.99).state).toBe('can-no-longer')
  expect(at(60).state).toBe('done')
  expect(at(200 / 3).state).toBe('done')
  expect([59.99, 60, 66.66, 0.1 + 0.2, 100].map(shownScore)).toEqual([59.9, 60, 66.6, 0.3, 100])
})

test('a low score that may still be raised is "not yet"', () => {
  const low = { ...marked('q', 'quiz', 10), awaits: 'trainee' as const }
  expect(scored(low, marked('c', 'case-study', 60), marked('p', 'practice', 60))).toMatchObject({
    state: 'not-yet',
    improvable: [{ activity: 'q' }],
  })
})

test('a mark that nobody can give any more makes the score unreachable', () => {
  expect(scored(fact('q', { kind: 'quiz', awaits: null }), marked('c', 'case-study', 100)).state).toBe(
    'can-no-longer',
  )
})

test('any and count take the best of their parts', () => {
  const lost: Rule = { kind: 'posts', atLeast: 8 }
  const done: Rule = { kind: 'posts', atLeast: 0 }
  const late = record({ at: until })
  expect(judgePart({ kind: 'any', of: [lost, done] }, late).state).toBe('done')
  expect(judgePart({ kind: 'all', of: [lost, done] }, late).state).toBe('can-no-longer')
  expect(judgePart({ kind: 'count', atLeast: 2, of: [lost, done, done] }, late).state).toBe('done')
  expect(judgePart({ kind: 'count', atLeast: 2, of: [lost, lost, done] }, late).state).toBe('can-no-longer')
})

test('distinction belongs to those who complete', () => {
  const bare = {
    completion: { kind: 'posts', atLeast: 8 },
    distinction: { kind: 'posts', atLeast: 0 },
  } as const
  expect(isDistinguished(judge(bare, record()))).toBe(false)
  expect(isDistinguished(judge(bare, record({ posts: { substantial: 8, until } })))).toBe(true)
})

test('Daming’s rule lists its five parts, and is read back from the database', () => {
  expect(listedParts(judge(daming, record()).completion)).toHaveLength(5)
  expect(CompletionRuleSchema.parse(JSON.parse(JSON.stringify(daming)))).toEqual(daming)
  const odd = {
    ...daming,
    completion: { kind: 'score', atLeast: 60, weights: [{ kind: 'toString', weight: 1 }] },
  }
  expect(CompletionRuleSchema.safeParse(odd).success).toBe(false)
})

// A record and what may become of it: marks and signatures come, rolls are taken, time passes, nothing is undone.
const kindsUsed = fc.constantFrom<ActivityFact['kind']>('video', 'quiz', 'case-study', 'practice')
const facts = fc.array(
  fc.record({
    kind: kindsUsed,
    confirmed: fc.boolean(),
    awaits: fc.constantFrom<ActivityFact['awaits']>('trainee', 'mentor', null),
    score: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
    required: fc.boolean(),
    exempt: fc.boolean(),
    hundredths: fc.integer({ min: 0, max: 900 }),
  }),
  { maxLength: 8 },
)
const marks = fc.array(fc.constantFrom<Mark | null>('present', 'late', 'absent', 'excused', null), {
  maxLength: 8,
})
const records = fc.tuple(facts, marks, fc.nat(9)).map(([list, roll, substantial]) => {
  const activities = list.map((one, index) => fact(`a${index}`, { ...one, module: `m${index % 3}` }))
  const rolls = sessions(...roll)
  const hours = activities
    .filter((one) => one.confirmed || one.exempt)
    .map(({ type, hundredths }) => ({ type, hundredths }))
  return record({ activities, sessions: rolls, earned: totalHours(hours), posts: { substantial, until } })
})
const small: Rule = {
  kind: 'all',
  of: [
    { kind: 'modules', modules: null },
    { kind: 'hours', atLeast: 1500, type: null },
    { kind: 'attendance', share: 0.75, sessions: 4 },
    { kind: 'posts', atLeast: 5 },
    { kind: 'count', atLeast: 1, of: [score, full] },
  ],
}

function everyPart(rule: Rule, one: LearningRecord) {
  return listedParts(judgePart(rule, one))
}

test('property: done is missing nothing, and each part that is not done says what, unless all depends on the schedule', () => {
  fc.assert(
    fc.property(records, (one) => {
      for (const part of everyPart(small, one)) {
        if (part.kind === 'modules') expect(part.state === 'done').toBe(part.missing.length === 0)
        if (part.kind === 'hours' && part.state === 'done') expect(part.ways).toEqual([])
        if ('have' in part) expect(part.state === 'done').toBe(part.have >= part.need)
      }
    }),
  )
})

test('property: one more confirmed activity never makes a verdict worse', () => {
  const worth = { done: 2, 'not-yet': 1, 'can-no-longer': 0 }
  fc.assert(
    fc.property(records, fc.nat(7), (one, index) => {
      const chosen = one.activities[index]
      if (!chosen || chosen.confirmed) return
      const activities = one.activities.map((other) =>
        other === chosen ? { ...other, confirmed: true, score: 100, awaits: null } : other,
      )
      const gained = { ...one.earned, total: one.earned.total + (chosen.exempt ? 0 : chosen.hundredths) }
      const before = everyPart(small, one)
      const after = everyPart(small, { ...one, activities, earned: gained })
      for (const [number, part] of before.entries()) {
        expect(worth[after[number]!.state]).toBeGreaterThanOrEqual(worth[part.state])
      }
    }),
  )
})

test('property: what can no longer be reached is not reached, whatever still comes in', () => {
  const fate = fc.record({
    acts: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    score: fc.integer({ min: 0, max: 100 }),
    posts: fc.nat(9),
    late: fc.boolean(),
    roll: fc.constantFrom<Mark>('present', 'absent'),
  })
  fc.assert(
    fc.property(records, fate, fc.boolean(), (one, to, closed) => {
      const before = closed ? closedAt(one, until) : one
      const activities = before.activities.map((other, index) =>
        to.acts[index] && other.awaits ? { ...other, confirmed: true, score: to.score, awaits: null } : other,
      )
      const hours = activities.filter((other) => other.confirmed || other.exempt)
      const rolls = before.sessions.map((other) =>
        other.standing ? other : { ...other, over: true, standing: { mark: to.roll, minutes: null } },
      )
      const more = closed ? 0 : to.posts
      const posts = { substantial: before.posts.substantial + more, until }
      const after = { ...before, activities, earned: totalHours(hours), sessions: rolls, posts }
      const last = to.late ? closedAt(after, until) : after
      const states = everyPart(small, last).map((part) => part.state)
      for (const [number, part] of everyPart(small, before).entries()) {
        if (part.state === 'can-no-longer') expect(states[number]).toBe('can-no-longer')
      }
    }),
  )
})

function closedAt(one: LearningRecord, time: Date): LearningRecord {
  const activities = one.activities.map((other) => ({
    ...other,
    awaits: stillAwaits(other.awaits, other.until, time),
  }))
  return { ...one, at: time, activities }
}
