import { db } from '~/db.server'
import type { Actor } from '../actor'
import type { OpenGroup } from './groups.access.server'
import { readableUpTo } from './reading'

/**
 * That a reader has seen a topic up to a number of the group's log. Never goes back, and never beyond what they may
 * read. Refuses 'absent' for a topic of another group.
 */
export async function markRead(actor: Actor, group: OpenGroup, topicId: string, number: number) {
  const upTo = Math.min(number, readableUpTo(group.reads, group.lastNumber))
  const written = await db.$executeRaw`
    insert into "ReadMark" ("personId", "groupId", "topicId", number, "recordedAt")
    select ${group.readerId}::uuid, t."groupId", t.id, ${upTo}::int, ${actor.at}::timestamptz
    from "Topic" t where t.id = ${topicId}::uuid and t."groupId" = ${group.id}::uuid
    on conflict ("personId", "topicId") do update
      set number = greatest("ReadMark".number, excluded.number), "recordedAt" = excluded."recordedAt"`
  return written === 0 ? { refused: 'absent' as const } : { upTo }
}
