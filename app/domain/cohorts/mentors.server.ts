// Who guides a group, from and until. Nobody mentors a group that they learn in.
import { inTransaction, type Tx } from '~/db.server'
import { inForce } from '../access/in-force'
import { createPerson, findPersonByKey } from '../accounts/accounts.server'
import { readName, sameName } from '../accounts/person-name'
import { readTelephone } from '../accounts/telephone'
import type { Actor } from '../actor'
import { audit } from '../audit/audit.server'
import { newId } from '../ids.server'
import { lockGroup, tellGone } from '../mentoring/group-log.server'
import type { ManagedCohort } from './cohort.access.server'
import { chooseAddedMentor, lockCohort, openPlan } from './group-plans.server'
import type { ManagedGroup } from './groups.access.server'

/**
 * Makes somebody a mentor of a group from now on: somebody of the cohort's roster, or who mentors in it already.
 * Already so, nothing changes. Refuses 'absent' for anybody else, and 'learns-there'.
 */
export async function assignMentor(actor: Actor, group: ManagedGroup, personId: string) {
  return inTransaction(async (tx) => {
    await lockGroup(tx, group.id)
    const { cohortId } = group
    const known =
      (await tx.enrolment.count({ where: { cohortId, personId } })) +
      (await tx.mentorAssignment.count({ where: { personId, group: { cohortId } } }))
    return known ? assigned(tx, actor, group, personId) : { refused: 'absent' as const }
  })
}

async function assigned(tx: Tx, actor: Actor, group: ManagedGroup, personId: string) {
  if (await learnsIn(tx, actor, group.id, personId)) return { refused: 'learns-there' as const }
  const now = { personId, groupId: group.id, ...inForce(actor.at) }
  if (await tx.mentorAssignment.count({ where: now })) return { personId, already: true }
  await tx.mentorAssignment.create({
    data: {
      id: newId(),
      groupId: group.id,
      personId,
      from: actor.at,
      byId: actor.person?.id ?? null,
      recordedAt: actor.at,
    },
  })
  await audit(tx, actor, {
    action: 'mentor.assigned',
    subjectKind: 'person',
    subjectId: personId,
    cohortId: group.cohortId,
    details: { group: group.name },
  })
  return { personId, already: false }
}

async function learnsIn(tx: Tx, actor: Actor, groupId: string, personId: string) {
  const where = { groupId, enrolment: { personId }, ...inForce(actor.at) }
  return (await tx.groupMembership.count({ where })) > 0
}

/** Where a mentor is put: a confirmed group, or one of the proposal by its key. */
export type MentorPlace = { group: ManagedGroup } | { key: string }

/**
 * Makes a mentor of somebody who is on no roster, with an account that their telephone signs in to. A telephone that
 * signs in somebody of the same name is that person. Refuses 'name', 'telephone' where they cannot be read,
 * 'telephone-taken' where it signs in somebody of another name, 'absent' for a place that is not there, and
 * 'learns-there'.
 */
export async function addMentorByName(
  actor: Actor,
  cohort: ManagedCohort,
  { name, telephone, place }: { name: string; telephone: string; place: MentorPlace },
) {
  const { name: named } = readName(name)
  const { telephone: number } = readTelephone(telephone)
  if (!named) return { refused: 'name' as const }
  if (!number) return { refused: 'telephone' as const }
  return inTransaction(async (tx) => {
    await lockCohort(tx, cohort.id)
    const known = await findPersonByKey(actor, 'telephone', number, tx)
    if (known && !sameName(known.name, named)) return { refused: 'telephone-taken' as const }
    const refused = await refusalOfPlace(tx, actor, cohort, place, known?.personId ?? null)
    if (refused) return { refused }
    const personId = known?.personId ?? (await addPerson(tx, actor, cohort, named, number))
    if ('group' in place) await assigned(tx, actor, place.group, personId)
    else await chooseAddedMentor(tx, cohort, place.key, personId)
    return { personId }
  })
}

async function addPerson(tx: Tx, actor: Actor, cohort: ManagedCohort, name: string, telephone: string) {
  const { personId } = await createPerson(tx, actor, { name, telephone })
  await audit(tx, actor, {
    action: 'mentor.added',
    subjectKind: 'person',
    subjectId: personId,
    cohortId: cohort.id,
  })
  return personId
}

async function refusalOfPlace(
  tx: Tx,
  actor: Actor,
  cohort: ManagedCohort,
  place: MentorPlace,
  personId: string | null,
) {
  if ('group' in place) {
    if (place.group.cohortId !== cohort.id) return 'absent' as const
    return personId && (await learnsIn(tx, actor, place.group.id, personId))
      ? ('learns-there' as const)
      : null
  }
  const plan = await openPlan(tx, cohort.id)
  const group = plan?.draft.groups.find((one) => one.key === place.key)
  if (!group) return 'absent' as const
  const learner = personId && (await tx.enrolment.findFirst({ where: { cohortId: cohort.id, personId } }))
  return learner && group.enrolmentIds.includes(learner.id) ? ('learns-there' as const) : null
}

/** Ends a mentor's time with a group. Who guides it no more is 'absent'. */
export async function endMentor(actor: Actor, group: ManagedGroup, personId: string) {
  return inTransaction(async (tx, afterCommit) => {
    await lockGroup(tx, group.id)
    const now = await tx.mentorAssignment.findFirst({
      where: { groupId: group.id, personId, ...inForce(actor.at) },
    })
    if (!now) return { refused: 'absent' as const }
    // An assignment that began this very instant was never anybody's.
    if (now.from >= actor.at) await tx.mentorAssignment.delete({ where: { id: now.id } })
    else await tx.mentorAssignment.update({ where: { id: now.id }, data: { until: actor.at } })
    await tellGone(tx, afterCommit, actor, group.id, personId)
    await audit(tx, actor, {
      action: 'mentor.ended',
      subjectKind: 'person',
      subjectId: personId,
      cohortId: group.cohortId,
      details: { group: group.name },
    })
    return { personId }
  })
}
