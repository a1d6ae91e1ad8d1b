// The Daming cohort up to its first day: opened, its roster imported, its groups confirmed, its workshops set.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { liveActivitiesOf } from '~/activities/live/live.access.server'
import { setLiveSession } from '~/activities/live/live.session.server'
import { db } from '~/db.server'
import type { ManagedCohort } from '~/domain/cohorts/cohort.access.server'
import { chooseMentor, proposeGroupsFor } from '~/domain/cohorts/group-plans.server'
import { confirmGroups } from '~/domain/cohorts/groups.server'
import { addMentorByName } from '~/domain/cohorts/mentors.server'
import { proposeTurns } from '~/domain/workshops/propose-turns'
import { createVenue } from '~/domain/workshops/venues.server'
import { setWorkshop } from '~/domain/workshops/workshops.server'
import { shuffled } from './dice'
import { enrolAll } from './enrolling'
import type { Laying } from './laying'
import type { layProgramme } from './programmes'
import { acting, must, on } from './stage'

type Programme = Awaited<ReturnType<typeof layProgramme>>

const roster = join('prisma', 'seed', 'content', 'daming-roster.xlsx')

/** Opens the cohort two weeks before its first Monday, and enrols the 322 of its roster within a quota of 330. */
export async function openDaming({ stage, staff, codes }: Laying, programme: Programme) {
  return enrolAll(stage, {
    manager: staff.manager,
    programme,
    runById: codes.get('BJ-OU')!,
    heldForId: codes.get('130425')!,
    title: '第一期',
    roster: { bytes: await readFile(roster), name: '大名县报名表.xlsx' },
    quotas: { kind: 'township', more: 8 },
  })
}

const addedMentors = [
  ['周桂兰', '19900010201'],
  ['马秀芹', '19900010202'],
  ['郝建英', '19900010203'],
] as const

/** Proposes groups by township; heads and leaders of other groups mentor most, three from outside the others. */
export async function groupDaming({ stage, staff }: Laying, cohort: ManagedCohort) {
  const at = stage.at(0, 2, '10:00')
  const manager = acting(staff.manager, at)
  await on(at, async () => {
    const { draft } = must(await proposeGroupsFor(manager, cohort))
    const heads = await db.enrolment.findMany({
      where: { cohortId: cohort.id, position: { in: ['园长', '教研组长'] } },
      select: { id: true, personId: true },
      orderBy: { id: 'asc' },
    })
    const free = shuffled(heads)
    for (const [place, group] of draft.groups.entries()) {
      const added = addedMentors[place]
      if (added) {
        const [name, telephone] = added
        must(await addMentorByName(manager, cohort, { name, telephone, place: { key: group.key } }))
        continue
      }
      const next = free.findIndex((one) => !group.enrolmentIds.includes(one.id))
      const [head] = free.splice(next, 1)
      must(await chooseMentor(manager, cohort, { key: group.key, personId: head!.personId }))
    }
    must(await confirmGroups(manager, cohort))
  })
}

// A room for talks that leads nowhere: nothing of the demonstration calls anybody.
const LIVE = 'https://live.example.org/daming'

// Of the four workshops: how many turns, and in which week the first is held.
const held = [
  { turns: 1, week: 2 },
  { turns: 2, week: 6 },
  { turns: 3, week: 11 },
  { turns: 1, week: 17 },
]

/** Sets days, venues and turns of the four workshops, the turns of one on days that follow each other, and the live talk. */
export async function scheduleDaming(
  { stage, staff }: Laying,
  cohort: ManagedCohort,
  { programme }: Programme,
) {
  const at = stage.at(0, 3, '15:00')
  const manager = acting(staff.manager, at)
  await on(at, async () => {
    const groups = await db.mentorGroup.findMany({
      where: { cohortId: cohort.id },
      select: { id: true, _count: { select: { memberships: true } } },
      orderBy: { position: 'asc' },
    })
    const people = groups.map(({ id, _count }) => ({ id, people: _count.memberships }))
    const activities = await db.activityVersion.findMany({
      where: {
        activity: { kind: 'workshop' },
        moduleVersion: { programmeVersion: { cohorts: { some: { cohortId: cohort.id } } } },
      },
      select: { activityId: true },
      orderBy: { moduleVersion: { position: 'asc' } },
    })
    for (const [place, { activityId }] of activities.entries()) {
      const venue = programme.venues[place]!
      const { venueId } = must(await createVenue(manager, cohort, venue))
      const { turns: count, week } = held[place]!
      const turns = proposeTurns(people, count, venue.capacity)
      if ('refused' in turns) throw new Error(turns.refused)
      const set = turns.map((turn, number) => ({
        venueId,
        day: stage.day(week + Math.floor(number / 2), 6 + (number % 2)),
        groupIds: turn.groups.map(({ id }) => id),
      }))
      must(await setWorkshop(manager, cohort, activityId, { turns: set }))
    }
    for (const { activityId } of await liveActivitiesOf(manager, cohort.id)) {
      const day = stage.day(11, 4)
      must(
        await setLiveSession(manager, cohort, { activityId, day, from: '19:30', until: '21:00', link: LIVE }),
      )
    }
  })
}
