import { Prisma } from '#generated/client/client'
import type { Tx } from '~/db.server'
import type { Removed, ShownPost } from './log'
import type { Interval } from './reading'

type Row = Omit<ShownPost, 'at' | 'removed' | 'replyTo'> & {
  occurredAt: Date
  removedAs: Removed['kind'] | null
  reason: string | null
  replyNumber: number | null
  replyAuthor: string | null
}

/** Posts with all that anybody may see of them; `shownTo` takes away what one reader may not. `p` is the post. */
export async function postsBy(
  tx: Tx,
  where: Prisma.Sql,
  end: Prisma.Sql = Prisma.empty,
): Promise<ShownPost[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select p.id, p."topicId", p.number, p."eventNumber", p."authorId", a.name as author,
      p."enrolmentId" is null as "byMentor", p."clientId", p.text, p."occurredAt",
      r.number as "replyNumber", ra.name as "replyAuthor", x.kind as "removedAs", x.reason
    from "Post" p
    join "Person" a on a.id = p."authorId"
    left join "Post" r on r.id = p."replyToId"
    left join "Person" ra on ra.id = r."authorId"
    left join lateral (
      select m.kind, m.reason from "PostRemoval" m
      where m."postId" = p.id and ${stands}
      order by m."recordedAt" desc limit 1
    ) x on true
    where ${where} ${end}`
  return rows.map(({ occurredAt, removedAs, reason, replyNumber, replyAuthor, ...post }) => ({
    ...post,
    at: occurredAt.toISOString(),
    replyTo: replyNumber === null ? null : { number: replyNumber, author: replyAuthor! },
    removed: removedAs && { kind: removedAs, reason },
  }))
}

/** That a removal `m` has not been taken back. */
export const stands = Prisma.sql`m.kind <> 'restored'
  and not exists(select 1 from "PostRemoval" u where u."undoesId" = m.id)`

const END = 2_147_483_647

/** That a number of a log lies where somebody reads. */
export function within(reads: readonly Interval[], number: Prisma.Sql) {
  const after = reads.map((one) => one.after)
  const upTo = reads.map((one) => one.upTo ?? END)
  return Prisma.sql`exists(select 1 from unnest(${after}::int[], ${upTo}::int[]) as i(after, upto)
    where ${number} > i.after and ${number} <= i.upto)`
}
