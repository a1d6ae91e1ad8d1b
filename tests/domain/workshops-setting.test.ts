import { expect, test } from 'vitest'
import { db } from '~/db.server'
import { moveMember } from '~/domain/cohorts/group-moves.server'
import { enrolmentToManage } from '~/domain/enrolment/enrolment.access.server'
import { withdraw } from '~/domain/enrolment/withdrawal.server'
import { newId } from '~/domain/ids.server'
import { proposeTurns } from '~/domain/workshops/propose-turns'
import { createVenue } from '~/domain/workshops/venues.server'
import { sessionToCall, sessionToRun } from '~/domain/workshops/workshops.access.server'
import { setWorkshop } from '~/domain/workshops/workshops.server'
import { asThemselves, at, damingGroups, membersOf, moved, venue } from './groups-world'
import { workshopDay } from './workshops-world'

test('Daming’s four workshops are held in one, two, three and one turns, and everybody is expected once in each', async () => {
  const daming = await damingGroups()
  const { manager, cohort, groups, activities } = daming
  const sizes = await Promise.all(
    groups.map(async ({ id }) => ({ id, people: (await membersOf({ id })).length })),
  )
  const plan: [number, number][] = [
    [360, 1],
    [200, 2],
    [150, 3],
    [400, 1],
  ]
  for (const [place, [capacity, turns]] of plan.entries()) {
    const venueId = await venue(daming, `基地${place}`, capacity)
    const proposed = proposeTurns(sizes, turns, capacity)
    if ('refused' in proposed) throw new Error(proposed.refused)
    const set = await setWorkshop(manager, cohort, activities.workshops[place]!.activityId, {
      turns: proposed.map((turn, number) => ({
        venueId,
        day: `2026-10-1${place * 2 + number}`,
        groupIds: turn.groups.map(({ id }) => id),
      })),
    })
    expect(set).toMatchObject({ workshopIds: { length: turns } })
  }
  expect(await db.expectedPlace.count({ where: { workshop: { cohortId: cohort.id }, until: null } })).toBe(
    4 * 322,
  )
  expect(await db.workshopSession.count({ where: { workshop: { cohortId: cohort.id } } })).toBe(2 * 7)
})

test('sessions stand at the venue’s times, and share the hours of the workshop', async () => {
  const { morning, afternoon } = await workshopDay()
  expect(morning).toMatchObject({ startsAt: at('2026-09-26', '09:00'), endsAt: at('2026-09-26', '12:00') })
  expect(afternoon).toMatchObject({ startsAt: at('2026-09-26', '14:00'), endsAt: at('2026-09-26', '17:00') })
  expect([Number(morning.hours), Number(afternoon.hours)]).toEqual([3, 3])
})

test('a turn above its venue’s capacity is refused with the figures', async () => {
  const daming = await damingGroups([['大名镇', 30]])
  const { manager, cohort, groups, activities } = daming
  const venueId = await venue(daming, '小教室', 20)
  const groupIds = groups.map(({ id }) => id)
  const { activityId } = activities.workshops[0]!
  const day = '2026-09-26'
  expect(await setWorkshop(manager, cohort, activityId, { turns: [{ venueId, day, groupIds }] })).toEqual({
    refused: 'above-capacity',
    turn: 1,
    people: 30,
    capacity: 20,
    over: 10,
  })
  const two = groupIds.map((id) => ({ venueId, day, groupIds: [id] }))
  expect(await setWorkshop(manager, cohort, activityId, { turns: two })).toHaveProperty('workshopIds')
})

test('turns without groups, with one twice, with one left out, on no day of the cohort or elsewhere are refused', async () => {
  const daming = await damingGroups([['大名镇', 30]])
  const { manager, cohort, groups, activities } = daming
  const venueId = await venue(daming, '大教室', 200)
  const [one, other] = groups.map(({ id }) => id)
  const { activityId } = activities.workshops[0]!
  const day = '2026-09-26'
  const set = (turns: Parameters<typeof setWorkshop>[3]['turns'], id = activityId) =>
    setWorkshop(manager, cohort, id, { turns })
  const both = [one!, other!]
  expect(await set([])).toEqual({ refused: 'no-turns' })
  expect(
    await set([
      { venueId, day, groupIds: both },
      { venueId, day, groupIds: [] },
    ]),
  ).toMatchObject({
    refused: 'empty-turn',
    turn: 2,
  })
  expect(
    await set([
      { venueId, day, groupIds: both },
      { venueId, day, groupIds: [one!] },
    ]),
  ).toMatchObject({
    refused: 'group-twice',
  })
  expect(await set([{ venueId, day, groupIds: [one!] }])).toEqual({
    refused: 'groups-left',
    groupIds: [other],
  })
  expect(await set([{ venueId, day: '2027-02-01', groupIds: both }])).toMatchObject({
    refused: 'outside-cohort',
  })
  expect(await set([{ venueId: newId(), day, groupIds: both }])).toEqual({ refused: 'absent' })
  expect(await set([{ venueId, day, groupIds: [newId()] }])).toEqual({ refused: 'absent' })
  expect(await set([{ venueId, day, groupIds: both }], activities.discussions[0]!.activityId)).toEqual({
    refused: 'absent',
  })
})

test('a later change moves people to another turn, dated, and said again it changes nothing', async () => {
  const { manager, cohort, activity, venueId, east, west, eastern } = await workshopDay()
  const nextDay = moved(manager, '2026-09-10')
  const turns = [
    { venueId, day: '2026-09-26', groupIds: [west.id] },
    { venueId, day: '2026-09-27', groupIds: [east.id] },
  ]
  await setWorkshop(nextDay, cohort, activity.activityId, { turns })
  const trail = () => db.auditEntry.count({ where: { action: 'workshop.set', cohortId: cohort.id } })
  expect(await trail()).toBe(2)
  await setWorkshop(moved(manager, '2026-09-11'), cohort, activity.activityId, { turns })
  expect(await trail()).toBe(2)
  const places = await db.expectedPlace.findMany({
    where: { enrolmentId: eastern[0]!.id, activityId: activity.activityId },
    orderBy: { from: 'asc' },
    include: { workshop: true },
  })
  expect(places.map(({ workshop, from, until }) => [workshop.turn, from, until])).toEqual([
    [1, manager.at, nextDay.at],
    [2, nextDay.at, null],
  ])
})

test('who withdrew after a turn was held keeps nobody from setting the next one', async () => {
  const { manager, cohort, activity, venueId, east, west } = await workshopDay()
  const { activityId } = activity
  const first = { venueId, day: '2026-09-26', groupIds: [west.id] }
  const set = (day: string, turns: (typeof first)[]) =>
    setWorkshop(moved(manager, day), cohort, activityId, { turns })
  await set('2026-09-10', [first, { venueId, day: '2026-10-10', groupIds: [east.id] }])
  const [member] = await membersOf(west)
  const manages = moved(manager, '2026-09-28')
  await withdraw(manages, (await enrolmentToManage(manages, member!.id))!, { reason: '调离' })
  const next = await set('2026-09-29', [first, { venueId, day: '2026-10-17', groupIds: [east.id] }])
  expect(next).toHaveProperty('workshopIds')
})

test('a turn that has begun stays as it was', async () => {
  const { manager, cohort, activity, venueId, east, west } = await workshopDay()
  const groupIds = [east.id, west.id]
  const thatDay = moved(manager, '2026-09-26', '09:00')
  expect(
    await setWorkshop(thatDay, cohort, activity.activityId, {
      turns: [{ venueId, day: '2026-09-27', groupIds }],
    }),
  ).toEqual({ refused: 'held', turn: 1 })
  expect(
    await setWorkshop(thatDay, cohort, activity.activityId, {
      turns: [{ venueId, day: '2026-09-26', groupIds }],
    }),
  ).toHaveProperty('workshopIds')
})

test('who moves to a group of another turn is expected there, if its day has not come', async () => {
  const { manager, cohort, activity, venueId, east, west, eastern } = await workshopDay()
  const turns = [
    { venueId, day: '2026-09-26', groupIds: [west.id] },
    { venueId, day: '2026-09-27', groupIds: [east.id] },
  ]
  await setWorkshop(moved(manager, '2026-09-10'), cohort, activity.activityId, { turns })
  await moveMember(moved(manager, '2026-09-11'), eastern[0]!, west, { reads: 'joining' })
  const place = await db.expectedPlace.findFirst({
    where: { enrolmentId: eastern[0]!.id, activityId: activity.activityId, until: null },
    include: { workshop: true },
  })
  expect(place!.workshop.turn).toBe(1)
})

test('a venue is added once under its name, and holds at least one', async () => {
  const daming = await damingGroups([['大名镇', 16]])
  const draft = { name: '教师进修学校', address: '大名镇', capacity: 400 }
  expect(await createVenue(daming.manager, daming.cohort, draft)).toHaveProperty('venueId')
  expect(await createVenue(daming.manager, daming.cohort, draft)).toEqual({ refused: 'name-taken' })
  expect(await createVenue(daming.manager, daming.cohort, { ...draft, name: '空', capacity: 0 })).toEqual({
    refused: 'capacity',
  })
})

test('a roll is called by the group’s mentor, the instructor and the manager, and by nobody else', async () => {
  const day = await workshopDay()
  const { morning, east, west, mentor, manager, cohort, activity, eastern, stranger } = day
  const { officer, otherManager, otherOfficer, administrator } = day
  expect(await sessionToCall(mentor, morning.id, east.id)).toMatchObject({ authority: 'mentor' })
  expect(await sessionToCall(manager, morning.id, east.id)).toMatchObject({ authority: 'manager' })
  expect(await sessionToCall(mentor, morning.id, west.id)).toBeNull()
  const trainee = asThemselves(eastern[1]!, mentor.at)
  for (const actor of [trainee, stranger, officer, otherManager, otherOfficer, administrator]) {
    expect(await sessionToCall(actor, morning.id, east.id)).toBeNull()
    expect(await sessionToRun(actor, morning.id)).toBeNull()
  }
  const elsewhere = await damingGroups([['大名镇', 16]])
  expect(await sessionToCall(manager, morning.id, elsewhere.groups[0]!.id)).toBeNull()
  await db.instructorAssignment.create({
    data: {
      id: newId(),
      cohortId: cohort.id,
      activityId: activity.activityId,
      personId: stranger.person.id,
      from: stranger.at,
      recordedAt: stranger.at,
    },
  })
  expect(await sessionToCall(stranger, morning.id, west.id)).toMatchObject({ authority: 'mentor' })
  expect(await sessionToRun(stranger, morning.id)).toMatchObject({ authority: 'mentor' })
})
