// Moving people between groups that are confirmed.
import { inTransaction, type Tx } from '~/db.server'
import type { Actor } from '../actor'
import { audit } from '../audit/audit.server'
import { withdrawnNow } from '../enrolment/standing'
import { releaseMadeTrue } from '../learning/releases.server'
import { followGroup } from '../workshops/places.server'
import { type Held, joinGroup, leaveGroup, lockGroupsOf, mentorsThere } from './memberships.server'

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
  return inTransaction(async (tx, afterCommit) => {
    const one = await personIn(tx, enrolment.id, toGroup.cohortId)
    if (!one) return { refused: 'absent' as const }
    if (one.withdrawn) return { refused: 'withdrawn' as const }
    const { person } = one
    const held = await lockGroupsOf(tx, enrolment.id, toGroup.id)
    if (held?.groupId === toGroup.id) return { groupId: toGroup.id, already: true }
    if (await mentorsThere(tx, actor, person.id, toGroup.id)) return { refused: 'mentors-there' as const }
    if (held && (await laterFacts(tx, enrolment.id, held, from))) return { refused: 'later-facts' as const }

    const mover = { tx, afterCommit, actor }
    if (held) await leaveGroup(mover, held, person, from)
    await joinGroup(mover, toGroup.id, enrolment.id, person, { reads, from })
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
  const enrolment = await tx.enrolment.findFirst({
    where: { id: enrolmentId, cohortId },
    select: {
      person: { select: { id: true, name: true } },
      withdrawals: { select: { reinstatement: { select: { id: true } } } },
    },
  })
  return enrolment && { person: enrolment.person, withdrawn: withdrawnNow(enrolment) }
}

async function laterFacts(tx: Tx, enrolmentId: string, held: Held, from: Date) {
  if (held.from >= from) return true
  const { groupId } = held
  const posts = await tx.post.count({ where: { enrolmentId, groupId, occurredAt: { gte: from } } })
  const where = { enrolmentId, groupId, session: { startsAt: { gte: from } } }
  return posts + (await tx.attendanceEntry.count({ where })) > 0
}
