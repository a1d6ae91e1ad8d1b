import { expect, test } from 'vitest'
import { saveNotes } from '~/activities/practice/practice.server'
import { startAttempt } from '~/activities/quiz/quiz.server'
import { db, inTransaction } from '~/db.server'
import { newId } from '~/domain/ids.server'
import { activityForTrainee, studyFor } from '~/domain/learning/learning.access.server'
import { recordOutcome } from '~/domain/learning/outcomes.server'
import { outlineFor } from '~/domain/learning/outline.queries.server'
import { todayFor } from '~/domain/learning/today.queries.server'
import { studyToGuide } from '~/domain/mentoring/guided.access.server'
import { storyOf } from '~/domain/mentoring/story.queries.server'
import { inWeek, learningWorld, mentorOf, trainee } from '../support/learning-world'

const reading = { kind: 'reading' as const, config: { text: '正文', minutes: 10 } }

const quiz = {
  questions: [{ id: 'q1', type: 'truefalse' as const, stem: '先看场地。', answer: true, why: '先看再玩。' }],
  drawn: 1,
  attempts: 2,
  passMark: 60,
  minutes: null,
  shuffle: false,
}

async function world() {
  const made = await learningWorld([
    { opensWeek: 1, closesWeek: 4, activities: [reading, { ...reading, after: [0] }] },
    { opensWeek: 5, closesWeek: 8, requires: 0, activities: [reading] },
  ])
  const one = await trainee(made, '李晓燕')
  const study = async (at: Date) => (await studyFor(one.at(at), one.enrolment.id))!
  async function read(place: number, at: Date) {
    const activity = made.modules[0]!.activities[place]!
    await inTransaction((tx) =>
      recordOutcome(tx, one.at(at), {
        enrolmentId: one.enrolment.id,
        activityId: activity.id,
        activityVersionId: activity.versionId,
        cause: 'read',
        handedIn: true,
        confirmed: true,
        score: null,
        late: false,
        occurredAt: at,
      }),
    )
  }
  return { ...made, ...one, study, read }
}

test('before the start the outline says when it begins, and Today that there is nothing to do yet', async () => {
  const { at, study } = await world()
  const outline = outlineFor(at(inWeek(0)), await study(inWeek(0)))
  expect(outline.week).toBe(0)
  expect(outline.modules.map((one) => one.state)).toEqual(['locked', 'locked'])
  expect(outline.modules[0]!.locks).toMatchObject([{ kind: 'opens', week: 1 }])
  expect(await todayFor(at(inWeek(0)), await study(inWeek(0)))).toMatchObject({
    next: null,
    week: 0,
    due: [],
  })
})

test('each lock names what opens it: an activity within the module, an activity and a week without', async () => {
  const { at, study, modules } = await world()
  const outline = outlineFor(at(inWeek(2)), await study(inWeek(2)))
  const [first, second] = modules[0]!.activities
  expect(outline.modules[0]!.activities.map((one) => one.state)).toEqual(['open', 'locked'])
  expect(outline.modules[0]!.activities[1]!.locks).toMatchObject([{ kind: 'hand-in', activity: first!.id }])
  expect(outline.modules[1]!.locks).toMatchObject([
    { kind: 'opens', week: 5 },
    { kind: 'hand-in', activity: first!.id },
    { kind: 'hand-in', activity: second!.id },
  ])
})

test('hours, states and what is next follow the work', async () => {
  const { at, study, read, modules } = await world()
  await read(0, inWeek(2))
  const today = await todayFor(at(inWeek(4, 2)), await study(inWeek(4, 2)))
  expect(today).toMatchObject({
    next: { id: modules[0]!.activities[1]!.id, state: 'open' },
    hours: { earned: '2', total: '6' },
    overdue: 0,
  })
  expect(today.due.map((one) => one.id)).toEqual([modules[0]!.activities[1]!.id])
  await read(1, inWeek(4, 3))
  const outline = outlineFor(at(inWeek(4, 4)), await study(inWeek(4, 4)))
  expect(outline.modules.map((one) => one.state)).toEqual(['done', 'locked'])
  const waiting = await todayFor(at(inWeek(4, 4)), await study(inWeek(4, 4)))
  expect(waiting).toMatchObject({ next: null, locks: [{ kind: 'opens', week: 5 }] })
})

test('who has handed in all there is waits for the mentor, and is not told that all is done', async () => {
  const made = await learningWorld([
    {
      opensWeek: 1,
      closesWeek: 4,
      activities: [{ kind: 'practice', config: { instructions: '', items: ['小结'], evidence: ['text'] } }],
    },
  ])
  const one = await trainee(made, '李晓燕')
  const activity = made.modules[0]!.activities[0]!
  await inTransaction((tx) =>
    recordOutcome(tx, one.at(inWeek(2)), {
      enrolmentId: one.enrolment.id,
      activityId: activity.id,
      activityVersionId: activity.versionId,
      cause: 'handed-in',
      handedIn: true,
      confirmed: false,
      awaits: 'mentor',
      score: null,
      late: false,
      occurredAt: inWeek(2),
    }),
  )
  const at = one.at(inWeek(2, 2))
  const study = (await studyFor(at, one.enrolment.id))!
  expect(await todayFor(at, study)).toMatchObject({
    next: null,
    waiting: [study.curriculum.activities.get(activity.id)!.title],
    allDone: false,
    certificate: null,
  })
})

test('who is behind sees what is owed', async () => {
  const { at, study } = await world()
  const today = await todayFor(at(inWeek(6)), await study(inWeek(6)))
  expect(today.overdue).toBe(2)
  expect(today.due[0]!.dueAt).toBeLessThan(inWeek(6).getTime())
})

test('what is begun is said to be, and how far: a film of which a twentieth was seen, two of three items, a quiz', async () => {
  const slug = `film-${newId()}`
  await db.film.create({ data: { id: newId(), slug, title: '课例', seconds: 600, recordedAt: inWeek(-1) } })
  const items = ['选定一名幼儿', '三篇记录', '小结']
  const made = await learningWorld([
    {
      opensWeek: 1,
      closesWeek: 4,
      activities: [
        reading,
        { kind: 'video', config: { film: slug, minutes: 10, minWatched: 0.9, noSkip: false } },
        { kind: 'practice', config: { instructions: '', items, evidence: ['text'] } },
        { kind: 'quiz', config: quiz },
      ],
    },
  ])
  const liNa = await trainee(made, '李娜')
  const actor = liNa.at(inWeek(2))
  const [, film, practice, test] = made.modules[0]!.activities
  const own = { enrolmentId: liNa.enrolment.id, recordedAt: inWeek(2) }
  await db.videoProgress.create({
    data: { ...own, activityId: film!.id, intervals: [[0, 30]], watchedSeconds: 30, positionSeconds: 30 },
  })
  const toPractise = (await activityForTrainee<'practice'>(
    actor,
    liNa.enrolment.id,
    practice!.id,
    'practice',
  ))!
  await saveNotes(actor, toPractise, [
    { item: 1, text: '选了一名男孩' },
    { item: 2, text: '第一篇' },
  ])
  await saveNotes(actor, toPractise, [{ item: 2, text: '第一篇，第二篇' }])
  const toAnswer = (await activityForTrainee<'quiz'>(actor, liNa.enrolment.id, test!.id, 'quiz'))!
  await startAttempt(actor, toAnswer)
  const shown = [
    { state: 'open' },
    { state: 'started', howFar: { watched: 0.05 } },
    { state: 'started', howFar: { noted: 2, of: 3 } },
    { state: 'started' },
  ]
  const study = (await studyFor(actor, liNa.enrolment.id))!
  expect(outlineFor(actor, study).modules[0]!.activities).toMatchObject(shown)
  expect((await todayFor(actor, study)).next).toMatchObject({ id: film!.id, howFar: { watched: 0.05 } })
  const mentor = (await mentorOf(made, '周老师')).at(inWeek(2))
  const story = await storyOf(mentor, (await studyToGuide(mentor, liNa.enrolment.id))!)
  expect(story.modules[0]!.activities).toMatchObject([{ state: 'todo', howFar: null }, ...shown.slice(1)])
})

test('Today brings the mentor’s last word from one’s own group, and nothing that was hidden', async () => {
  const made = await world()
  const mentor = await mentorOf(made, '周老师')
  const topic = await db.topic.create({
    data: {
      id: newId(),
      groupId: made.group.id,
      kind: 'stream',
      title: '',
      prompt: '',
      occurredAt: inWeek(1),
      recordedAt: inWeek(1),
    },
  })
  const say = (number: number, text: string) =>
    db.post.create({
      data: {
        id: newId(),
        groupId: made.group.id,
        topicId: topic.id,
        number,
        eventNumber: number,
        authorId: mentor.person.id,
        clientId: newId(),
        text,
        substantialCharacters: 3,
        occurredAt: inWeek(2),
        recordedAt: inWeek(2),
      },
    })
  await say(1, '大家好')
  const hidden = await say(2, '说错了')
  const dates = { occurredAt: inWeek(2), recordedAt: inWeek(2) }
  await db.postRemoval.create({
    data: { id: newId(), postId: hidden.id, kind: 'deleted', reason: '', byId: mentor.person.id, ...dates },
  })
  const today = await todayFor(made.at(inWeek(2, 2)), await made.study(inWeek(2, 2)))
  expect(today.post).toMatchObject({ name: '周老师', text: '大家好' })
  const other = await trainee(
    await learningWorld([{ opensWeek: 1, closesWeek: 2, activities: [reading] }]),
    '别人',
  )
  const theirs = (await studyFor(other.at(inWeek(2)), other.enrolment.id))!
  expect((await todayFor(other.at(inWeek(2)), theirs)).post).toBeNull()
})
