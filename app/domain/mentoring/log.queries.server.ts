import { Prisma } from '#generated/client/client'
import { db } from '~/db.server'
import type { OpenGroup } from './groups.access.server'
import { type LogLine, shownTo, type TopicKind } from './log'
import { postsBy, within } from './posts.server'
import { readableUpTo } from './reading'

const LINES = 200

export type Caught = {
  lines: LogLine[]
  /** The page has all that it may read up to this number. */
  upTo: number
  more: boolean
}

type Row = {
  number: number
  kind: LogLine['kind']
  occurredAt: Date
  postId: string | null
  topicId: string | null
  topicKind: TopicKind | null
  title: string | null
  prompt: string | null
  activityId: string | null
  personId: string | null
  person: string | null
}

/**
 * What came into a group's log after a number, as this reader may see it today: a post that was hidden since is
 * hidden. At most 200 lines; `more` says that there are others after `upTo`.
 */
export async function since(group: OpenGroup, number: number): Promise<Caught> {
  const reader = { personId: group.readerId, as: group.as }
  const rows = await db.$queryRaw<Row[]>`
    select v.number, v.kind, v."occurredAt", v."postId", v."topicId", t.kind as "topicKind", t.title, t.prompt,
      t."activityId", v."personId", q.name as person
    from "GroupEvent" v
    left join "Topic" t on t.id = v."topicId"
    left join "Post" p on p.id = v."postId"
    left join "Person" q on q.id = v."personId"
    where v."groupId" = ${group.id}::uuid and v.number > ${number} and v.number <= ${group.lastNumber}
      and ${within(group.reads, Prisma.sql`v.number`)}
      and (p.id is null or ${within(group.reads, Prisma.sql`p."eventNumber"`)})
    order by v.number limit ${LINES}`
  const ids = rows.flatMap((row) => row.postId ?? [])
  const posts = ids.length > 0 ? await postsBy(db, Prisma.sql`p.id = any(${ids}::uuid[])`) : []
  const byId = new Map(posts.map((post) => [post.id, shownTo(reader, post)]))
  const more = rows.length === LINES
  return {
    lines: rows.flatMap((row) => lineOf(group.id, row, byId) ?? []),
    upTo: more ? rows.at(-1)!.number : Math.max(number, readableUpTo(group.reads, group.lastNumber)),
    more,
  }
}

function lineOf(groupId: string, row: Row, posts: Map<string, ReturnType<typeof shownTo>>): LogLine | null {
  const line = { groupId, number: row.number, at: row.occurredAt.toISOString() }
  switch (row.kind) {
    case 'post':
    case 'removal':
    case 'restored': {
      const post = row.postId && posts.get(row.postId)
      return post ? { ...line, kind: row.kind, post } : null
    }
    case 'topic': {
      const { topicId: id, topicKind: kind, title, prompt, activityId } = row
      if (!id || !kind || title === null) return null
      return { ...line, kind: 'topic', topic: { id, kind, title, prompt: prompt ?? '', activityId } }
    }
    case 'joined':
    case 'left':
      return row.personId
        ? { ...line, kind: row.kind, person: { id: row.personId, name: row.person ?? '' } }
        : null
  }
}
