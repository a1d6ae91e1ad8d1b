// A file is opened through the row that names it, and by nothing else: its number alone opens nothing.
import type { StoredFile } from '#generated/client/client'
import { db } from '~/db.server'
import { visibleCohorts } from '../access/scope.server'
import type { Actor } from '../actor'
import { workToRead } from '../mentoring/work.access.server'

declare const opened: unique symbol

export type OpenedFile = StoredFile & { [opened]: true }

/**
 * A file that was handed in, that is evidence of practice, or that goes with a post. Null for "absent" and "not
 * yours" alike; rosters, films and documents have doors of their own.
 */
export async function fileFor(actor: Actor, id: string): Promise<OpenedFile | null> {
  if (!actor.person) return null
  const work = await workToRead(actor)
  const file = await db.storedFile.findFirst({
    where: {
      id,
      OR: [
        { submissionFiles: { some: { submission: work } } },
        { practiceEvidence: { some: { note: work } } },
        { postFiles: { some: { post: { group: { cohort: visibleCohorts(actor) } } } } },
      ],
    },
  })
  const mine = file ?? (await fileOfPost(actor, id))
  return mine as OpenedFile | null
}

/** A member reads from where they joined, unless the post was taken away; a mentor reads all of the group. */
async function fileOfPost(actor: Actor, id: string): Promise<StoredFile | null> {
  const { at } = actor
  const personId = actor.person!.id
  const [row] = await db.$queryRaw<{ id: string }[]>`
    select f."fileId" as id
    from "PostFile" f
    join "Post" p on p.id = f."postId"
    where f."fileId" = ${id}::uuid and (
      exists(select 1 from "MentorAssignment" m where m."groupId" = p."groupId" and m."personId" = ${personId}::uuid
        and m."from" <= ${at} and (m."until" is null or m."until" > ${at}))
      or exists(select 1 from "GroupMembership" g join "Enrolment" e on e.id = g."enrolmentId"
        where g."groupId" = p."groupId" and e."personId" = ${personId}::uuid and g."readsAfter" < p."eventNumber"
          and g."from" <= ${at} and (g."until" is null or g."until" > ${at}))
        and not exists(select 1 from "PostRemoval" r where r."postId" = p.id and r.kind <> 'restored'
          and not exists(select 1 from "PostRemoval" z where z."undoesId" = r.id)))
    limit 1`
  return row ? db.storedFile.findUnique({ where: { id: row.id } }) : null
}
