import { expect, test } from 'vitest'
import type { Kind } from '~/activities/kind'
import { sweepKinds } from '~/activities/kinds.server'
import { liveToMark } from '~/activities/live/live.access.server'
import { joinLive, markLiveMinutes } from '~/activities/live/live.server'
import { setLiveSession } from '~/activities/live/live.session.server'
import { attemptReview, quizPage } from '~/activities/quiz/quiz.queries.server'
import { keepAnswers, startAttempt, submitAttempt } from '~/activities/quiz/quiz.server'
import { markRead } from '~/activities/reading/reading.server'
import { answerSurvey } from '~/activities/survey/survey.server'
import { filmFileFor } from '~/activities/video/video.films.server'
import { openVideo, reportPlayed } from '~/activities/video/video.server'
import { db } from '~/db.server'
import { systemActor } from '~/domain/actor'
import { cohortToManage } from '~/domain/cohorts/cohort.access.server'
import { newId } from '~/domain/ids.server'
import { activityForTrainee } from '~/domain/learning/learning.access.server'
import { releaseDue } from '~/domain/learning/releases.server'
import {
  type ActivitySketch,
  inWeek,
  learningWorld,
  managerOf,
  mentorOf,
  somebody,
  trainee,
} from '../support/learning-world'

const quizConfig = {
  questions: [
    { id: 'a', type: 'single' as const, stem: '一', options: ['甲', '乙'], answer: 1, why: '因为' },
    { id: 'b', type: 'truefalse' as const, stem: '二', answer: true, why: '' },
  ],
  drawn: 2,
  attempts: 2,
  passMark: 60,
  minutes: null as number | null,
  shuffle: false,
}

async function oneActivity<K extends Kind>(sketch: ActivitySketch & { kind: K }, name = '李晓燕') {
  const world = await learningWorld([{ opensWeek: 1, closesWeek: 4, activities: [sketch] }])
  const one = await trainee(world, name)
  const { id } = world.modules[0]!.activities[0]!
  const activityAt = async (at: Date) =>
    (await activityForTrainee<K>(one.at(at), one.enrolment.id, id, sketch.kind))!
  const outcome = () => db.outcome.findFirst({ where: { enrolmentId: one.enrolment.id } })
  const hours = () => db.ledgerEntry.count({ where: { enrolmentId: one.enrolment.id } })
  return { world, ...one, id, activityAt, outcome, hours }
}

async function film(seconds: number) {
  const slug = `film-${newId()}`
  await db.film.create({ data: { id: newId(), slug, title: '视频', seconds, recordedAt: inWeek(-1) } })
  return slug
}

function after(at: Date, seconds: number) {
  return new Date(at.getTime() + seconds * 1000)
}

test('a film is done when its share has been played, at the speed that time allows', async () => {
  const slug = await film(100)
  const config = { film: slug, minutes: 2, minWatched: 0.9, noSkip: false }
  const { at, activityAt, outcome, hours } = await oneActivity({ kind: 'video', config })
  const start = inWeek(2)
  const activity = await activityAt(start)
  const opened = await openVideo(at(start), activity)
  if ('refused' in opened) throw new Error(opened.refused)
  const { openingId } = opened
  const all = { openingId, played: [{ from: 0, until: 100 }], speed: 1, positionSeconds: 100 }

  const skipped = await reportPlayed(at(after(start, 10)), activity, all)
  expect(skipped).toMatchObject({ done: false })
  expect((skipped as { watchedSeconds: number }).watchedSeconds).toBeLessThanOrEqual(11)
  expect(await outcome()).toBeNull()

  expect(await reportPlayed(at(after(start, 95)), activity, all)).toMatchObject({ done: true })
  expect(await outcome()).toMatchObject({ confirmedAt: after(start, 95) })
  expect(await reportPlayed(at(after(start, 105)), activity, all)).toMatchObject({ share: 1 })
  expect(await hours()).toBe(1)
})

test('a second playing ends the first, so that two films side by side do not earn double', async () => {
  const slug = await film(600)
  const config = { film: slug, minutes: 10, minWatched: 0.9, noSkip: false }
  const { at, activityAt } = await oneActivity({ kind: 'video', config })
  const start = inWeek(2)
  const activity = await activityAt(start)
  const [first, second] = [
    await openVideo(at(start), activity),
    await openVideo(at(after(start, 5)), activity),
  ]
  if ('refused' in first || 'refused' in second) throw new Error('refused')
  const report = { played: [{ from: 0, until: 60 }], speed: 1, positionSeconds: 60 }
  expect(
    await reportPlayed(at(after(start, 60)), activity, { ...report, openingId: first.openingId }),
  ).toEqual({
    refused: 'not-playing',
  })
  expect(
    await reportPlayed(at(after(start, 60)), activity, { ...report, openingId: second.openingId }),
  ).toMatchObject({ watchedSeconds: 56 })
})

test('two reports of one playing at once credit its time once', async () => {
  const slug = await film(600)
  const config = { film: slug, minutes: 10, minWatched: 0.9, noSkip: false }
  const { at, activityAt } = await oneActivity({ kind: 'video', config })
  const start = inWeek(2)
  const activity = await activityAt(start)
  const opened = await openVideo(at(start), activity)
  if ('refused' in opened) throw new Error('refused')
  const report = (from: number) =>
    reportPlayed(at(after(start, 10)), activity, {
      openingId: opened.openingId,
      played: [{ from, until: from + 200 }],
      speed: 1,
      positionSeconds: 0,
    })
  await Promise.all([report(0), report(300)])
  const row = await db.videoProgress.findFirstOrThrow({ where: { enrolmentId: activity.enrolmentId } })
  expect(row.watchedSeconds).toBeLessThanOrEqual(11)
})

test('a film that may not be skipped earns nothing beyond what continues its beginning', async () => {
  const slug = await film(100)
  const config = { film: slug, minutes: 2, minWatched: 1, noSkip: true }
  const { at, activityAt } = await oneActivity({ kind: 'video', config })
  const start = inWeek(2)
  const activity = await activityAt(start)
  const opened = await openVideo(at(start), activity)
  if ('refused' in opened) throw new Error('refused')
  const report = { openingId: opened.openingId, speed: 1, positionSeconds: 90 }
  const skipped = { ...report, played: [{ from: 50, until: 90 }] }
  expect(await reportPlayed(at(after(start, 50)), activity, skipped)).toMatchObject({ watchedSeconds: 0 })
})

test('nothing is counted of a film after the cohort has ended, or before there is one', async () => {
  const config = { film: null, minutes: 2, minWatched: 1, noSkip: false }
  const { at, activityAt } = await oneActivity({ kind: 'video', config })
  expect(await openVideo(at(inWeek(2)), await activityAt(inWeek(2)))).toEqual({ refused: 'no-film' })
  const afterwards = inWeek(18)
  expect(await openVideo(at(afterwards), await activityAt(afterwards))).toEqual({ refused: 'cohort-closed' })
})

test('a film’s file is for those to whom its activity is open, and for those who work there', async () => {
  const slug = await film(100)
  const config = { film: slug, minutes: 2, minWatched: 1, noSkip: false }
  const { world, at } = await oneActivity({ kind: 'video', config })
  const stored = await db.storedFile.create({
    data: {
      id: newId(),
      sha256: 'a'.repeat(64),
      bytes: 3,
      mediaType: 'video/mp4',
      name: 'a.mp4',
      key: `aa/${newId()}`,
      recordedAt: inWeek(-1),
    },
  })
  await db.film.update({ where: { slug }, data: { mp4Id: stored.id } })
  expect(await filmFileFor(at(inWeek(0)), slug, 'mp4')).toBeNull()
  await releaseDue(systemActor(inWeek(1)))
  expect(await filmFileFor(at(inWeek(1)), slug, 'mp4')).toMatchObject({ bytes: 3 })
  expect(await filmFileFor(at(inWeek(1)), slug, 'webm')).toBeNull()
  const [mentor, manager] = [await mentorOf(world, '周老师'), await managerOf(world, '张老师')]
  expect(await filmFileFor(mentor.at(inWeek(1)), slug, 'mp4')).not.toBeNull()
  expect(await filmFileFor(manager.at(inWeek(1)), slug, 'mp4')).not.toBeNull()
  const stranger = await somebody('外人')
  expect(await filmFileFor({ person: stranger, at: inWeek(1), through: 'page' }, slug, 'mp4')).toBeNull()
})

test('a reading is done by its button at its end, late after its week, and not at all when closed', async () => {
  const reading = await oneActivity({ kind: 'reading', config: { text: '正文', minutes: 5 } })
  const early = await reading.activityAt(inWeek(2))
  expect(await markRead(reading.at(inWeek(2)), early, false)).toEqual({ refused: 'end-not-reached' })
  const late = inWeek(5)
  await markRead(reading.at(late), await reading.activityAt(late), true)
  expect(await reading.outcome()).toMatchObject({ confirmedAt: late, late: true })

  const closed = await oneActivity({ kind: 'reading', config: { text: '正文', minutes: 5 } })
  await db.moduleClosing.create({
    data: {
      id: newId(),
      cohortId: closed.world.cohort.id,
      moduleId: closed.world.modules[0]!.id,
      byId: closed.person.id,
      occurredAt: inWeek(4),
      recordedAt: inWeek(4),
    },
  })
  const at = inWeek(4, 2)
  expect(await markRead(closed.at(at), await closed.activityAt(at), true)).toEqual({
    refused: 'module-closed',
  })
  await db.concession.create({
    data: {
      id: newId(),
      enrolmentId: closed.enrolment.id,
      activityId: closed.id,
      kind: 'later',
      until: inWeek(6),
      reason: '产假',
      byId: closed.person.id,
      occurredAt: at,
      recordedAt: at,
    },
  })
  expect(await markRead(closed.at(at), await closed.activityAt(at), true)).toMatchObject({ changed: true })
})

test('a quiz is scored on the server, its best attempt counts, and its pages never hold an answer', async () => {
  const { at, activityAt, outcome, hours } = await oneActivity({ kind: 'quiz', config: quizConfig })
  const now = inWeek(2)
  const activity = await activityAt(now)
  const started = await startAttempt(at(now), activity)
  expect(await startAttempt(at(now), activity)).toEqual(started)
  const attemptId = started.attemptId!
  const page = await quizPage(at(now), activity)
  expect(JSON.stringify(page)).not.toMatch(/why|answer":1|因为/)
  await keepAnswers(at(now), activity, attemptId, { a: [0], b: false })
  expect(await submitAttempt(at(now), activity, attemptId)).toMatchObject({ score: 0, again: false })
  expect(await outcome()).toMatchObject({ handedInAt: now, confirmedAt: null, awaits: 'trainee' })
  expect(await keepAnswers(at(now), activity, attemptId, { a: [1] })).toEqual({ refused: 'ended' })

  const before = await attemptReview(at(now), activity, 1)
  expect(before).toMatchObject({
    settled: false,
    questions: [{ given: ['甲'], correct: null }, { correct: null }],
  })

  const second = await startAttempt(at(now), activity)
  await submitAttempt(at(now), activity, second.attemptId!, { a: [1], b: true })
  expect(await outcome()).toMatchObject({ confirmedAt: now })
  expect(Number((await outcome())!.score)).toBe(100)
  expect(await hours()).toBe(1)
  expect(await startAttempt(at(now), activity)).toEqual({ refused: 'no-attempts-left' })
  expect(await attemptReview(at(now), activity, 1)).toMatchObject({
    questions: [{ given: ['甲'], correct: ['乙'], why: '因为' }, {}],
  })
})

test('a concession gives one more attempt', async () => {
  const config = { ...quizConfig, attempts: 1 }
  const { at, activityAt, enrolment, id, person } = await oneActivity({ kind: 'quiz', config })
  const now = inWeek(2)
  const { attemptId } = await startAttempt(at(now), await activityAt(now))
  await submitAttempt(at(now), await activityAt(now), attemptId!)
  expect(await startAttempt(at(now), await activityAt(now))).toEqual({ refused: 'no-attempts-left' })
  const dates = { occurredAt: now, recordedAt: now }
  await db.concession.create({
    data: {
      id: newId(),
      enrolmentId: enrolment.id,
      activityId: id,
      kind: 'attempt',
      reason: '停电',
      byId: person.id,
      ...dates,
    },
  })
  expect(await startAttempt(at(now), await activityAt(now))).toHaveProperty('attemptId')
})

test('two submits of one attempt at once leave one effect that both see', async () => {
  const { at, activityAt, enrolment, hours } = await oneActivity({ kind: 'quiz', config: quizConfig })
  const now = inWeek(2)
  const activity = await activityAt(now)
  const { attemptId } = await startAttempt(at(now), activity)
  const answers = { a: [1], b: true }
  const both = await Promise.all([1, 2].map(() => submitAttempt(at(now), activity, attemptId!, answers)))
  expect(both.map((one) => 'score' in one && one.score)).toEqual([100, 100])
  expect(await db.outcomeEntry.count({ where: { enrolmentId: enrolment.id } })).toBe(1)
  expect(await hours()).toBe(1)
})

test('two starts at once are one attempt', async () => {
  const { at, activityAt, enrolment } = await oneActivity({ kind: 'quiz', config: quizConfig })
  const activity = await activityAt(inWeek(2))
  const [one, other] = await Promise.all([1, 2].map(() => startAttempt(at(inWeek(2)), activity)))
  expect(one).toEqual(other)
  expect(await db.quizAttempt.count({ where: { enrolmentId: enrolment.id } })).toBe(1)
})

test('an attempt that runs out ends on what was saved, by the sweep, at the instant its time was over', async () => {
  const config = { ...quizConfig, minutes: 40 }
  const { at, activityAt, outcome } = await oneActivity({ kind: 'quiz', config })
  const start = inWeek(2)
  const activity = await activityAt(start)
  const { attemptId } = await startAttempt(at(start), activity)
  await keepAnswers(at(after(start, 60)), activity, attemptId!, { a: [1] })
  expect(await keepAnswers(at(after(start, 2500)), activity, attemptId!, { b: true })).toEqual({
    refused: 'time-over',
  })
  await sweepKinds(systemActor(after(start, 2500)))
  await sweepKinds(systemActor(after(start, 2560)))
  const attempt = await db.quizAttempt.findUniqueOrThrow({ where: { id: attemptId! } })
  expect(attempt).toMatchObject({ timedOut: true, submittedAt: after(start, 2400) })
  expect(Number(attempt.score)).toBe(50)
  expect(await outcome()).toMatchObject({ handedInAt: after(start, 2400), confirmedAt: null })
  expect(await submitAttempt(at(after(start, 2600)), activity, attemptId!)).toMatchObject({
    score: 50,
    again: true,
  })
})

test('nobody answers or ends somebody else’s attempt', async () => {
  const mine = await oneActivity({ kind: 'quiz', config: quizConfig })
  const { attemptId } = await startAttempt(mine.at(inWeek(2)), await mine.activityAt(inWeek(2)))
  const other = await trainee(mine.world, '别人')
  const theirs = (await activityForTrainee(other.at(inWeek(2)), other.enrolment.id, mine.id, 'quiz'))!
  expect(await keepAnswers(other.at(inWeek(2)), theirs, attemptId!, { a: [1] })).toEqual({
    refused: 'absent',
  })
  expect(await submitAttempt(other.at(inWeek(2)), theirs, attemptId!)).toEqual({ refused: 'absent' })
})

const surveyConfig = {
  questions: [
    { id: 's', type: 'scale' as const, text: '满意吗', from: 1, to: 5 },
    { id: 't', type: 'text' as const, text: '还想学什么' },
  ],
  anonymous: true,
}

test('a survey is answered once, and an anonymous one keeps neither name nor day', async () => {
  const { at, activityAt, world, outcome } = await oneActivity({ kind: 'survey', config: surveyConfig })
  const now = inWeek(2)
  const activity = await activityAt(now)
  expect(await answerSurvey(at(now), activity, { t: '绘本' })).toEqual({
    refused: 'unanswered',
    questions: ['s'],
  })
  expect(await answerSurvey(at(now), activity, { s: '5', t: '长'.repeat(5001) })).toEqual({
    refused: 'too-long',
    questions: ['t'],
  })
  const both = await Promise.all([1, 2].map(() => answerSurvey(at(now), activity, { s: '5', t: '绘本' })))
  expect(both.filter((one) => 'refused' in one)).toEqual([{ refused: 'answered' }])
  const answers = await db.surveyAnswer.findMany({ where: { cohortId: world.cohort.id } })
  expect(answers).toMatchObject([{ enrolmentId: null, occurredAt: null, answers: { s: '5', t: '绘本' } }])
  expect(await outcome()).toMatchObject({ confirmedAt: now })
})

test('who joins a live session has handed in; the minutes that a mentor marks confirm it', async () => {
  const config = { description: '', minutes: 90, minMinutes: 60 }
  const { at, activityAt, world, id, enrolment, outcome } = await oneActivity({ kind: 'live', config })
  const early = await activityAt(inWeek(2))
  expect(await joinLive(at(inWeek(2)), early)).toEqual({ refused: 'not-set' })
  const [startsAt, endsAt] = [inWeek(2, 3, '19:00'), inWeek(2, 3, '20:30')]
  await db.liveSession.create({
    data: {
      id: newId(),
      cohortId: world.cohort.id,
      activityId: id,
      startsAt,
      endsAt,
      link: 'https://live.example/1',
      recordedAt: inWeek(1),
    },
  })
  expect(await joinLive(at(inWeek(2)), early)).toEqual({ refused: 'not-yet' })
  expect(await joinLive(at(inWeek(2, 4)), early)).toEqual({ refused: 'over' })
  expect(await joinLive(at(startsAt), early)).toEqual({ link: 'https://live.example/1' })
  expect(await joinLive(at(startsAt), early)).toEqual({ link: 'https://live.example/1' })
  expect(await outcome()).toMatchObject({ handedInAt: startsAt, confirmedAt: null, awaits: 'mentor' })

  const [mentor, manager] = [await mentorOf(world, '周老师'), await managerOf(world, '张老师')]
  expect(await liveToMark(at(endsAt), world.cohort.id, id)).toBeNull()
  expect(await liveToMark(manager.at(endsAt), world.cohort.id, id)).toMatchObject({
    enrolmentIds: [enrolment.id],
  })
  const session = (await liveToMark(mentor.at(endsAt), world.cohort.id, id))!
  expect(await markLiveMinutes(mentor.at(endsAt), session, [{ enrolmentId: newId(), minutes: 80 }])).toEqual({
    refused: 'absent',
  })
  await markLiveMinutes(mentor.at(endsAt), session, [{ enrolmentId: enrolment.id, minutes: 80 }])
  expect(await outcome()).toMatchObject({ confirmedAt: endsAt })
  await markLiveMinutes(mentor.at(inWeek(3)), session, [{ enrolmentId: enrolment.id, minutes: 10 }])
  expect(await outcome()).toMatchObject({ handedInAt: startsAt, confirmedAt: null })
})

test('the manager sets when and where a live session is; nobody else does, and no other activity', async () => {
  const config = { description: '', minutes: 90, minMinutes: 60 }
  const { world, id, at, activityAt } = await oneActivity({ kind: 'live', config })
  const manager = await managerOf(world, '张老师')
  const mentor = await mentorOf(world, '周老师')
  const cohort = (await cohortToManage(manager.at(inWeek(1)), world.cohort.id))!
  const input = {
    activityId: id,
    day: '2027-03-24',
    from: '19:00',
    until: '20:30',
    link: 'https://live.example/2',
  }
  expect(await setLiveSession(manager.at(inWeek(1)), cohort, { ...input, activityId: newId() })).toEqual({
    refused: 'absent',
  })
  expect(await setLiveSession(manager.at(inWeek(1)), cohort, input)).toEqual({ refused: null })
  const startsAt = inWeek(2, 3, '19:00')
  expect(await joinLive(at(startsAt), await activityAt(startsAt))).toEqual({ link: 'https://live.example/2' })
  for (const other of [mentor.at(inWeek(1)), at(inWeek(1))]) {
    expect(await cohortToManage(other, world.cohort.id)).toBeNull()
  }
})
