import { subMinutes } from 'date-fns'
import { Prisma } from '#generated/client/client'
import { inTransaction, type Tx } from '~/db.server'
import type { Actor } from '../actor'
import { newId } from '../ids.server'
import { opensDiscussion, recordDiscussion } from './discussion-outcome.server'
import { lockGroup, nextNumber, standingIn, tellOfPost, writeLine } from './group-log.server'
import type { OpenGroup } from './groups.access.server'
import type { ShownPost } from './log'
import { POSTS_A_MINUTE, refusalOfText, wordsOf } from './post'
import { postsBy } from './posts.server'
import { ownCharacters } from './substantial'

export type PostDraft = {
  topicId: string
  /** Names this post on the device that wrote it: sent again, it is the same post. */
  clientId: string
  text: string
  replyToId?: string | null
  /** The device's own time, kept as a claim. */
  claimedAt?: Date | null
}

export type PostRefusal =
  | 'absent'
  | 'moved'
  | 'empty'
  | 'too-long'
  | 'too-fast'
  | 'topic-elsewhere'
  | 'not-open'

export type Posted = { refused?: undefined; post: ShownPost; again: boolean } | { refused: PostRefusal }

/**
 * Writes a post into a topic of a group, under the group's lock, and tells it to those who are in the group at that
 * moment. The same clientId of the same author is one post: the second time it gives the first acknowledgement,
 * whatever has come to pass since. Refuses 'moved' to who has left the group, 'absent' to whoever never was in it,
 * 'empty' and 'too-long' texts, 'topic-elsewhere' for a topic or an answered post that is not there, 'not-open' for
 * an activity that has not opened for its author, 'too-fast' above 20 posts a minute.
 */
export async function postMessage(actor: Actor, group: OpenGroup, draft: PostDraft): Promise<Posted> {
  const { person } = actor
  if (!person) return { refused: 'absent' }
  const text = wordsOf(draft.text)
  const mistaken = refusalOfText(text)
  if (mistaken) return { refused: mistaken }
  return inTransaction(async (tx, afterCommit): Promise<Posted> => {
    await lockGroup(tx, group.id)
    const first = await postOf(tx, person.id, draft.clientId)
    if (first) return { post: first, again: true }
    const standing = await standingIn(tx, { ...actor, person }, group.id)
    if ('refused' in standing) return standing
    const { topic, replyTo } = await placeOf(tx, group.id, draft)
    if (!topic || (draft.replyToId && !replyTo)) return { refused: 'topic-elsewhere' }
    const { enrolmentId } = standing
    const learns = topic.activityId && enrolmentId ? { enrolmentId, activityId: topic.activityId } : null
    if (learns && !(await opensDiscussion(tx, actor, learns))) return { refused: 'not-open' }
    if (await tooFast(tx, actor, person.id)) return { refused: 'too-fast' }

    const eventNumber = await nextNumber(tx, group.id)
    const { lastNumber: number } = await tx.topic.update({
      where: { id: topic.id },
      data: { lastNumber: { increment: 1 } },
      select: { lastNumber: true },
    })
    const postId = newId()
    const substantialCharacters = ownCharacters(text)
    await tx.post.create({
      data: {
        id: postId,
        groupId: group.id,
        topicId: topic.id,
        number,
        eventNumber,
        authorId: person.id,
        enrolmentId,
        clientId: draft.clientId,
        text,
        replyToId: replyTo?.id ?? null,
        substantialCharacters,
        occurredAt: actor.at,
        recordedAt: actor.at,
        claimedAt: draft.claimedAt ?? null,
      },
    })
    await writeLine(tx, actor, group.id, eventNumber, { kind: 'post', topicId: topic.id, postId })
    if (learns) await recordDiscussion(tx, actor, { ...learns, cause: 'posted', claimedAt: draft.claimedAt })
    const line = { groupId: group.id, number: eventNumber, kind: 'post' as const, postId, at: actor.at }
    return { post: await tellOfPost(tx, afterCommit, line), again: false }
  })
}

async function postOf(tx: Tx, authorId: string, clientId: string) {
  const [post] = await postsBy(
    tx,
    Prisma.sql`p."authorId" = ${authorId}::uuid and p."clientId" = ${clientId}::uuid`,
  )
  return post ?? null
}

async function placeOf(tx: Tx, groupId: string, { topicId, replyToId }: PostDraft) {
  const topic = await tx.topic.findFirst({
    where: { id: topicId, groupId },
    select: { id: true, activityId: true },
  })
  const replyTo =
    replyToId && (await tx.post.findFirst({ where: { id: replyToId, topicId }, select: { id: true } }))
  return { topic, replyTo: replyTo || null }
}

// Of people at their devices; what lays a cohort or tries a load is quicker by right.
async function tooFast(tx: Tx, actor: Actor, authorId: string) {
  if (actor.through !== 'page' && actor.through !== 'socket') return false
  const lately = { gt: subMinutes(actor.at, 1), lte: actor.at }
  return (await tx.post.count({ where: { authorId, recordedAt: lately } })) >= POSTS_A_MINUTE
}
