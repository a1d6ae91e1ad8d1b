import { expect, test } from 'vitest'
import { db, inTransaction } from '~/db.server'
import { newId } from '~/domain/ids.server'
import { studyFor } from '~/domain/learning/learning.access.server'
import { recordOutcome } from '~/domain/learning/outcomes.server'
import { outlineFor } from '~/domain/learning/outline.queries.server'
import { todayFor } from '~/domain/learning/today.queries.server'
import { inWeek, learningWorld, mentorOf, trainee } from '../support/learning-world'

const reading = { kind: 'reading' as const, config: { text: '正文', minutes: 10 } }

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

test('who is behind sees what is owed', async () => {
  const { at, study } = await world()
  const today = await todayFor(at(inWeek(6)), await study(inWeek(6)))
  expect(today.overdue).toBe(2)
  expect(today.due[0]!.dueAt).toBeLessThan(inWeek(6).getTime())
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
