// Who is in which group, from and until.
// Invariants:
// 1. An enrolment is in one group at any instant: a membership ends where the next begins.
// 2. Whoever moves somebody holds the rows of both groups, in order of id, so that what is written in a group after
//    somebody left it reaches them no more, on whatever node.
import { sql } from 'kysely'
import type { AfterCommit, Tx } from '~/db.server'
import type { Actor } from '../actor'
import { newId } from '../ids.server'
import { nextNumber, tellGone, writeComing } from '../mentoring/group-log.server'

export type Held = { id: string; groupId: string; from: Date; readsAfter: number }
type Mover = { tx: Tx; afterCommit: AfterCommit; actor: Actor }
type Person = { id: string; name: string }

/** Locks the group that somebody is in and the one that they go to; looks again if they moved meanwhile. */
export async function lockGroupsOf(tx: Tx, enrolmentId: string, toId?: string): Promise<Held | null> {
  for (;;) {
    const before = await membershipOf(tx, enrolmentId)
    const ids = [toId, before?.groupId].filter((id) => id !== undefined)
    await sql`select id from "MentorGroup" where id = any(${ids}::uuid[]) order by id for update`.execute(
      tx.$kysely,
    )
    const after = await membershipOf(tx, enrolmentId)
    if (after?.id === before?.id) return after
  }
}

function membershipOf(tx: Tx, enrolmentId: string) {
  return tx.groupMembership.findFirst({
    where: { enrolmentId, until: null },
    select: { id: true, groupId: true, from: true, readsAfter: true },
  })
}

export async function mentorsThere(tx: Tx, actor: Actor, personId: string, groupId: string) {
  const some = await tx.mentorAssignment.count({
    where: { personId, groupId, OR: [{ until: null }, { until: { gt: actor.at } }] },
  })
  return some > 0
}

/** Ends a membership at an instant, under its group's lock: its holder reads up to there, and hears nothing more. */
export async function leaveGroup(
  { tx, afterCommit, actor }: Mover,
  held: Held,
  person: Person,
  from = actor.at,
) {
  const { groupId } = held
  // A membership that began this very instant was never anybody's.
  if (held.from >= from) await tx.groupMembership.delete({ where: { id: held.id } })
  else {
    const readsUpTo = await numberAt(tx, actor, groupId, from)
    await tx.groupMembership.update({ where: { id: held.id }, data: { until: from, readsUpTo } })
  }
  const number = await nextNumber(tx, groupId)
  await writeComing(tx, afterCommit, actor, { groupId, number, kind: 'left', person, at: from })
  await tellGone(tx, afterCommit, actor, groupId, person.id)
}

/** Begins a membership at an instant, under its group's lock. `reads`: after which number of the log, or from when. */
export async function joinGroup(
  { tx, afterCommit, actor }: Mover,
  groupId: string,
  enrolmentId: string,
  person: Person,
  { reads, from = actor.at }: { reads: number | 'beginning' | 'joining'; from?: Date },
) {
  const readsAfter =
    reads === 'joining' ? await numberAt(tx, actor, groupId, from) : reads === 'beginning' ? 0 : reads
  const byId = actor.person?.id ?? null
  await tx.groupMembership.create({
    data: { id: newId(), groupId, enrolmentId, from, readsAfter, byId, recordedAt: actor.at },
  })
  const number = await nextNumber(tx, groupId)
  await writeComing(tx, afterCommit, actor, { groupId, number, kind: 'joined', person, at: from })
}

/** The last number of a group's log before an instant; what was committed until now, where that is now. */
async function numberAt(tx: Tx, actor: Actor, groupId: string, from: Date) {
  if (from < actor.at) return tx.groupEvent.count({ where: { groupId, occurredAt: { lt: from } } })
  const { lastNumber } = await tx.mentorGroup.findUniqueOrThrow({ where: { id: groupId } })
  return lastNumber
}
