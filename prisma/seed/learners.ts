import { db } from '~/db.server'
import { type Profile, profileOf } from './profiles'
import type { Someone } from './stage'

export type Learner = { enrolmentId: string; person: Someone; profile: Profile; groupId: string }
export type Guided = { id: string; name: string; mentor: Someone; members: Learner[] }

/** Everybody of a cohort with the group that they are in. */
export async function learnersOf(cohortId: string): Promise<Learner[]> {
  const rows = await db.enrolment.findMany({
    where: { cohortId },
    select: {
      id: true,
      person: { select: { id: true, name: true } },
      memberships: { select: { groupId: true } },
    },
    orderBy: { id: 'asc' },
  })
  return rows.map((row, place) => ({
    enrolmentId: row.id,
    person: row.person,
    profile: profileOf(place),
    groupId: row.memberships[0]!.groupId,
  }))
}

/** The groups of a cohort with their first mentors. */
export async function groupsOf(cohortId: string, learners: Learner[]): Promise<Guided[]> {
  const groups = await db.mentorGroup.findMany({
    where: { cohortId },
    orderBy: { position: 'asc' },
    select: {
      id: true,
      name: true,
      mentors: {
        take: 1,
        orderBy: { from: 'asc' },
        select: { person: { select: { id: true, name: true } } },
      },
    },
  })
  return groups.map(({ id, name, mentors }) => ({
    id,
    name,
    mentor: mentors[0]!.person,
    members: learners.filter((one) => one.groupId === id),
  }))
}
