import { db } from '~/db.server'
import { type Doors, doorsOf } from './doors'
import type { Profile } from './profiles'
import type { Someone } from './stage'

export type Learner = {
  enrolmentId: string
  person: Someone
  accountId: string
  profile: Profile
  groupId: string
  door: Doors
}
export type Guided = { id: string; name: string; mentor: Someone; members: Learner[] }

/** The groups of a cohort with their first mentors and with everybody in them. */
export async function groupsOf(cohortId: string, profileOf: (place: number) => Profile): Promise<Guided[]> {
  const learners = await learnersOf(cohortId, profileOf)
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

async function learnersOf(cohortId: string, profileOf: (place: number) => Profile): Promise<Learner[]> {
  const rows = await db.enrolment.findMany({
    where: { cohortId },
    select: {
      id: true,
      person: { select: { id: true, name: true, account: { select: { id: true } } } },
      memberships: { select: { groupId: true } },
    },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ id, person: { account, ...person }, memberships }, place) => ({
    enrolmentId: id,
    person,
    accountId: account!.id,
    profile: profileOf(place),
    groupId: memberships[0]!.groupId,
    door: doorsOf(person, id),
  }))
}
