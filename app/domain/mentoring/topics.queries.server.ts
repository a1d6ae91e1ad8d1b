import { Prisma } from '#generated/client/client'
import { db } from '~/db.server'
import type { Actor } from '../actor'
import { presentAmong } from '../publish.server'
import type { OpenGroup } from './groups.access.server'
import { type ShownPost, type ShownTopic, shownTo, type TopicKind } from './log'
import { postsBy, within } from './posts.server'
import { readableUpTo } from './reading'
import { SUBSTANTIAL_CHARACTERS } from './substantial'

export const POSTS_A_PAGE = 50

export type TopicPage = {
  topic: ShownTopic
  posts: ShownPost[]
  /** Posts before this number make the page before; null on the first. */
  before: number | null
  /** Whether there are later ones than these. */
  after: boolean
  /** Up to where this reader had read it, as a number of the group's log. */
  readUpTo: number
  /** What this page has seen of the group's log. */
  upTo: number
}

/** One page of a topic, the latest without `before`; null for a topic of another group, or one before their time. */
export async function topicPage(
  group: OpenGroup,
  topicId: string,
  before: number | null = null,
): Promise<TopicPage | null> {
  const [topic] = await db.$queryRaw<(ShownTopic & { readUpTo: number | null })[]>`
    select t.id, t.kind, t.title, t.prompt, t."activityId", m.number as "readUpTo"
    from "Topic" t
    left join "ReadMark" m on m."topicId" = t.id and m."personId" = ${group.readerId}::uuid
    where t.id = ${topicId}::uuid and t."groupId" = ${group.id}::uuid and ${topicReadable(group)}`
  if (!topic) return null
  const { readUpTo, ...shown } = topic
  const earlier = before === null ? Prisma.empty : Prisma.sql`and p.number < ${before}`
  const found = await postsBy(
    db,
    Prisma.sql`p."topicId" = ${topicId}::uuid and ${within(group.reads, Prisma.sql`p."eventNumber"`)} ${earlier}`,
    Prisma.sql`order by p.number desc limit ${POSTS_A_PAGE + 1}`,
  )
  const reader = { personId: group.readerId, as: group.as }
  const posts = found
    .slice(0, POSTS_A_PAGE)
    .reverse()
    .map((post) => shownTo(reader, post))
  return {
    topic: shown,
    posts,
    before: found.length > POSTS_A_PAGE ? posts[0]!.number : null,
    after: before !== null,
    readUpTo: readUpTo ?? 0,
    upTo: readableUpTo(group.reads, group.lastNumber),
  }
}

/** Somebody who has left sees the topics of their own time; everybody else sees each, those opened before too. */
function topicReadable(group: OpenGroup) {
  if (group.as !== 'former') return Prisma.sql`true`
  return Prisma.sql`exists(select 1 from "GroupEvent" v where v."groupId" = t."groupId" and v."topicId" = t.id
    and ${within(group.reads, Prisma.sql`v.number`)})`
}

export type ListedTopic = {
  id: string
  kind: TopicKind
  title: string
  activityId: string | null
  posts: number
  unread: number
}

/**
 * The topics of a group, the stream first, then as they were opened, with what this reader has not read yet. Posts are
 * numbered without gaps in their topic, so that they need not be counted.
 */
export async function topicsOf(group: OpenGroup): Promise<ListedTopic[]> {
  const inEach = group.reads.map(({ after, upTo }) => Prisma.sql`${numberAt(upTo)} - ${numberAt(after)}`)
  const newInEach = group.reads.map(
    ({ after, upTo }) => Prisma.sql`greatest(0, ${numberAt(upTo)} - greatest(${numberAt(after)}, t.read))`,
  )
  return db.$queryRaw<ListedTopic[]>`
    select t.id, t.kind, t.title, t."activityId", ${sumOf(inEach)} as posts,
      ${sumOf(newInEach)} - (select count(*)::int from "Post" p
        where p."authorId" = ${group.readerId}::uuid and p."topicId" = t.id and p.number > t.read
          and ${within(group.reads, Prisma.sql`p."eventNumber"`)}) as unread
    from (
      select t.*, case when m.number is null then 0 else ${numberAt(Prisma.sql`m.number`)} end as read
      from "Topic" t
      left join "ReadMark" m on m."topicId" = t.id and m."personId" = ${group.readerId}::uuid
      where t."groupId" = ${group.id}::uuid and ${topicReadable(group)}
    ) t
    order by t.kind = 'stream' desc, t."occurredAt", t.id`
}

/** The number of a topic's last post at a number of the group's log; of its last one where the log has no end. */
function numberAt(event: number | null | Prisma.Sql) {
  if (event === null) return Prisma.sql`t."lastNumber"`
  if (event === 0) return Prisma.sql`0`
  return Prisma.sql`coalesce((select p.number from "Post" p
    where p."topicId" = t.id and p."eventNumber" <= ${event} order by p.number desc limit 1), 0)`
}

function sumOf(parts: Prisma.Sql[]) {
  return parts.length ? Prisma.sql`(${Prisma.join(parts, ' + ')})` : Prisma.sql`0`
}

export type ListedPerson = { id: string; name: string; mentor: boolean; here: boolean }

/** Who is in the group, mentors first, and who has it open. Nobody's for who has left. */
export async function peopleIn(actor: Actor, group: OpenGroup): Promise<ListedPerson[]> {
  if (group.as === 'former') return []
  const people = await db.$queryRaw<Omit<ListedPerson, 'here'>[]>`
    select * from (select p.id, p.name, true as mentor from "MentorAssignment" a join "Person" p on p.id = a."personId"
    where a."groupId" = ${group.id}::uuid and a."from" <= ${actor.at} and (a.until is null or a.until > ${actor.at})
    union all
    select p.id, p.name, false from "GroupMembership" m
    join "Enrolment" e on e.id = m."enrolmentId" join "Person" p on p.id = e."personId"
    where m."groupId" = ${group.id}::uuid and m.until is null
    ) people order by mentor desc, name collate "zh-x-icu"`
  const here = new Set(await presentAmong(people.map((one) => one.id)))
  return people.map((one) => ({ ...one, here: here.has(one.id) }))
}

/** How many substantial posts of their own an enrolment has in an activity's topics, as the study counts them. */
export async function substantialPostsOf(enrolmentId: string, activityId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ posts: number }[]>`
    select count(*)::int as posts from "Post" p join "Topic" t on t.id = p."topicId"
    where p."enrolmentId" = ${enrolmentId}::uuid and t."activityId" = ${activityId}::uuid
      and p."substantialCharacters" >= ${SUBSTANTIAL_CHARACTERS}
      and not exists(select 1 from "PostRemoval" m where m."postId" = p.id and m.kind <> 'restored'
        and not exists(select 1 from "PostRemoval" u where u."undoesId" = m.id))`
  return row?.posts ?? 0
}
