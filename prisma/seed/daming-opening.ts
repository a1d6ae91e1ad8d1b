// The Daming cohort up to its first day: opened, its roster imported, its groups confirmed, its workshops set.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { db } from '~/db.server'
import { cohortToManage, type ManagedCohort } from '~/domain/cohorts/cohort.access.server'
import { openCohort, setQuotas } from '~/domain/cohorts/cohort.server'
import { chooseMentor, proposeGroupsFor } from '~/domain/cohorts/group-plans.server'
import { confirmGroups } from '~/domain/cohorts/groups.server'
import { addMentorByName } from '~/domain/cohorts/mentors.server'
import { proposeTurns } from '~/domain/cohorts/workshop-turns'
import { importToManage } from '~/domain/enrolment/import.access.server'
import { agreeToImport, uploadRoster } from '~/domain/enrolment/import.server'
import { createVenue } from '~/domain/workshops/venues.server'
import { setWorkshop } from '~/domain/workshops/workshops.server'
import { shuffled } from './dice'
import type { layProgramme } from './programmes'
import type { Staff } from './staff'
import { acting, must, on, type Stage, timeZone } from './stage'

type Programme = Awaited<ReturnType<typeof layProgramme>>
type Laying = { stage: Stage; staff: Staff; codes: ReadonlyMap<string, string> }

const roster = join('prisma', 'seed', 'content', 'daming-roster.xlsx')

/** Opens the cohort two weeks before its first Monday, and enrols the 322 of its roster within a quota of 330. */
export async function openDaming(
  { stage, staff, codes }: Laying,
  { versionId }: Programme,
): Promise<ManagedCohort> {
  const at = stage.at(-1, 1, '09:30')
  const manager = acting(staff.manager, at)
  return on(at, async () => {
    const year = stage.day(1, 1).slice(0, 4)
    const opened = must(
      await openCohort(manager, {
        programmeVersionId: versionId,
        runById: codes.get('BJ-OU')!,
        heldForId: codes.get('130425')!,
        title: `${year} 年第一期`,
        startsOn: stage.day(1, 1),
        endsOn: stage.day(17, 7),
        timeZone,
        groupSizeMin: 12,
        groupSizeMax: 18,
        contactName: staff.manager.name,
        contactTelephone: '19900010102',
        contactHours: '工作日 9:00—17:00',
        acceptsWithoutNumber: false,
      }),
    )
    const cohort = (await cohortToManage(manager, opened.cohortId))!
    const file = { bytes: await readFile(roster), name: '大名县报名表.xlsx' }
    const uploaded = must(await uploadRoster(manager, cohort, file))
    const roll = (await importToManage(manager, cohort.id, uploaded.importId))!
    must(await agreeToImport(manager, roll))
    await quotasFrom(manager, cohort)
    return cohort
  })
}

/** Each township may send whom it has sent, the eight largest one more. */
async function quotasFrom(manager: ReturnType<typeof acting>, cohort: ManagedCohort) {
  const sent = await db.organisation.findMany({
    where: { kind: 'township', ancestors: { some: { ancestorId: cohort.heldForId } } },
    select: {
      id: true,
      descendants: { select: { descendant: { select: { _count: { select: { enrolmentsSent: true } } } } } },
    },
    orderBy: { code: 'asc' },
  })
  const townships = sent.map(({ id, descendants }) => ({
    organisationId: id,
    seats: descendants.reduce((sum, { descendant }) => sum + descendant._count.enrolmentsSent, 0),
  }))
  const largest = [...townships].sort((one, other) => other.seats - one.seats).slice(0, 8)
  for (const township of largest) township.seats += 1
  const set = await setQuotas(manager, cohort, townships)
  if (set.refused) throw new Error(set.refused)
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

// Of the four workshops: how many turns, and in which week the first is held.
const held = [
  { turns: 1, week: 2 },
  { turns: 2, week: 6 },
  { turns: 3, week: 11 },
  { turns: 1, week: 17 },
]

/** Sets days, venues and turns of the four workshops; the turns of one are on days that follow each other. */
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
  })
}
