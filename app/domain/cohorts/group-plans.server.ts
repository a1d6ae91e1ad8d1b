// A plan is proposed → confirmed.
//   (nothing) → proposed   proposeGroupsFor; again, and the draft is made anew
//   proposed  → proposed   moveInPlan, chooseMentor
//   proposed  → confirmed  confirmGroups in groups.server.ts, once for a cohort
// Whoever changes a plan holds its cohort's row.
import type { Prisma } from '#generated/client/client'
import { inTransaction, type Tx } from '~/db.server'
import type { Actor } from '../actor'
import { audit } from '../audit/audit.server'
import { newId } from '../ids.server'
import { enrolledOf, proposalFor } from './candidates.server'
import type { ManagedCohort } from './cohort.access.server'
import { type DraftGroup, draftOf, type GroupDraft, movedInDraft } from './group-draft'

/**
 * Proposes groups by township within the cohort's bounds, in place of an earlier proposal. Refuses 'confirmed' where
 * the cohort has its groups, and what `proposeGroups` refuses: 'no-people', 'bounds', 'cannot-be-cut'.
 */
export async function proposeGroupsFor(actor: Actor, cohort: ManagedCohort) {
  return inTransaction(async (tx) => {
    await lockCohort(tx, cohort.id)
    if (await tx.mentorGroup.count({ where: { cohortId: cohort.id } }))
      return { refused: 'confirmed' as const }
    const people = await enrolledOf(tx, cohort.id)
    const proposal = proposalFor(people, { min: cohort.groupSizeMin, max: cohort.groupSizeMax })
    if ('refused' in proposal) return proposal
    const draft = draftOf(proposal)
    const open = await tx.groupPlan.findFirst({ where: { cohortId: cohort.id, confirmedAt: null } })
    const fields = { draft: json(draft), byId: actor.person!.id, recordedAt: actor.at }
    const plan = open
      ? await tx.groupPlan.update({ where: { id: open.id }, data: fields })
      : await tx.groupPlan.create({ data: { id: newId(), cohortId: cohort.id, ...fields } })
    await audit(tx, actor, {
      action: 'groups.proposed',
      subjectKind: 'group-plan',
      subjectId: plan.id,
      cohortId: cohort.id,
      details: { groups: draft.groups.length, mixed: proposal.mixed, moved: proposal.moved },
    })
    return { planId: plan.id, draft, mixed: proposal.mixed, moved: proposal.moved }
  })
}

/** Moves one person to another group of the proposal. Refuses 'no-plan', 'absent', and 'mentors-there'. */
export async function moveInPlan(actor: Actor, cohort: ManagedCohort, enrolmentId: string, toKey: string) {
  return changePlan(cohort, async (tx, draft) => {
    const moved = movedInDraft(draft, enrolmentId, toKey)
    if ('refused' in moved) return moved
    const learner = await tx.enrolment.findUniqueOrThrow({ where: { id: enrolmentId } })
    const to = moved.draft.groups.find((group) => group.key === toKey)!
    if (to.mentorIds.includes(learner.personId)) return { refused: 'mentors-there' as const }
    if (moved.draft !== draft) {
      await audit(tx, actor, {
        action: 'groups.moved-in-plan',
        subjectKind: 'enrolment',
        subjectId: enrolmentId,
        cohortId: cohort.id,
        details: { from: moved.fromName, to: moved.toName },
      })
    }
    return moved
  })
}

/**
 * Names a mentor for a group of the proposal; `chosen: false` takes the name away. Refuses 'no-plan', 'absent' for a
 * group, or a person who is neither enrolled here nor added by name, and 'learns-there'.
 */
export async function chooseMentor(
  actor: Actor,
  cohort: ManagedCohort,
  { key, personId, chosen = true }: { key: string; personId: string; chosen?: boolean },
) {
  return changePlan(cohort, async (tx, draft) => {
    const group = draft.groups.find((one) => one.key === key)
    const enrolment = await tx.enrolment.findFirst({ where: { cohortId: cohort.id, personId } })
    if (!group || !(enrolment || draft.addedMentorIds.includes(personId)))
      return { refused: 'absent' as const }
    if (chosen && enrolment && group.enrolmentIds.includes(enrolment.id)) {
      return { refused: 'learns-there' as const }
    }
    if (group.mentorIds.includes(personId) === chosen) return { draft }
    await audit(tx, actor, {
      action: chosen ? 'groups.mentor-chosen' : 'groups.mentor-let-go',
      subjectKind: 'person',
      subjectId: personId,
      cohortId: cohort.id,
      details: { group: group.name },
    })
    return { draft: withMentors(draft, group, personId, chosen) }
  })
}

/** Keeps somebody who was added by name, and names them for a group of the proposal; whoever calls holds the cohort. */
export async function chooseAddedMentor(tx: Tx, cohort: ManagedCohort, key: string, personId: string) {
  const plan = await openPlan(tx, cohort.id)
  const group = plan?.draft.groups.find((one) => one.key === key)
  if (!plan || !group) throw new Error(`the proposal has no group ${key}`)
  const added = [...new Set([...plan.draft.addedMentorIds, personId])]
  await keepDraft(tx, plan.id, withMentors({ ...plan.draft, addedMentorIds: added }, group, personId, true))
}

/** The proposal that waits to be confirmed. */
export async function openPlan(tx: Pick<Tx, 'groupPlan'>, cohortId: string) {
  const plan = await tx.groupPlan.findFirst({ where: { cohortId, confirmedAt: null } })
  return plan && { id: plan.id, recordedAt: plan.recordedAt, draft: plan.draft as unknown as GroupDraft }
}

export async function lockCohort(tx: Tx, cohortId: string) {
  await tx.$queryRaw`select id from "Cohort" where id = ${cohortId}::uuid for no key update`
}

async function changePlan<R extends { draft: GroupDraft } | { refused: string }>(
  cohort: ManagedCohort,
  change: (tx: Tx, draft: GroupDraft) => Promise<R>,
) {
  return inTransaction(async (tx) => {
    await lockCohort(tx, cohort.id)
    const plan = await openPlan(tx, cohort.id)
    if (!plan) return { refused: 'no-plan' as const }
    const changed = await change(tx, plan.draft)
    if ('draft' in changed && changed.draft !== plan.draft) await keepDraft(tx, plan.id, changed.draft)
    return changed
  })
}

async function keepDraft(tx: Tx, planId: string, draft: GroupDraft) {
  await tx.groupPlan.update({ where: { id: planId }, data: { draft: json(draft) } })
}

function withMentors(draft: GroupDraft, of: DraftGroup, personId: string, chosen: boolean): GroupDraft {
  const others = of.mentorIds.filter((id) => id !== personId)
  const mentorIds = chosen ? [...others, personId] : others
  return {
    ...draft,
    groups: draft.groups.map((group) => (group.key === of.key ? { ...group, mentorIds } : group)),
  }
}

function json(draft: GroupDraft) {
  return draft as unknown as Prisma.InputJsonObject
}
