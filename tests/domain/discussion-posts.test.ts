import { randomUUID } from 'node:crypto'
import { addSeconds } from 'date-fns'
import { expect, test } from 'vitest'
import { db } from '~/db.server'
import type { Actor } from '~/domain/actor'
import { enrolmentToManage } from '~/domain/enrolment/enrolment.access.server'
import { reinstate, withdraw } from '~/domain/enrolment/withdrawal.server'
import { newId } from '~/domain/ids.server'
import { groupFor, groupToMentor } from '~/domain/mentoring/groups.access.server'
import { since } from '~/domain/mentoring/log.queries.server'
import { postMessage } from '~/domain/mentoring/post.server'
import { markRead } from '~/domain/mentoring/read-marks.server'
import { peopleIn, topicPage, topicsOf } from '~/domain/mentoring/topics.queries.server'
import { openTopic } from '~/domain/mentoring/topics.server'
import { heard } from '../support/database-setup'
import {
  type DiscussionWorld,
  discussionWorld,
  enough,
  move,
  say,
  secondGroup,
  theGroup,
  theirGroup,
} from '../support/discussion-world'

function toldOf(text: string) {
  return heard.announcements
    .filter((one) => JSON.stringify(one.data).includes(text))
    .flatMap((one) => [...one.to])
    .sort()
}

function idsOf(...people: { person: { id: string } }[]) {
  return people.map((one) => one.person.id).sort()
}

async function shownIn(actor: DiscussionWorld['liNa']['actor'], groupId: string, topicId: string) {
  const page = await topicPage(await theGroup(actor, groupId), topicId)
  return page?.posts.map((post) => post.text)
}

test('a member posts, and the group hears of it, mentor and all, and nobody else', async () => {
  const { group, stream, liNa, wangFang, mentor } = await discussionWorld()
  const text = `早上好 ${newId()}`
  expect(await say(liNa.actor, group.id, stream, text)).toMatchObject({
    again: false,
    post: { number: 1, eventNumber: 4, author: '李娜', byMentor: false, text },
  })
  expect(toldOf(text)).toEqual(idsOf(liNa, wangFang, mentor))
  expect(await shownIn(wangFang.actor, group.id, stream)).toEqual([text])
  expect(await say(mentor.actor, group.id, stream, '好')).toMatchObject({
    post: { number: 2, byMentor: true },
  })
})

test('the same post sent again is one post, with the first acknowledgement', async () => {
  const { group, stream, liNa } = await discussionWorld()
  const clientId = randomUUID()
  const first = await say(liNa.actor, group.id, stream, '早上好', clientId)
  const again = await say(liNa.actor, group.id, stream, '早上好', clientId)
  expect(again).toEqual({ ...first, again: true })
  const twins = await Promise.all([1, 2].map(() => say(liNa.actor, group.id, stream, '同时', clientId)))
  expect(twins).toEqual([again, again])
  expect(await db.post.count({ where: { groupId: group.id } })).toBe(1)
})

test('two submits of one new post at the same moment leave one post', async () => {
  const { group, stream, liNa } = await discussionWorld()
  const clientId = randomUUID()
  const twins = await Promise.all([1, 2].map(() => say(liNa.actor, group.id, stream, '同时', clientId)))
  expect(twins.map((one) => !one.refused && one.again).sort()).toEqual([false, true])
  expect(await shownIn(liNa.actor, group.id, stream)).toEqual(['同时'])
})

test('twenty posts at the same moment are numbered without gaps, in the topic and in the log', async () => {
  const { group, stream, liNa, wangFang } = await discussionWorld()
  const speakers = Array.from({ length: 20 }, (_, n) => (n % 2 ? liNa : wangFang))
  await Promise.all(speakers.map((one, n) => say(one.actor, group.id, stream, `第 ${n} 句`)))
  const posts = await db.post.findMany({ where: { groupId: group.id }, orderBy: { number: 'asc' } })
  expect(posts.map((post) => post.number)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1))
  expect(posts.map((post) => post.eventNumber)).toEqual(Array.from({ length: 20 }, (_, n) => n + 4))
  const { lastNumber } = await db.mentorGroup.findUniqueOrThrow({ where: { id: group.id } })
  expect(lastNumber).toBe(23)
})

test('a text that says nothing or is too long is refused, and its author keeps it', async () => {
  const { group, stream, liNa } = await discussionWorld()
  expect(await say(liNa.actor, group.id, stream, ' \n\u0000\u202e ')).toEqual({ refused: 'empty' })
  expect(await say(liNa.actor, group.id, stream, '玉'.repeat(5001))).toEqual({ refused: 'too-long' })
  expect(await say(liNa.actor, group.id, stream, '𠮷'.repeat(5000))).toMatchObject({ post: { number: 1 } })
})

test('the twenty-first post within a minute waits, and goes a minute later', async () => {
  const { group, stream, liNa, at } = await discussionWorld()
  for (let n = 0; n < 20; n += 1) await say(liNa.actor, group.id, stream, `第 ${n} 句`)
  expect(await say(liNa.actor, group.id, stream, '还有')).toEqual({ refused: 'too-fast' })
  const later = { ...liNa.actor, at: addSeconds(at, 61) }
  expect(await say(later, group.id, stream, '还有')).toMatchObject({ post: { number: 21 } })
})

test('a topic or an answered post of another group is not there', async () => {
  const world = await discussionWorld()
  const { group, stream, liNa, activity } = world
  const second = await secondGroup(world)
  expect(await say(liNa.actor, group.id, second.stream, '早')).toEqual({ refused: 'topic-elsewhere' })
  const first = await say(liNa.actor, group.id, stream, '早')
  const replyToId = first.refused ? '' : first.post.id
  const open = await theGroup(liNa.actor, group.id)
  const answer = (topicId: string) =>
    postMessage(liNa.actor, open, { topicId, clientId: randomUUID(), text: '答', replyToId })
  expect(await answer(activity)).toEqual({ refused: 'topic-elsewhere' })
  expect(await answer(stream)).toMatchObject({ post: { replyTo: { number: 1, author: '李娜' } } })
})

test('an activity that has not opened yet cannot be talked about by those who learn', async () => {
  const { group, later, liNa, mentor } = await discussionWorld()
  expect(await say(liNa.actor, group.id, later, enough)).toEqual({ refused: 'not-open' })
  expect(await say(mentor.actor, group.id, later, '下周开始')).toMatchObject({ post: { number: 1 } })
})

test('nobody else posts: not the manager of the cohort, not somebody from outside', async () => {
  const { group, stream, manager, stranger } = await discussionWorld()
  expect(await groupFor(stranger, group.id)).toBeNull()
  expect(await groupFor({ ...stranger, person: null }, group.id)).toBeNull()
  expect(await groupFor(stranger, newId())).toBeNull()
  expect(await groupFor(manager.actor, group.id)).toMatchObject({ as: 'manager' })
  expect(await say(manager.actor, group.id, stream, '大家好')).toEqual({ refused: 'absent' })
})

test('a mentor whose time has ended reads and posts no more', async () => {
  const { group, stream, mentor, at } = await discussionWorld()
  const open = await theirGroup(mentor.actor, group.id)
  await db.mentorAssignment.updateMany({ where: { groupId: group.id }, data: { until: at } })
  expect(await groupFor(mentor.actor, group.id)).toBeNull()
  const draft = { topicId: stream, clientId: randomUUID(), text: '还在吗' }
  expect(await postMessage(mentor.actor, open, draft)).toEqual({ refused: 'absent' })
  expect(await openTopic(mentor.actor, open, { title: '问题', prompt: '', key: randomUUID() })).toEqual({
    refused: 'absent',
  })
})

test('who was moved reads the old group up to the move, the new one from it, and posts in the new one alone', async () => {
  const world = await discussionWorld()
  const { group, stream, liNa, wangFang, mentor, at } = world
  const second = await secondGroup(world)
  await say(wangFang.actor, group.id, stream, '移动之前')
  const open = await theGroup(liNa.actor, group.id)
  await move(liNa.enrolment.id, group.id, second.id, addSeconds(at, 10))
  const moved = { ...liNa.actor, at: addSeconds(at, 20) }
  const after = `移动之后 ${newId()}`
  await say({ ...wangFang.actor, at: moved.at }, group.id, stream, after)

  expect(toldOf(after)).toEqual(idsOf(wangFang, mentor))
  expect(await groupFor(moved, group.id)).toMatchObject({ as: 'former' })
  expect(await shownIn(moved, group.id, stream)).toEqual(['移动之前'])
  const counted = async (actor: Actor) =>
    (await topicsOf(await theGroup(actor, group.id))).find((topic) => topic.id === stream)?.posts
  expect([await counted(moved), await counted({ ...wangFang.actor, at: moved.at })]).toEqual([1, 2])
  const caught = await since(await theGroup(moved, group.id), 0)
  expect(caught.lines.map((line) => line.number)).toEqual([1, 2, 3, 4])
  expect(caught.upTo).toBe(4)
  expect(await peopleIn(moved, await theGroup(moved, group.id))).toEqual([])

  const draft = { topicId: stream, clientId: randomUUID(), text: '我还在' }
  expect(await postMessage(moved, open, draft)).toEqual({ refused: 'moved' })
  expect(await say(moved, group.id, stream, '我还在')).toEqual({ refused: 'moved' })
  expect(await say(moved, second.id, second.stream, '大家好')).toMatchObject({ post: { number: 1 } })
})

test('a post that was under way when its author moved comes either before the move or not at all', async () => {
  const world = await discussionWorld()
  const { group, stream, liNa, at } = world
  const second = await secondGroup(world)
  const [posted] = await Promise.all([
    say(liNa.actor, group.id, stream, '正要发'),
    move(liNa.enrolment.id, group.id, second.id, addSeconds(at, 1)),
  ])
  const { readsUpTo } = await db.groupMembership.findFirstOrThrow({
    where: { groupId: group.id, until: { not: null } },
  })
  if (posted.refused) expect(posted).toEqual({ refused: 'moved' })
  else expect(posted.post.eventNumber).toBeLessThanOrEqual(readsUpTo!)
})

test('who has withdrawn reads up to that day, hears nothing more and posts no more', async () => {
  const { group, stream, liNa, wangFang, manager, at } = await discussionWorld()
  await say(wangFang.actor, group.id, stream, '之前')
  const gone = addSeconds(at, 5)
  const manages = { ...manager.actor, at: gone }
  const enrolment = (await enrolmentToManage(manages, liNa.enrolment.id))!
  expect(await withdraw(manages, enrolment, { reason: '调离' })).toHaveProperty('withdrawalId')
  const later = addSeconds(at, 10)
  const after = `之后 ${newId()}`
  await say({ ...wangFang.actor, at: later }, group.id, stream, after)
  expect(toldOf(after)).not.toContain(liNa.person.id)
  expect(await shownIn({ ...liNa.actor, at: later }, group.id, stream)).toEqual(['之前'])
  expect(await say({ ...liNa.actor, at: later }, group.id, stream, '回来了')).toEqual({ refused: 'moved' })
})

test('who is reinstated is in the group again, reads what was said meanwhile, and is told what comes', async () => {
  const { group, stream, liNa, wangFang, manager, at } = await discussionWorld()
  const manages = (seconds: number) => ({ ...manager.actor, at: addSeconds(at, seconds) })
  const enrolment = (await enrolmentToManage(manager.actor, liNa.enrolment.id))!
  await withdraw(manages(1), enrolment, { reason: '调离' })
  await say({ ...wangFang.actor, at: addSeconds(at, 2) }, group.id, stream, '之间')
  expect(await reinstate(manages(3), enrolment, { reason: '调回' })).toHaveProperty('reinstatementId')
  const after = `之后 ${newId()}`
  await say({ ...wangFang.actor, at: addSeconds(at, 4) }, group.id, stream, after)
  expect(toldOf(after)).toContain(liNa.person.id)
  expect(await shownIn({ ...liNa.actor, at: addSeconds(at, 5) }, group.id, stream)).toEqual(['之间', after])
  const { lines } = await since(await theGroup(wangFang.actor, group.id), 0)
  expect(lines.flatMap((line) => ('person' in line ? [[line.kind, line.person.id]] : []))).toEqual([
    ['left', liNa.person.id],
    ['joined', liNa.person.id],
  ])
})

test('of a post and a withdrawal at the same moment, a post that is numbered later is not told to who left', async () => {
  const { group, stream, liNa, wangFang, manager, at } = await discussionWorld()
  const manages = { ...manager.actor, at: addSeconds(at, 1) }
  const enrolment = (await enrolmentToManage(manages, liNa.enrolment.id))!
  const text = `同时 ${newId()}`
  const [said] = await Promise.all([
    say({ ...wangFang.actor, at: manages.at }, group.id, stream, text),
    withdraw(manages, enrolment, { reason: '调离' }),
  ])
  const left = await db.groupEvent.findFirstOrThrow({ where: { groupId: group.id, kind: 'left' } })
  const number = 'post' in said ? said.post.eventNumber : 0
  expect(toldOf(text).includes(liNa.person.id)).toBe(number < left.number)
})

test('a mentor opens a topic, once however often it is sent, and a member does not', async () => {
  const { group, mentor, liNa } = await discussionWorld()
  expect(await groupToMentor(liNa.actor, group.id)).toBeNull()
  const guided = await theirGroup(mentor.actor, group.id)
  const key = randomUUID()
  const draft = { title: ' 第二次面授\n带什么 ', prompt: '说说。', key }
  const twins = await Promise.all([
    openTopic(mentor.actor, guided, draft),
    openTopic(mentor.actor, guided, draft),
  ])
  expect(new Set(twins.map((one) => 'topicId' in one && one.topicId)).size).toBe(1)
  expect((await topicsOf(await theGroup(liNa.actor, group.id))).at(-1)).toMatchObject({
    kind: 'mentor',
    title: '第二次面授 带什么',
  })
  const other = { prompt: '', key: randomUUID() }
  expect(await openTopic(mentor.actor, guided, { ...other, title: ' ' })).toEqual({ refused: 'no-title' })
  expect(await openTopic(mentor.actor, guided, { ...other, title: '长'.repeat(81) })).toEqual({
    refused: 'too-long',
  })
})

test('what is unread is counted by topic, without one’s own, and reading never goes back', async () => {
  const { group, stream, activity, liNa, wangFang, manager } = await discussionWorld()
  await say(wangFang.actor, group.id, stream, '一')
  await say(liNa.actor, group.id, stream, '二')
  await say(wangFang.actor, group.id, activity, enough)
  const unread = async () =>
    (await topicsOf(await theGroup(liNa.actor, group.id))).map((topic) => [topic.posts, topic.unread])
  expect(await unread()).toEqual([
    [2, 1],
    [1, 1],
    [0, 0],
  ])
  expect(await markRead(liNa.actor, await theGroup(liNa.actor, group.id), stream, 99)).toEqual({ upTo: 6 })
  await markRead(liNa.actor, await theGroup(liNa.actor, group.id), stream, 2)
  expect(await unread()).toEqual([
    [2, 0],
    [1, 1],
    [0, 0],
  ])
  expect(await topicPage(await theGroup(liNa.actor, group.id), stream)).toMatchObject({
    readUpTo: 6,
    upTo: 6,
  })
  expect(await markRead(manager.actor, await theGroup(manager.actor, group.id), newId(), 2)).toEqual({
    refused: 'absent',
  })
})

test('a long topic comes in pages of fifty, and catching up in steps of two hundred', async () => {
  const { group, stream, liNa } = await discussionWorld()
  const seed = { ...liNa.actor, through: 'seed' as const }
  for (let n = 1; n <= 230; n += 1) await say(seed, group.id, stream, `第 ${n} 句`)
  const open = await theGroup(liNa.actor, group.id)
  const last = await topicPage(open, stream)
  expect([last?.posts[0]?.number, last?.posts.at(-1)?.number, last?.before]).toEqual([181, 230, 181])
  const first = await topicPage(open, stream, 31)
  expect([first?.posts.length, first?.before, first?.after]).toEqual([30, null, true])
  const caught = await since(open, 0)
  expect([caught.lines.length, caught.upTo, caught.more]).toEqual([200, 200, true])
  const rest = await since(open, 200)
  expect([rest.lines.length, rest.upTo, rest.more]).toEqual([33, 233, false])
})

test('those who are in the group are shown by name, the mentor first', async () => {
  const { group, liNa } = await discussionWorld()
  const people = await peopleIn(liNa.actor, await theGroup(liNa.actor, group.id))
  expect(people.map((one) => [one.name, one.mentor, one.here])).toEqual([
    ['周敏', true, false],
    ['李娜', false, false],
    ['王芳', false, false],
  ])
})
