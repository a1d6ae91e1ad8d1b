// The door to a group's conversation. Members read from where their membership says, those who left up to where it
// ended; mentors in force and those who manage the cohort read all of it.
import type { Prisma } from '#generated/client/client'
import { db } from '~/db.server'
import { mentoredGroups, ownEnrolments, visibleCohorts } from '../access/scope.server'
import type { Actor } from '../actor'
import { everything, type Interval } from './reading'

declare const opened: unique symbol

/** A group that the actor may read, and as what; only this file makes one. */
export type OpenGroup = {
  readonly [opened]: true
  id: string
  name: string
  cohortId: string
  cohortTitle: string
  timeZone: string
  /** The last number of its log when it was opened. */
  lastNumber: number
  readerId: string
  as: 'member' | 'former' | 'mentor' | 'manager'
  /** Of the membership in force. */
  enrolmentId: string | null
  reads: readonly Interval[]
}

export type MentoredGroup = OpenGroup & { as: 'mentor' }

/** Null for "absent" and "not yours" alike. Somebody who has left reads on up to where they left. */
export async function groupFor(actor: Actor, id: string): Promise<OpenGroup | null> {
  if (!actor.person) return null
  const group = await db.mentorGroup.findUnique({ where: { id }, select: shape })
  if (!group) return null
  const theirs = await membershipsOf(actor, id)
  const now = theirs.find((one) => one.now)
  const reads = theirs.map(({ after, upTo }) => ({ after, upTo }))
  if (now) return open(actor, group, { as: 'member', enrolmentId: now.enrolmentId, reads })
  if (await isAmong(mentoredGroups(actor), id)) return open(actor, group, { as: 'mentor', reads: everything })
  if (await isAmong({ cohort: visibleCohorts(actor) }, id)) {
    return open(actor, group, { as: 'manager', reads: everything })
  }
  return theirs.length > 0 ? open(actor, group, { as: 'former', reads }) : null
}

export async function groupToMentor(actor: Actor, id: string): Promise<MentoredGroup | null> {
  const group = await groupFor(actor, id)
  return group?.as === 'mentor' ? (group as MentoredGroup) : null
}

/** The groups of one's own enrolment, the present one first, then those left; null where it is not theirs. */
export async function groupsOfEnrolment(actor: Actor, enrolmentId: string) {
  const enrolment = await db.enrolment.findFirst({
    where: { id: enrolmentId, ...ownEnrolments(actor) },
    select: {
      memberships: {
        where: { from: { lte: actor.at } },
        orderBy: { from: 'desc' },
        select: { groupId: true, until: true, group: { select: { name: true } } },
      },
    },
  })
  if (!enrolment) return null
  const all = enrolment.memberships.map(({ groupId, group, until }) => ({
    id: groupId,
    name: group.name,
    left: until !== null,
  }))
  return all.filter(({ id }, index) => all.findIndex((one) => one.id === id) === index)
}

const shape = {
  id: true,
  name: true,
  lastNumber: true,
  cohortId: true,
  cohort: { select: { title: true, timeZone: true } },
} satisfies Prisma.MentorGroupSelect

type Row = Prisma.MentorGroupGetPayload<{ select: typeof shape }>

function open(
  actor: Actor,
  { cohort, ...group }: Row,
  standing: Pick<OpenGroup, 'as' | 'reads'> & { enrolmentId?: string },
) {
  return {
    ...group,
    cohortTitle: cohort.title,
    timeZone: cohort.timeZone,
    readerId: actor.person!.id,
    enrolmentId: null,
    ...standing,
  } as OpenGroup
}

async function isAmong(where: Prisma.MentorGroupWhereInput, id: string) {
  return (await db.mentorGroup.count({ where: { id, AND: where } })) > 0
}

type Membership = Interval & { enrolmentId: string; now: boolean }

function membershipsOf(actor: Actor, groupId: string): Promise<Membership[]> {
  return db.$queryRaw<Membership[]>`
    select m."enrolmentId", m."readsAfter" as after, m."readsUpTo" as "upTo", m.until is null as now
    from "GroupMembership" m
    join "Enrolment" e on e.id = m."enrolmentId"
    where m."groupId" = ${groupId}::uuid and e."personId" = ${actor.person!.id}::uuid and m."from" <= ${actor.at}
    order by m."from"`
}
