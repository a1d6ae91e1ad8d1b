// Moving people between groups that are confirmed.
// Invariants:
// 1. An enrolment is in one group at any instant: a membership ends where the next begins.
// 2. Whoever adds to a group's log holds the group's row; whoever moves somebody holds both rows, in order of id.
import { sql } from 'kysely'
import { inTransaction, type Tx } from '~/db.server'
import type { Actor } from '../actor'
import { audit } from '../audit/audit.server'
import { newId } from '../ids.server'
import { releaseMadeTrue } from '../learning/releases.server'
import { followGroup } from '../workshops/places.server'

export type Reads = 'beginning' | 'joining'

/**
 * Moves somebody to another group, or puts somebody who is in none into one, from `from` on (now, where it is not
 * said). They read the new group from its beginning or from their joining. Already there, nothing changes. Refuses
 * 'absent' for an enrolment of another cohort, 'withdrawn', 'mentors-there', 'future', and 'later-facts' for a date
 * before what they have posted or attended since, or before they came to the group that they are in.
 */
export async function moveMember(
  actor: Actor,
  enrolment: { id: string },
  toGroup: { id: string; cohortId: string },
  { reads, from = actor.at }: { reads: Reads; from?: Date },
) {
  if (from > actor.at) return { refused: 'future' as const }
  return inTransaction(async (tx) => {
    const person = await personIn(tx, enrolment.id, toGroup.cohortId)
    if (!person) return { refused: 'absent' as const }
    if (person.withdrawn) return { refused: 'withdrawn' as const }
    const held = await lockGroupsOf(tx, enrolment.id, toGroup.id)
    if (held?.groupId === toGroup.id) return { groupId: toGroup.id, already: true }
    if (await mentorsThere(tx, actor, person.personId, toGroup.id))
      return { refused: 'mentors-there' as const }
    if (held && (await laterFacts(tx, enrolment.id, held, from))) return { refused: 'later-facts' as const }

    if (held) await leave(tx, actor, held, person.personId, from)
    await join(tx, actor, enrolment.id, toGroup.id, { reads, from, personId: person.personId })
    await followGroup(tx, actor, enrolment.id, toGroup.id)
    await releaseMadeTrue(tx, actor, enrolment.id, 'enrolment')
    await audit(tx, actor, {
      action: 'group.member-moved',
      subjectKind: 'enrolment',
      subjectId: enrolment.id,
      cohortId: toGroup.cohortId,
      details: { from: held?.groupId ?? null, to: toGroup.id, reads, since: from.toISOString() },
    })
    return { groupId: toGroup.id, already: false }
  })
}

async function personIn(tx: Tx, enrolmentId: string, cohortId: string) {
  const [row] = await tx.$queryRaw<{ personId: string; withdrawn: boolean }[]>`
    select e."personId", exists(select 1 from "Withdrawal" w where w."enrolmentId" = e.id
      and not exists(select 1 from "Reinstatement" r where r."withdrawalId" = w.id)) as withdrawn
    from "Enrolment" e where e.id = ${enrolmentId}::uuid and e."cohortId" = ${cohortId}::uuid`
  return row ?? null
}

type Held = { id: string; groupId: string; from: Date }

/** Locks the group that somebody is in and the one that they go to; looks again if they moved meanwhile. */
async function lockGroupsOf(tx: Tx, enrolmentId: string, toId: string): Promise<Held | null> {
  for (;;) {
    const before = await membershipOf(tx, enrolmentId)
    const ids = [toId, ...(before ? [before.groupId] : [])]
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
    select: { id: true, groupId: true, from: true },
  })
}

async function mentorsThere(tx: Tx, actor: Actor, personId: string, groupId: string) {
  const some = await tx.mentorAssignment.count({
    where: { personId, groupId, OR: [{ until: null }, { until: { gt: actor.at } }] },
  })
  return some > 0
}

async function laterFacts(tx: Tx, enrolmentId: string, held: Held, from: Date) {
  if (held.from >= from) return true
  const { groupId } = held
  const posts = await tx.post.count({ where: { enrolmentId, groupId, occurredAt: { gte: from } } })
  const where = { enrolmentId, groupId, session: { startsAt: { gte: from } } }
  return posts + (await tx.attendanceEntry.count({ where })) > 0
}

async function leave(tx: Tx, actor: Actor, held: Held, personId: string, from: Date) {
  const readsUpTo = await numberAt(tx, actor, held.groupId, from)
  await tx.groupMembership.update({ where: { id: held.id }, data: { until: from, readsUpTo } })
  await addEvent(tx, actor, held.groupId, 'left', personId, from)
}

async function join(
  tx: Tx,
  actor: Actor,
  enrolmentId: string,
  groupId: string,
  { reads, from, personId }: { reads: Reads; from: Date; personId: string },
) {
  const readsAfter = reads === 'beginning' ? 0 : await numberAt(tx, actor, groupId, from)
  await tx.groupMembership.create({
    data: {
      id: newId(),
      groupId,
      enrolmentId,
      from,
      readsAfter,
      byId: actor.person?.id ?? null,
      recordedAt: actor.at,
    },
  })
  await addEvent(tx, actor, groupId, 'joined', personId, from)
}

/** The last number of a group's log before an instant; what was committed until now, where that is now. */
async function numberAt(tx: Tx, actor: Actor, groupId: string, from: Date) {
  if (from < actor.at) return tx.groupEvent.count({ where: { groupId, occurredAt: { lt: from } } })
  const { lastNumber } = await tx.mentorGroup.findUniqueOrThrow({ where: { id: groupId } })
  return lastNumber
}

async function addEvent(
  tx: Tx,
  actor: Actor,
  groupId: string,
  kind: 'joined' | 'left',
  personId: string,
  occurredAt: Date,
) {
  const { lastNumber: number } = await tx.mentorGroup.update({
    where: { id: groupId },
    data: { lastNumber: { increment: 1 } },
  })
  await tx.groupEvent.create({
    data: { groupId, number, kind, personId, occurredAt, recordedAt: actor.at },
  })
}
