// Groups of people from the same places, each guided by somebody of the next group, with one topic to talk in.
import type { ManagedCohort } from '~/domain/cohorts/cohort.access.server'
import type { Someone } from '../stage'
import { idAt } from './calendar'
import type { Pace } from './cohorts'
import { copyInto } from './copy'

type Member = { enrolmentId: string; person: Someone; pace: Pace }

export type Group = { id: string; name: string; mentor: Someone; topicId: string; members: Member[] }

/** Makes them as even as whole numbers let; people come in the order of the organisations that sent them. */
export async function layGroups(
  cohort: ManagedCohort,
  people: (Member & { sentById: string })[],
  [least, most]: [number, number],
  at: Date,
  manager: Someone,
): Promise<Group[]> {
  const places = new Map([...new Set(people.map((one) => one.sentById))].map((id, place) => [id, place]))
  const inOrder = [...people].sort((one, other) => places.get(one.sentById)! - places.get(other.sentById)!)
  const parts = evenParts(inOrder, Math.ceil(people.length / Math.floor((least + most) / 2)))
  const groups = parts.map(
    (members, place): Group => ({
      id: idAt(at),
      name: `第 ${place + 1} 组`,
      mentor: guideOf(parts[(place + 1) % parts.length]!),
      topicId: idAt(at),
      members,
    }),
  )
  await copyGroups(cohort, groups, at, manager)
  return groups
}

function guideOf(neighbours: readonly Member[]) {
  return (neighbours.find((one) => one.pace === 'whole') ?? neighbours[0]!).person
}

function evenParts<T>(items: readonly T[], count: number): T[][] {
  return Array.from({ length: count }, (_, place) =>
    items.slice(Math.floor((place * items.length) / count), Math.floor(((place + 1) * items.length) / count)),
  )
}

async function copyGroups(cohort: ManagedCohort, groups: Group[], at: Date, manager: Someone) {
  const instants = { occurredAt: at, recordedAt: at }
  const set = { from: at, byId: manager.id, recordedAt: at }
  await copyInto(
    'MentorGroup',
    groups.map(({ id, name }, position) => ({
      id,
      cohortId: cohort.id,
      name,
      position,
      lastNumber: 1,
      recordedAt: at,
    })),
  )
  await copyInto(
    'GroupMembership',
    groups.flatMap(({ id, members }) =>
      members.map(({ enrolmentId }) => ({ id: idAt(at), groupId: id, enrolmentId, readsAfter: 0, ...set })),
    ),
  )
  await copyInto(
    'MentorAssignment',
    groups.map(({ id, mentor }) => ({ id: idAt(at), groupId: id, personId: mentor.id, ...set })),
  )
  await copyInto(
    'Topic',
    groups.map(({ id, topicId }) => ({
      id: topicId,
      groupId: id,
      kind: 'stream',
      title: '小组交流',
      prompt: '',
      ...instants,
    })),
  )
  await copyInto(
    'GroupEvent',
    groups.map(({ id, topicId }) => ({ groupId: id, number: 1, kind: 'topic', topicId, ...instants })),
  )
}
