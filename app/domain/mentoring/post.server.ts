import { subMinutes } from 'date-fns'
import { Prisma } from '#generated/client/client'
import { inTransaction, type Tx } from '~/db.server'
import type { Actor } from '../actor'
import { newId } from '../ids.server'
import type { GroupPerson } from './audience'
import { discussionOf, hasOpened, recordDiscussion } from './discussion-outcome.server'
import {
  lockGroup,
  peopleRows,
  type StandingRow,
  standingColumns,
  standingFrom,
  tellPeople,
} from './group-log.server'
import type { OpenGroup } from './groups.access.server'
import type { ShownPost } from './log'
import { POSTS_A_MINUTE, refusalOfText, wordsOf } from './post'
import { postsBy } from './posts.server'
import { ownCharacters, SUBSTANTIAL_CHARACTERS } from './substantial'

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
    const place = await placeOf(tx, { ...actor, person }, group.id, draft)
    if (place.said) return { post: await saidBefore(tx, person.id, draft.clientId), again: true }
    const standing = standingFrom(place)
    if (standing.refused) return standing
    if (!place.topicId || (draft.replyToId && !place.replyToId)) return { refused: 'topic-elsewhere' }
    const learns = learningBy(place)
    const discussed = learns && (await discussionOf(tx, actor, learns))
    if (learns && !(discussed && hasOpened(discussed, actor.at))) return { refused: 'not-open' }
    if (tooFast(actor, place)) return { refused: 'too-fast' }

    const substantialCharacters = ownCharacters(text)
    const { claimedAt = null } = draft
    const written = { ...draft, claimedAt, text, substantialCharacters, enrolmentId: standing.enrolmentId }
    const post = await write(tx, { ...actor, person }, group.id, { written, place })
    if (discussed && substantialCharacters >= SUBSTANTIAL_CHARACTERS) {
      await recordDiscussion(tx, actor, discussed, { cause: 'posted', more: 1, claimedAt })
    }
    const line = { groupId: group.id, number: post.eventNumber, kind: 'post' as const, at: actor.at }
    tellPeople(afterCommit, line, post, place.people)
    return { post, again: false }
  })
}

type Place = StandingRow & {
  author: string
  /** Whom the post will be told to. */
  people: GroupPerson[]
  said: boolean
  lately: number
  topicId: string | null
  activityId: string | null
  /** What the topic's activity asks for has been reached: it stays open, and one more post changes nothing. */
  reached: boolean
  replyToId: string | null
  replyTo: ShownPost['replyTo']
}

type Someone = Actor & { person: { id: string } }

// All that is asked before a post is written, at once: whoever waits for the group's lock waits for this.
async function placeOf(tx: Tx, actor: Someone, groupId: string, draft: PostDraft): Promise<Place> {
  const { topicId, clientId, replyToId = null } = draft
  const authorId = actor.person.id
  const [place] = await tx.$queryRaw<Place[]>`/* post-place */
    select s.*, t.id as "topicId", t."activityId", r.id as "replyToId",
      case when r.id is not null then json_build_object('number', r.number, 'author', ra.name) end as "replyTo",
      (select name from "Person" where id = ${authorId}::uuid) as author,
      (select json_agg(x) from (${peopleRows(groupId, actor.at)}) x) as people,
      exists(select 1 from "Post" p
        where p."authorId" = ${authorId}::uuid and p."clientId" = ${clientId}::uuid) as said,
      (select count(*)::int from "Post" p where p."authorId" = ${authorId}::uuid
        and p."recordedAt" > ${subMinutes(actor.at, 1)} and p."recordedAt" <= ${actor.at}) as lately,
      exists(select 1 from "Outcome" o where o."enrolmentId" = s."enrolmentId"
        and o."activityId" = t."activityId" and o."confirmedAt" is not null) as reached
    from (select ${standingColumns(actor, groupId)}) s
    left join "Topic" t on t.id = ${topicId}::uuid and t."groupId" = ${groupId}::uuid
    left join "Post" r on r.id = ${replyToId}::uuid and r."topicId" = t.id
    left join "Person" ra on ra.id = r."authorId"`
  return place!
}

async function saidBefore(tx: Tx, authorId: string, clientId: string) {
  const [post] = await postsBy(
    tx,
    Prisma.sql`p."authorId" = ${authorId}::uuid and p."clientId" = ${clientId}::uuid`,
  )
  return post!
}

// Whose discussion this post can change; null for a mentor, in a topic of no activity, and once it is reached.
function learningBy({ enrolmentId, activityId, reached }: Place) {
  return enrolmentId && activityId && !reached ? { enrolmentId, activityId } : null
}

// Of people at their devices; what lays a cohort or tries a load is quicker by right.
function tooFast(actor: Actor, { lately }: Place) {
  return (actor.through === 'page' || actor.through === 'socket') && lately >= POSTS_A_MINUTE
}

type Written = PostDraft & { enrolmentId: string | null; substantialCharacters: number }

/** Writes the post and its line, with the next numbers of the topic and of the group's log; answers it as it is shown. */
async function write(
  tx: Tx,
  { person, at }: Someone,
  groupId: string,
  { written: post, place }: { written: Written; place: Place },
): Promise<ShownPost> {
  const id = newId()
  const [numbers] = await tx.$queryRaw<{ number: number; eventNumber: number }[]>`/* post-written */
    with log as (
      update "MentorGroup" set "lastNumber" = "lastNumber" + 1 where id = ${groupId}::uuid returning "lastNumber"
    ), topic as (
      update "Topic" set "lastNumber" = "lastNumber" + 1 where id = ${post.topicId}::uuid returning "lastNumber"
    ), post as (
      insert into "Post" (id, "groupId", "topicId", number, "eventNumber", "authorId", "enrolmentId", "clientId",
        text, "replyToId", "substantialCharacters", "occurredAt", "recordedAt", "claimedAt")
      select ${id}::uuid, ${groupId}::uuid, ${post.topicId}::uuid, topic."lastNumber", log."lastNumber",
        ${person.id}::uuid, ${post.enrolmentId}::uuid, ${post.clientId}::uuid, ${post.text},
        ${post.replyToId ?? null}::uuid, ${post.substantialCharacters}, ${at}, ${at}, ${post.claimedAt}::timestamptz
      from log, topic
    ), line as (
      insert into "GroupEvent" ("groupId", number, kind, "topicId", "postId", "personId", "occurredAt", "recordedAt")
      select ${groupId}::uuid, log."lastNumber", 'post', ${post.topicId}::uuid, ${id}::uuid, ${person.id}::uuid,
        ${at}, ${at}
      from log
    )
    select topic."lastNumber" as number, log."lastNumber" as "eventNumber" from log, topic`
  const { topicId, clientId, text, enrolmentId } = post
  return {
    id,
    topicId,
    ...numbers!,
    authorId: person.id,
    author: place.author,
    byMentor: enrolmentId === null,
    clientId,
    text,
    at: at.toISOString(),
    replyTo: place.replyTo,
    removed: null,
  }
}
