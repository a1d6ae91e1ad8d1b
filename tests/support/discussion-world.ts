// A group that talks: two members, a mentor, a stream and one discussion activity of two posts.
import { randomUUID } from 'node:crypto'
import { db } from '~/db.server'
import type { Actor } from '~/domain/actor'
import { newId } from '~/domain/ids.server'
import { groupFor, groupToMentor, type OpenGroup } from '~/domain/mentoring/groups.access.server'
import { postMessage } from '~/domain/mentoring/post.server'
import { inWeek, learningWorld, managerOf, mentorOf, somebody, trainee } from './learning-world'

export const enough = '我们村玉米皮最多，泡软以后孩子能编一整个上午，晒干了不容易发霉，大家可以试试看。'

export async function discussionWorld(at = inWeek(2)) {
  const world = await learningWorld([
    {
      opensWeek: 1,
      closesWeek: 4,
      activities: [
        { kind: 'discussion', config: { prompt: '说说你们班用什么材料。', minPosts: 2 }, hours: '3' },
      ],
    },
    {
      opensWeek: 9,
      closesWeek: 12,
      activities: [{ kind: 'discussion', config: { prompt: '请给这节课提三个问题。', minPosts: 2 } }],
    },
  ])
  const liNa = await trainee(world, '李娜')
  const wangFang = await trainee(world, '王芳')
  const mentor = await mentorOf(world, '周敏')
  const manager = await managerOf(world, '何静')
  const stranger = await somebody('吴名')
  const [stream, activity, later] = await openTopics(
    world.group.id,
    world.modules.map((module) => module.activities[0]!.id),
  )
  return {
    ...world,
    at,
    stream: stream!,
    activity: activity!,
    later: later!,
    liNa: { ...liNa, actor: liNa.at(at) },
    wangFang: { ...wangFang, actor: wangFang.at(at) },
    mentor: { ...mentor, actor: mentor.at(at) },
    manager: { ...manager, actor: manager.at(at) },
    stranger: { person: stranger, at, through: 'page' as const },
  }
}

export type DiscussionWorld = Awaited<ReturnType<typeof discussionWorld>>

/** As the confirming of groups does it: the stream, then a topic for each discussion, first in the log. */
export async function openTopics(groupId: string, activityIds: string[]) {
  const instants = { occurredAt: inWeek(-1), recordedAt: inWeek(-1) }
  const topics = [null, ...activityIds].map((activityId) => ({
    id: newId(),
    groupId,
    kind: activityId ? 'activity' : 'stream',
    activityId,
    title: activityId ? '本地材料' : '小组交流',
    prompt: activityId ? '说说你们班用什么材料。' : '',
    ...instants,
  }))
  await db.topic.createMany({ data: topics })
  await db.groupEvent.createMany({
    data: topics.map(({ id }, index) => ({
      groupId,
      number: index + 1,
      kind: 'topic',
      topicId: id,
      ...instants,
    })),
  })
  await db.mentorGroup.update({ where: { id: groupId }, data: { lastNumber: topics.length } })
  return topics.map((topic) => topic.id)
}

/** A second group of the cohort, with its topics. */
export async function secondGroup(world: DiscussionWorld) {
  const id = newId()
  await db.mentorGroup.create({
    data: { id, cohortId: world.cohort.id, name: '二组', position: 2, recordedAt: inWeek(-1) },
  })
  const [stream] = await openTopics(
    id,
    world.modules.map((module) => module.activities[0]!.id),
  )
  return { id, stream: stream! }
}

/** Somebody changes groups: under both groups' locks, in order of id, as every mover does. */
export async function move(enrolmentId: string, fromId: string, toId: string | null, at: Date) {
  await db.$transaction(async (tx) => {
    const ids = [fromId, ...(toId ? [toId] : [])]
    await tx.$queryRaw`select id from "MentorGroup" where id = any(${ids}::uuid[]) order by id for update`
    const from = await tx.mentorGroup.findUniqueOrThrow({ where: { id: fromId } })
    await tx.groupMembership.updateMany({
      where: { enrolmentId, groupId: fromId, until: null },
      data: { until: at, readsUpTo: from.lastNumber },
    })
    if (!toId) return
    const to = await tx.mentorGroup.findUniqueOrThrow({ where: { id: toId } })
    await tx.groupMembership.create({
      data: {
        id: newId(),
        enrolmentId,
        groupId: toId,
        from: at,
        readsAfter: to.lastNumber,
        recordedAt: at,
      },
    })
  })
}

/** What somebody says in a topic, as their page would send it. */
export async function say(
  actor: Actor,
  groupId: string,
  topicId: string,
  text: string,
  clientId = randomUUID(),
) {
  const group = await groupFor(actor, groupId)
  return group ? postMessage(actor, group, { topicId, clientId, text }) : { refused: 'absent' as const }
}

export async function theGroup(actor: Actor, id: string): Promise<OpenGroup> {
  const group = await groupFor(actor, id)
  if (!group) throw new Error('the group is not theirs')
  return group
}

export async function theirGroup(actor: Actor, id: string) {
  const group = await groupToMentor(actor, id)
  if (!group) throw new Error('they do not guide it')
  return group
}
