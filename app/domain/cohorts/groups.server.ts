// Groups of a cohort, made from the confirmed plan. A group's log is numbered without gaps, its topics first.
import { inTransaction, type Tx } from '~/db.server'
import type { Actor } from '../actor'
import { audit } from '../audit/audit.server'
import { newId } from '../ids.server'
import { curriculumOf } from '../learning/curriculum.server'
import { enrolledOf } from './candidates.server'
import type { ManagedCohort } from './cohort.access.server'
import { type DraftGroup, driftOf, sizeFaults } from './group-draft'
import { lockCohort, openPlan } from './group-plans.server'

type Opening = { kind: 'stream' | 'activity'; activityId: string | null; title: string; prompt: string }

/**
 * Makes the proposed groups, with their members, mentors and topics: one stream, and one topic for each discussion
 * activity of the cohort's programme. A second time it changes nothing and says so. Refuses 'no-plan', 'drifted' where
 * people were enrolled or withdrew since (with how many), 'sizes' with the groups outside of the cohort's bounds, and
 * 'unmentored' where another number of groups has no mentor than the manager was told of, if they were.
 */
export async function confirmGroups(
  actor: Actor,
  cohort: ManagedCohort,
  { unmentored }: { unmentored?: number } = {},
) {
  return inTransaction(async (tx) => {
    await lockCohort(tx, cohort.id)
    const there = await tx.mentorGroup.count({ where: { cohortId: cohort.id } })
    if (there) return { groups: there, already: true }
    const plan = await openPlan(tx, cohort.id)
    if (!plan) return { refused: 'no-plan' as const }
    const { groups } = plan.draft
    const enrolled = await enrolledOf(tx, cohort.id)
    const { missing, gone } = driftOf(
      plan.draft,
      enrolled.map((one) => one.enrolmentId),
    )
    if (missing.length + gone.length > 0) {
      return { refused: 'drifted' as const, missing: missing.length, gone: gone.length }
    }
    const bounds = { min: cohort.groupSizeMin, max: cohort.groupSizeMax }
    const faults = sizeFaults(
      groups.map(({ name, enrolmentIds }) => ({ name, people: enrolmentIds.length })),
      bounds,
    )
    if (faults.length) return { refused: 'sizes' as const, faults, ...bounds }
    const alone = groups.filter(({ mentorIds }) => mentorIds.length === 0).length
    if (unmentored !== undefined && unmentored !== alone) {
      return { refused: 'unmentored' as const, groups: alone }
    }

    await makeGroups(tx, actor, cohort, groups)
    await tx.groupPlan.update({
      where: { id: plan.id },
      data: { confirmedAt: actor.at, confirmedById: actor.person!.id },
    })
    await audit(tx, actor, {
      action: 'groups.confirmed',
      subjectKind: 'group-plan',
      subjectId: plan.id,
      cohortId: cohort.id,
      details: { groups: groups.length, people: enrolled.length, unmentored: alone },
    })
    return { groups: groups.length, already: false }
  })
}

async function makeGroups(tx: Tx, actor: Actor, cohort: ManagedCohort, drafts: DraftGroup[]) {
  const openings = await openingsOf(tx, actor, cohort.id)
  const stamp = { recordedAt: actor.at, byId: actor.person?.id ?? null }
  const groups = drafts.map((draft, position) => ({ ...draft, id: newId(), position }))
  await tx.mentorGroup.createMany({
    data: groups.map(({ id, name, position }) => ({
      id,
      cohortId: cohort.id,
      name,
      position,
      lastNumber: openings.length,
      recordedAt: actor.at,
    })),
  })
  await tx.groupMembership.createMany({
    data: groups.flatMap(({ id, enrolmentIds }) =>
      enrolmentIds.map((enrolmentId) => ({
        id: newId(),
        groupId: id,
        enrolmentId,
        from: actor.at,
        readsAfter: 0,
        ...stamp,
      })),
    ),
  })
  await tx.mentorAssignment.createMany({
    data: groups.flatMap(({ id, mentorIds }) =>
      mentorIds.map((personId) => ({ id: newId(), groupId: id, personId, from: actor.at, ...stamp })),
    ),
  })
  const instants = { occurredAt: actor.at, recordedAt: actor.at }
  const topics = groups.flatMap(({ id: groupId }) =>
    openings.map((opening, place) => ({ ...opening, id: newId(), groupId, number: place + 1 })),
  )
  await tx.topic.createMany({ data: topics.map(({ number: _, ...topic }) => ({ ...topic, ...instants })) })
  await tx.groupEvent.createMany({
    data: topics.map(({ id, groupId, number }) => ({
      groupId,
      number,
      kind: 'topic',
      topicId: id,
      ...instants,
    })),
  })
}

async function openingsOf(tx: Tx, actor: Actor, cohortId: string): Promise<Opening[]> {
  const version = await tx.cohortVersion.findFirstOrThrow({
    where: { cohortId, OR: [{ until: null }, { until: { gt: actor.at } }] },
    orderBy: { from: 'asc' },
  })
  const curriculum = await curriculumOf(version.programmeVersionId, tx)
  const discussions = curriculum.modules
    .flatMap((module) => module.activities)
    .flatMap((activity): Opening[] => {
      if (activity.kind !== 'discussion') return []
      return [
        { kind: 'activity', activityId: activity.id, title: activity.title, prompt: activity.config.prompt },
      ]
    })
  return [{ kind: 'stream', activityId: null, title: '小组交流', prompt: '' }, ...discussions]
}
