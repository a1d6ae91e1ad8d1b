import { db } from '~/db.server'
import { assignMentor } from '~/domain/cohorts/mentors.server'
import { sessionToCall, sessionToRun } from '~/domain/workshops/workshops.access.server'
import { setWorkshop } from '~/domain/workshops/workshops.server'
import { asThemselves, at, damingGroups, membersOf, moved, type townships, venue } from './groups-world'

/** Two groups of one township in one turn of the first workshop, on Saturday 26 September 2026, with a mentor. */
export async function workshopDay(sizes: typeof townships = [['大名镇', 30]]) {
  const daming = await damingGroups(sizes)
  const activity = daming.activities.workshops[0]!
  const venueId = await venue(daming, '大名县实验幼儿园', 360)
  const [east, west] = daming.groups
  const groupIds = daming.groups.map(({ id }) => id)
  const set = await setWorkshop(daming.manager, daming.cohort, activity.activityId, {
    turns: [{ venueId, day: '2026-09-26', groupIds }],
  })
  if ('refused' in set) throw new Error(set.refused)
  const sessions = await db.workshopSession.findMany({
    where: { workshopId: set.workshopIds[0]! },
    orderBy: { number: 'asc' },
  })
  const eastern = await membersOf(east!)
  const western = await membersOf(west!)
  const head = western[0]!
  await assignMentor(daming.manager, east!, head.personId)
  const [morning, afternoon] = sessions
  return {
    ...daming,
    activity,
    venueId,
    east: east!,
    west: west!,
    morning: morning!,
    afternoon: afternoon!,
    eastern,
    western,
    mentor: asThemselves(head, at('2026-09-26', '09:05')),
  }
}

export type WorkshopDay = Awaited<ReturnType<typeof workshopDay>>

/** The mentor, at a time of the day of the workshop, with the roll of the eastern group. */
export async function calling(day: WorkshopDay, time = '09:05', session = day.morning) {
  const mentor = moved(day.mentor, '2026-09-26', time)
  const roll = await sessionToCall(mentor, session.id, day.east.id)
  return { mentor, roll: roll! }
}

export async function managing(day: WorkshopDay, time = '09:05', session = day.morning) {
  const manager = moved(day.manager, '2026-09-26', time)
  const roll = await sessionToCall(manager, session.id, day.east.id)
  const run = await sessionToRun(manager, session.id)
  return { manager, roll: roll!, run: run! }
}

export async function hoursOf(enrolmentId: string) {
  const entries = await db.ledgerEntry.findMany({ where: { enrolmentId }, orderBy: { recordedAt: 'asc' } })
  return entries.map(({ hours }) => Number(hours))
}
