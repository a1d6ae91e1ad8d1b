// What the manager's page of groups shows, before and after they are confirmed.
import { db } from '~/db.server'
import { inForce } from '../access/in-force'
import type { Actor } from '../actor'
import { type Enrolled, enrolledOf } from './candidates.server'
import type { ManagedCohort } from './cohort.access.server'
import { driftOf, type GroupDraft, type SizeFault, sizeFaults } from './group-draft'
import { openPlan } from './group-plans.server'
import type { GroupException } from './propose-groups'

export type GroupPerson = { enrolmentId: string; name: string; unit: string; township: string }
export type GroupRow = {
  /** The group's id, or its key in the proposal. */
  id: string
  name: string
  people: GroupPerson[]
  mentors: { personId: string; name: string }[]
  fits: boolean
}

export type MentorCandidate = {
  personId: string
  name: string
  unit: string
  position: string
  /** Where they learn. */
  groupId: string | null
}

export type GroupsView = {
  state: 'none' | 'proposed' | 'confirmed'
  groups: GroupRow[]
  /** Enrolled, and in no group. */
  without: GroupPerson[]
  gone: number
  exceptions: GroupException[]
  faults: SizeFault[]
  candidates: MentorCandidate[]
  enrolled: number
}

/** Heads of kindergartens and of teaching groups: who is taken for a mentor. */
const mentorPositions = ['园长', '教研组长']

export async function groupsView(actor: Actor, cohort: ManagedCohort): Promise<GroupsView> {
  const enrolled = await enrolledOf(db, cohort.id)
  const confirmed = await confirmedGroups(actor, cohort)
  const plan = confirmed.length ? null : await openPlan(db, cohort.id)
  const groups = plan ? await draftedGroups(plan.draft) : confirmed
  const { missing, gone } = driftOf(
    {
      groups: groups.map((group) => ({ ...group, key: group.id, mentorIds: [] })),
      exceptions: [],
      addedMentorIds: [],
    },
    enrolled.map((one) => one.enrolmentId),
  )
  return {
    state: confirmed.length ? 'confirmed' : plan ? 'proposed' : 'none',
    exceptions: plan?.draft.exceptions ?? [],
    enrolled: enrolled.length,
    gone: gone.length,
    without: among(enrolled, missing).map(personOf),
    candidates: candidatesIn(enrolled, groups),
    ...shownGroups(enrolled, groups, { min: cohort.groupSizeMin, max: cohort.groupSizeMax }),
  }
}

type Held = {
  id: string
  name: string
  enrolmentIds: string[]
  mentors: { personId: string; name: string }[]
}

async function confirmedGroups(actor: Actor, cohort: ManagedCohort): Promise<Held[]> {
  const groups = await db.mentorGroup.findMany({
    where: { cohortId: cohort.id },
    orderBy: { position: 'asc' },
    select: {
      id: true,
      name: true,
      memberships: { where: inForce(actor.at), select: { enrolmentId: true } },
      mentors: {
        where: inForce(actor.at),
        orderBy: { from: 'asc' },
        select: { person: { select: { id: true, name: true } } },
      },
    },
  })
  return groups.map(({ id, name, memberships, mentors }) => ({
    id,
    name,
    enrolmentIds: memberships.map((one) => one.enrolmentId),
    mentors: mentors.map(({ person }) => ({ personId: person.id, name: person.name })),
  }))
}

async function draftedGroups({ groups }: GroupDraft): Promise<Held[]> {
  const mentors = await db.person.findMany({
    where: { id: { in: groups.flatMap((group) => group.mentorIds) } },
    select: { id: true, name: true },
  })
  return groups.map(({ key, name, enrolmentIds, mentorIds }) => ({
    id: key,
    name,
    enrolmentIds,
    mentors: mentors
      .filter(({ id }) => mentorIds.includes(id))
      .map(({ id, name: called }) => ({ personId: id, name: called })),
  }))
}

function among(enrolled: Enrolled[], ids: readonly string[]) {
  const wanted = new Set(ids)
  return enrolled.filter((one) => wanted.has(one.enrolmentId))
}

function shownGroups(enrolled: Enrolled[], groups: Held[], bounds: { min: number; max: number }) {
  const byId = new Map(enrolled.map((one) => [one.enrolmentId, one]))
  const rows = groups.map(({ id, name, enrolmentIds, mentors }) => {
    const people = enrolmentIds.flatMap((one) => byId.get(one) ?? []).map(personOf)
    return { id, name, people, mentors, fits: people.length >= bounds.min && people.length <= bounds.max }
  })
  const faults = sizeFaults(
    rows.map(({ name, people }) => ({ name, people: people.length })),
    bounds,
  )
  return { groups: rows, faults }
}

function candidatesIn(enrolled: Enrolled[], groups: Held[]): MentorCandidate[] {
  const learnsIn = new Map(groups.flatMap(({ id, enrolmentIds }) => enrolmentIds.map((one) => [one, id])))
  return enrolled
    .filter(({ position }) => position !== null && mentorPositions.includes(position))
    .map(({ enrolmentId, personId, name, unit, position }) => ({
      personId,
      name,
      unit,
      position: position!,
      groupId: learnsIn.get(enrolmentId) ?? null,
    }))
}

function personOf({ enrolmentId, name, unit, townshipName }: Enrolled): GroupPerson {
  return { enrolmentId, name, unit, township: townshipName }
}
