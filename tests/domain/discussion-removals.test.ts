import { expect, test } from 'vitest'
import { db } from '~/db.server'
import { newId } from '~/domain/ids.server'
import { since } from '~/domain/mentoring/log.queries.server'
import { deletePost, hidePost, restorePost } from '~/domain/mentoring/removals.server'
import { topicPage } from '~/domain/mentoring/topics.queries.server'
import { heard } from '../support/database-setup'
import {
  type DiscussionWorld,
  discussionWorld,
  enough,
  move,
  say,
  theGroup,
  theirGroup,
} from '../support/discussion-world'

async function posted(world: DiscussionWorld, topicId: string, text: string) {
  const done = await say(world.liNa.actor, world.group.id, topicId, text)
  if (done.refused) throw new Error(done.refused)
  return done.post
}

async function seenBy(world: DiscussionWorld, who: 'liNa' | 'wangFang' | 'mentor', topicId: string) {
  const page = await topicPage(await theGroup(world[who].actor, world.group.id), topicId)
  return page!.posts[0]!
}

test('a post that a mentor hid is gone for the others; its author reads it and the reason', async () => {
  const world = await discussionWorld()
  const { group, stream, mentor, liNa, wangFang } = world
  const secret = `电话 ${newId()}`
  const post = await posted(world, stream, secret)
  const guided = await theirGroup(mentor.actor, group.id)
  heard.announcements.length = 0
  expect(await hidePost(mentor.actor, guided, post.id, '别留家长的电话')).toEqual({ removed: 'hidden' })

  const reason = '别留家长的电话'
  expect(await seenBy(world, 'wangFang', stream)).toMatchObject({
    text: null,
    removed: { kind: 'hidden', reason: null },
  })
  expect(await seenBy(world, 'liNa', stream)).toMatchObject({ text: secret, removed: { reason } })
  expect(await seenBy(world, 'mentor', stream)).toMatchObject({ text: secret, removed: { reason } })
  const told = heard.announcements.filter((one) => JSON.stringify(one.data).includes(secret))
  expect(told.flatMap((one) => [...one.to]).sort()).toEqual([liNa.person.id, mentor.person.id].sort())
  const { lines } = await since(await theGroup(wangFang.actor, group.id), 3)
  expect(lines).toMatchObject([
    { kind: 'post', post: { text: null } },
    { kind: 'removal', number: 5, post: { text: null, removed: { reason: null } } },
  ])
  expect(await db.auditEntry.findMany({ where: { subjectId: post.id } })).toMatchObject([
    { action: 'post.hidden', reason },
  ])
})

test('hiding needs a reason, a post that is there and shown, and somebody who guides the group', async () => {
  const world = await discussionWorld()
  const { group, stream, mentor } = world
  const post = await posted(world, stream, '早')
  const guided = await theirGroup(mentor.actor, group.id)
  expect(await hidePost(mentor.actor, guided, post.id, ' ')).toEqual({ refused: 'no-reason' })
  expect(await hidePost(mentor.actor, guided, post.id, '长'.repeat(501))).toEqual({ refused: 'too-long' })
  expect(await hidePost(mentor.actor, guided, newId(), '跑题')).toEqual({ refused: 'absent' })
  const both = await Promise.all(
    ['一', '二'].map((reason) => hidePost(mentor.actor, guided, post.id, reason)),
  )
  expect(both.map((one) => ('refused' in one ? one.refused : 'hidden')).sort()).toEqual([
    'already-removed',
    'hidden',
  ])
  await db.mentorAssignment.updateMany({ where: { groupId: group.id }, data: { until: world.at } })
  expect(await hidePost(mentor.actor, guided, post.id, '跑题')).toEqual({ refused: 'absent' })
})

test('people delete their own posts and take that back; nobody does so with another’s', async () => {
  const world = await discussionWorld()
  const { group, stream, liNa, wangFang, mentor } = world
  const post = await posted(world, stream, '说错了')
  const hers = await theGroup(liNa.actor, group.id)
  const others = await theGroup(wangFang.actor, group.id)
  expect(await deletePost(wangFang.actor, others, post.id)).toEqual({ refused: 'absent' })
  expect(await restorePost(liNa.actor, hers, post.id)).toEqual({ refused: 'not-removed' })
  expect(await deletePost(liNa.actor, hers, post.id)).toEqual({ removed: 'deleted' })
  expect(await deletePost(liNa.actor, hers, post.id)).toEqual({ refused: 'already-removed' })
  expect(await seenBy(world, 'mentor', stream)).toMatchObject({ text: null, removed: { kind: 'deleted' } })
  expect(await restorePost(wangFang.actor, others, post.id)).toEqual({ refused: 'absent' })
  expect(await restorePost(liNa.actor, hers, post.id)).toEqual({ restored: true })
  expect(await seenBy(world, 'wangFang', stream)).toMatchObject({ text: '说错了', removed: null })

  const guided = await theirGroup(mentor.actor, group.id)
  await hidePost(mentor.actor, guided, post.id, '跑题')
  expect(await restorePost(liNa.actor, hers, post.id)).toEqual({ refused: 'absent' })
  expect(await restorePost(mentor.actor, guided, post.id)).toEqual({ restored: true })
})

test('who has left the group takes nothing away there', async () => {
  const world = await discussionWorld()
  const { group, stream, liNa, at } = world
  const post = await posted(world, stream, '说错了')
  const hers = await theGroup(liNa.actor, group.id)
  await move(liNa.enrolment.id, group.id, null, at)
  expect(await deletePost(liNa.actor, hers, post.id)).toEqual({ refused: 'moved' })
})

async function outcomeOf({ liNa, modules }: DiscussionWorld) {
  const activityId = modules[0]!.activities[0]!.id
  const where = { enrolmentId_activityId: { enrolmentId: liNa.enrolment.id, activityId } }
  const outcome = await db.outcome.findUnique({ where })
  const { _sum } = await db.ledgerEntry.aggregate({
    where: { enrolmentId: liNa.enrolment.id },
    _sum: { hours: true },
  })
  return {
    handedIn: !!outcome?.handedInAt,
    confirmed: !!outcome?.confirmedAt,
    hours: Number(_sum.hours ?? 0),
  }
}

test('the substantial posts asked for confirm the activity; hiding one takes it back, showing it gives it again', async () => {
  const world = await discussionWorld()
  const { group, activity, stream, mentor } = world
  await posted(world, activity, enough)
  await posted(world, activity, '同意')
  await posted(world, stream, enough)
  expect(await outcomeOf(world)).toEqual({ handedIn: false, confirmed: false, hours: 0 })
  const second = await posted(world, activity, `${enough}再说一句。`)
  expect(await outcomeOf(world)).toEqual({ handedIn: true, confirmed: true, hours: 3 })

  const guided = await theirGroup(mentor.actor, group.id)
  await hidePost(mentor.actor, guided, second.id, '与上一帖重复')
  expect(await outcomeOf(world)).toEqual({ handedIn: true, confirmed: false, hours: 0 })
  await restorePost(mentor.actor, guided, second.id)
  expect(await outcomeOf(world)).toEqual({ handedIn: true, confirmed: true, hours: 3 })
  const causes = await db.outcomeEntry.findMany({
    where: { enrolmentId: world.liNa.enrolment.id },
    orderBy: { recordedAt: 'asc' },
    select: { cause: true },
  })
  expect(causes.map((one) => one.cause).sort()).toEqual(['hidden', 'posted', 'restored'])
})
