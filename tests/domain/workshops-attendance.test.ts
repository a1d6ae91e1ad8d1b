import { expect, test } from 'vitest'
import { db } from '~/db.server'
import { moveMember } from '~/domain/cohorts/group-moves.server'
import { newId } from '~/domain/ids.server'
import { studyToGuide } from '~/domain/mentoring/guided.access.server'
import { guidedGroups } from '~/domain/mentoring/overview.queries.server'
import { storyOf } from '~/domain/mentoring/story.queries.server'
import { standingMark } from '~/domain/workshops/attendance'
import { markAttendance, takeRoll, undoMark, undoMarks } from '~/domain/workshops/attendance.server'
import { entriesFor } from '~/domain/workshops/entries.server'
import { sweepWorkshops } from '~/domain/workshops/outcomes.server'
import { rollSheet } from '~/domain/workshops/roll-sheet.server'
import { sessionToCall } from '~/domain/workshops/workshops.access.server'
import { textOf } from '../templates/reading'
import { moved } from './groups-world'
import { calling, hoursOf, managing, type WorkshopDay, workshopDay } from './workshops-world'

async function standingOf(day: WorkshopDay, enrolmentId: string) {
  const session = { activityId: day.activity.activityId, number: 1 }
  return standingMark((await entriesFor(db, session, [enrolmentId])).get(enrolmentId)!)?.mark ?? null
}

test('a mentor calls the roll in one batch: each mark is an entry, and those present get the session’s hours', async () => {
  const day = await workshopDay()
  const { mentor, roll } = await calling(day)
  const [one, two, three] = day.eastern
  const marks = [
    { enrolmentId: one!.id, mark: 'late' as const },
    { enrolmentId: two!.id, mark: 'absent' as const },
  ]
  const taken = await takeRoll(mentor, roll, marks, { rest: 'present' })
  expect(taken).toMatchObject({ complete: true, overruled: [], entryIds: { length: day.eastern.length } })
  expect(await hoursOf(one!.id)).toEqual([3])
  expect(await hoursOf(two!.id)).toEqual([])
  expect(await hoursOf(three!.id)).toEqual([3])
  expect(await db.rollCall.count({ where: { sessionId: day.morning.id } })).toBe(1)
  expect(await db.attendanceEntry.count({ where: { sessionId: day.morning.id, groupId: day.east.id } })).toBe(
    day.eastern.length,
  )
  expect(await db.arrival.count({ where: { enrolmentId: one!.id, via: 'workshop' } })).toBe(1)
})

test('two submits of one roll leave one entry for each person', async () => {
  const day = await workshopDay()
  const { mentor, roll } = await calling(day)
  const both = await Promise.all([
    takeRoll(mentor, roll, [], { rest: 'present' }),
    takeRoll(mentor, roll, [], { rest: 'present' }),
  ])
  expect(
    both.map((one) => 'entryIds' in one && one.entryIds.length).sort((a, b) => Number(a) - Number(b)),
  ).toEqual([0, day.eastern.length])
  expect(await db.attendanceEntry.count({ where: { sessionId: day.morning.id } })).toBe(day.eastern.length)
  expect(await hoursOf(day.eastern[0]!.id)).toEqual([3])
})

test('a roll of which some have no mark yet is not called, and nobody is absent by it', async () => {
  const day = await workshopDay()
  const { mentor, roll } = await calling(day)
  const [one, two] = day.eastern
  expect(await markAttendance(mentor, roll, { enrolmentId: one!.id, mark: 'present' })).toMatchObject({
    complete: false,
  })
  expect(await db.rollCall.count({ where: { sessionId: day.morning.id } })).toBe(0)
  expect(await standingOf(day, two!.id)).toBeNull()
})

test('a changed mark takes the hours back by an entry, and undoing it brings them again', async () => {
  const day = await workshopDay()
  const { mentor, roll } = await calling(day)
  const enrolmentId = day.eastern[0]!.id
  await markAttendance(mentor, roll, { enrolmentId, mark: 'present' })
  const changed = await markAttendance(moved(mentor, '2026-09-26', '09:10'), roll, {
    enrolmentId,
    mark: 'absent',
  })
  expect(await hoursOf(enrolmentId)).toEqual([3, -3])
  if ('refused' in changed) throw new Error(changed.refused)
  const later = moved(mentor, '2026-09-26', '09:11')
  expect(await undoMark(later, roll, changed.entryIds[0]!)).toEqual({ undone: 1 })
  expect(await undoMark(later, roll, changed.entryIds[0]!)).toEqual({ undone: 0 })
  expect(await standingOf(day, enrolmentId)).toBe('present')
  expect(await hoursOf(enrolmentId)).toEqual([3, -3, 3])
})

test('the first mark undone leaves nothing, and a whole batch is undone at once', async () => {
  const day = await workshopDay()
  const { mentor, roll } = await calling(day)
  const taken = await takeRoll(mentor, roll, [], { rest: 'present' })
  if ('refused' in taken) throw new Error(taken.refused)
  const undone = await undoMarks(moved(mentor, '2026-09-26', '09:06'), roll, taken.entryIds)
  expect(undone).toEqual({ undone: day.eastern.length })
  expect(await standingOf(day, day.eastern[0]!.id)).toBeNull()
})

test('a mentor’s mark yields to the manager’s, and the mentor learns so', async () => {
  const day = await workshopDay()
  const enrolmentId = day.eastern[0]!.id
  const { manager, roll: sheet } = await managing(day)
  const { mentor, roll } = await calling(day, '09:10')
  await takeRoll(manager, sheet, [{ enrolmentId, mark: 'excused' }], { via: 'sheet' })
  expect(await markAttendance(mentor, roll, { enrolmentId, mark: 'present' })).toMatchObject({
    overruled: [enrolmentId],
  })
  expect(await standingOf(day, enrolmentId)).toBe('excused')
  expect(await hoursOf(enrolmentId)).toEqual([])
  const entry = await db.attendanceEntry.findFirstOrThrow({ where: { enrolmentId, authority: 'manager' } })
  expect(await undoMark(mentor, roll, entry.id)).toEqual({ refused: 'absent' })
})

test('left early needs its minutes, and counts from two thirds of them', async () => {
  const day = await workshopDay()
  const { mentor, roll } = await calling(day, '11:30')
  const [one, two] = day.eastern
  expect(await markAttendance(mentor, roll, { enrolmentId: one!.id, mark: 'left-early' })).toEqual({
    refused: 'minutes',
  })
  await markAttendance(mentor, roll, { enrolmentId: one!.id, mark: 'left-early', minutes: 120 })
  await markAttendance(mentor, roll, { enrolmentId: two!.id, mark: 'left-early', minutes: 119 })
  expect([await hoursOf(one!.id), await hoursOf(two!.id)]).toEqual([[3], []])
})

test('no roll is called before the day, after the cohort’s end, or for people of another group', async () => {
  const day = await workshopDay()
  const { mentor, roll } = await calling(day)
  const mark = { enrolmentId: day.eastern[0]!.id, mark: 'present' as const }
  expect(await takeRoll(moved(mentor, '2026-09-25', '23:59'), roll, [mark])).toMatchObject({
    refused: 'too-early',
  })
  const strange = { enrolmentId: day.western[0]!.id, mark: 'present' as const }
  expect(await takeRoll(mentor, roll, [strange])).toEqual({
    refused: 'not-expected',
    enrolmentIds: [strange.enrolmentId],
  })
  const end = moved(mentor, '2027-01-10')
  await db.cohortClosing.create({
    data: { id: newId(), cohortId: day.cohort.id, occurredAt: end.at, recordedAt: end.at },
  })
  const closed = await sessionToCall(day.manager, day.morning.id, day.east.id)
  expect(await takeRoll(end, closed!, [mark])).toEqual({ refused: 'closed' })
  expect(await undoMark(end, closed!, newId())).toEqual({ refused: 'closed' })
})

test('an attendance belongs to the group at the planned start, whoever moves afterwards', async () => {
  const day = await workshopDay()
  const { eastern, east, west, manager, morning } = day
  await moveMember(moved(manager, '2026-09-26', '13:00'), eastern[0]!, west, { reads: 'joining' })
  const { mentor, roll } = await calling(day, '18:00')
  expect(await markAttendance(mentor, roll, { enrolmentId: eastern[0]!.id, mark: 'present' })).toMatchObject({
    overruled: [],
  })
  const entry = await db.attendanceEntry.findFirst({
    where: { enrolmentId: eastern[0]!.id, sessionId: morning.id },
  })
  expect(entry!.groupId).toBe(east.id)
})

test('when the day is over the workshop is handed in, whoever came, and confirmed for who was in each session', async () => {
  const day = await workshopDay()
  const { activityId } = day.activity
  const [here, away] = day.eastern
  for (const session of [day.morning, day.afternoon]) {
    const { mentor, roll } = await calling(day, '14:05', session)
    await takeRoll(mentor, roll, [{ enrolmentId: away!.id, mark: 'absent' }], { rest: 'present' })
  }
  const outcomes = (enrolmentId: string) => db.outcome.findFirst({ where: { enrolmentId, activityId } })
  expect(await outcomes(here!.id)).toBeNull()
  const night = { person: null, at: moved(day.manager, '2026-09-27', '00:00').at, through: 'job' as const }
  expect(await sweepWorkshops(night)).toBeGreaterThanOrEqual(30)
  expect(await outcomes(here!.id)).toMatchObject({ handedInAt: night.at, confirmedAt: night.at })
  expect(await outcomes(away!.id)).toMatchObject({ handedInAt: night.at, confirmedAt: null })
  expect(await hoursOf(here!.id)).toEqual([3, 3])
  expect(await sweepWorkshops(night)).toBe(0)

  const monday = moved(day.manager, '2026-09-28')
  for (const session of [day.morning, day.afternoon]) {
    const roll = (await sessionToCall(monday, session.id, day.east.id))!
    await takeRoll(monday, roll, [{ enrolmentId: away!.id, mark: 'made-up' }], { via: 'sheet' })
  }
  expect(await outcomes(away!.id)).toMatchObject({ handedInAt: night.at, confirmedAt: monday.at })
  expect(await hoursOf(away!.id)).toEqual([3, 3])
})

test('a roll on paper names the group, its mentor and everybody who is expected there, and nobody else', async () => {
  const day = await workshopDay()
  const { roll } = await calling(day)
  const text = await textOf(await rollSheet(roll, 'zh-CN'))
  const people = await db.enrolment.findMany({
    where: { cohortId: roll.cohort.id },
    select: { id: true, person: { select: { name: true } } },
  })
  const eastern = new Set(day.eastern.map(({ id }) => id))
  const guide = day.western[0]!
  expect(text).toContain(roll.group.name)
  for (const { id, person } of people) {
    if (id === guide.id) {
      expect(text).toContain(person.name)
      continue
    }
    const stands = new RegExp(`${person.name}(?!\\d)`).test(text)
    expect([person.name, stands]).toEqual([person.name, eastern.has(id)])
  }
})

test('once the day is over a mentor reads of each whether a roll or a session is missing, and of no work that waits', async () => {
  const day = await workshopDay()
  const [here, away] = day.eastern
  const { mentor, roll } = await calling(day)
  await takeRoll(mentor, roll, [{ enrolmentId: away!.id, mark: 'absent' }], { rest: 'present' })
  const next = moved(day.mentor, '2026-09-27')
  await sweepWorkshops({ person: null, at: next.at, through: 'job' })
  const stateOf = async (enrolmentId: string) => {
    const { modules } = await storyOf(next, (await studyToGuide(next, enrolmentId))!)
    const activities = modules.flatMap((module) => module.activities)
    return activities.find((one) => one.id === day.activity.activityId)!.state
  }
  expect(await stateOf(here!.id)).toBe('roll')
  expect(await stateOf(away!.id)).toBe('missed')
  const [group] = await guidedGroups(next)
  expect(group!.people.map(({ waiting }) => waiting)).toEqual(day.eastern.map(() => 0))
})
