import { expect, test } from 'vitest'
import { db } from '~/db.server'
import { newId } from '~/domain/ids.server'
import { markAttendance, takeRoll } from '~/domain/workshops/attendance.server'
import { checkIn, checkInNow, openCheckIn } from '~/domain/workshops/check-in.server'
import { answerLeave, askLeave } from '~/domain/workshops/leave.server'
import { ownWorkshops } from '~/domain/workshops/own-workshops.queries.server'
import { callsWaiting, sessionsToCall } from '~/domain/workshops/roll.queries.server'
import { ownSession } from '~/domain/workshops/workshops.access.server'
import { setWorkshop } from '~/domain/workshops/workshops.server'
import { asThemselves, at, moved } from './groups-world'
import { calling, hoursOf, managing, type WorkshopDay, workshopDay } from './workshops-world'

async function opened(day: WorkshopDay, time = '08:55') {
  const { manager, run } = await managing(day, time)
  const open = await openCheckIn(manager, run)
  if ('refused' in open) throw new Error(open.refused)
  return { ...open, manager, run }
}

test('a trainee checks in by the code on the screen, once, and gets the session’s hours', async () => {
  const day = await workshopDay()
  const { code } = await opened(day)
  expect(code).toMatch(/^[2-9A-HJ-NP-Z]{6}$/)
  const [liNa] = day.eastern
  const phone = asThemselves(liNa!, at('2026-09-26', '08:58'))
  const both = await Promise.all([
    checkIn(phone, liNa!, code.toLowerCase()),
    checkIn(phone, liNa!, ` ${code} `),
  ])
  expect(both.map((one) => 'already' in one && one.already).sort()).toEqual([false, true])
  expect(both).toMatchObject([{ mark: 'present' }, { mark: 'present' }])
  expect(await db.attendanceEntry.count({ where: { enrolmentId: liNa!.id, authority: 'self' } })).toBe(1)
  expect(await hoursOf(liNa!.id)).toEqual([3])
})

test('who checks in at 9:17 is late, and a mentor’s mark stands over it while both are kept', async () => {
  const day = await workshopDay()
  const { code } = await opened(day, '09:02')
  const [liNa] = day.eastern
  expect(await checkIn(asThemselves(liNa!, at('2026-09-26', '09:17')), liNa!, code)).toMatchObject({
    mark: 'late',
  })
  const { mentor, roll } = await calling(day, '09:20')
  await markAttendance(mentor, roll, { enrolmentId: liNa!.id, mark: 'absent' })
  const entries = await db.attendanceEntry.findMany({
    where: { enrolmentId: liNa!.id },
    orderBy: { recordedAt: 'asc' },
  })
  expect(entries.map(({ authority, mark }) => [authority, mark])).toEqual([
    ['self', 'late'],
    ['mentor', 'absent'],
  ])
  expect(await hoursOf(liNa!.id)).toEqual([3, -3])
})

test('the screen shows the same code after a reload, and a new one closes it', async () => {
  const day = await workshopDay()
  const { code, manager, run } = await opened(day)
  expect(await checkInNow(manager, run)).toMatchObject({ code })
  expect(await openCheckIn(manager, run)).toMatchObject({ code })
  const later = moved(manager, '2026-09-26', '09:01')
  const next = await openCheckIn(later, run)
  expect('code' in next && next.code).not.toBe(code)
  const [liNa] = day.eastern
  const phone = asThemselves(liNa!, at('2026-09-26', '09:02'))
  expect(await checkIn(phone, liNa!, code)).toMatchObject({ refused: 'closed', closedAt: later.at })
  const kept = await db.checkInOpening.findMany({ where: { sessionId: day.morning.id } })
  expect(kept.every(({ codeHash }) => !codeHash.includes(code))).toBe(true)
})

test('check-in opens half an hour before a session and not after it', async () => {
  const day = await workshopDay()
  const { manager, run } = await managing(day)
  expect(await openCheckIn(moved(manager, '2026-09-26', '08:29'), run)).toMatchObject({
    refused: 'too-early',
    opensFrom: at('2026-09-26', '08:30'),
  })
  expect(await openCheckIn(moved(manager, '2026-09-26', '12:00'), run)).toMatchObject({ refused: 'over' })
})

test('a wrong code, a closed one, and somebody else’s enrolment are refused', async () => {
  const day = await workshopDay()
  const { code } = await opened(day)
  const [liNa, other] = day.eastern
  const phone = asThemselves(liNa!, at('2026-09-26', '08:58'))
  expect(await checkIn(phone, liNa!, 'ABC')).toEqual({ refused: 'wrong-code' })
  expect(await checkIn(phone, other!, code)).toEqual({ refused: 'absent' })
  expect(await checkIn({ ...phone, at: at('2026-09-26', '10:00') }, liNa!, code)).toMatchObject({
    refused: 'closed',
  })
})

test('the code of another turn, and of another cohort, checks nobody in', async () => {
  const day = await workshopDay()
  const turns = [
    { venueId: day.venueId, day: '2026-09-26', groupIds: [day.west.id] },
    { venueId: day.venueId, day: '2026-09-27', groupIds: [day.east.id] },
  ]
  await setWorkshop(moved(day.manager, '2026-09-10'), day.cohort, day.activity.activityId, { turns })
  const { code } = await opened(day)
  const elsewhere = await workshopDay([['杨桥镇', 24]])
  const [liNa] = day.eastern
  const phone = asThemselves(liNa!, at('2026-09-26', '08:58'))
  expect(await checkIn(phone, liNa!, code)).toEqual({ refused: 'not-expected' })
  const [far] = elsewhere.eastern
  expect(await checkIn(asThemselves(far!, phone.at), far!, code)).toEqual({ refused: 'wrong-code' })
})

test('who waits after wrong codes is told until when in the time of their own cohort', async () => {
  const day = await workshopDay()
  const [liNa] = day.eastern
  await db.cohort.update({ where: { id: day.cohort.id }, data: { timeZone: 'Asia/Urumqi' } })
  const phone = asThemselves(liNa!, at('2026-09-26', '08:58'))
  for (let time = 0; time < 8; time++) await checkIn(phone, liNa!, `23456${time + 2}`)
  expect(await checkIn(phone, liNa!, '234567')).toMatchObject({
    refused: 'throttled',
    timeZone: 'Asia/Urumqi',
  })
})

test('after eight wrong codes one waits for ten minutes', async () => {
  const day = await workshopDay()
  const { code } = await opened(day)
  const [liNa] = day.eastern
  const phone = asThemselves(liNa!, at('2026-09-26', '08:58'))
  for (let time = 0; time < 8; time++) await checkIn(phone, liNa!, `23456${time + 2}`)
  expect(await checkIn(phone, liNa!, code)).toEqual({
    refused: 'throttled',
    until: at('2026-09-26', '09:08'),
    timeZone: 'Asia/Shanghai',
  })
  expect(await checkIn({ ...phone, at: at('2026-09-26', '09:08') }, liNa!, code)).toMatchObject({
    mark: 'present',
  })
})

test('who has withdrawn does not check in, nor is asked to', async () => {
  const day = await workshopDay()
  const { code, manager } = await opened(day)
  const [liNa] = day.eastern
  await db.withdrawal.create({
    data: {
      id: newId(),
      enrolmentId: liNa!.id,
      reason: '调离',
      byId: manager.person.id,
      occurredAt: manager.at,
      recordedAt: manager.at,
    },
  })
  const phone = asThemselves(liNa!, manager.at)
  expect(await checkIn(phone, liNa!, code)).toEqual({ refused: 'withdrawn' })
  const [workshop] = (await ownWorkshops(phone, liNa!.id))!
  expect(workshop!.sessions).toMatchObject([
    { mayCheckIn: false, mayAskLeave: false },
    { mayCheckIn: false, mayAskLeave: false },
  ])
})

test('leave is asked for before the session, granted by the mentor, and stands as excused', async () => {
  const day = await workshopDay()
  const [liNa] = day.eastern
  const phone = asThemselves(liNa!, at('2026-09-25', '20:00'))
  const own = (await ownSession(phone, liNa!.id, day.morning.id))!
  expect(await askLeave(phone, own, '  ')).toEqual({ refused: 'no-reason' })
  expect(await askLeave(phone, own, '病'.repeat(501))).toEqual({ refused: 'too-long' })
  expect(await askLeave(phone, own, '哺乳期')).toEqual({ already: false })
  expect(await askLeave(phone, own, '再说一次')).toEqual({ already: true })
  expect(await askLeave({ ...phone, at: day.morning.startsAt }, own, '迟了')).toEqual({ refused: 'started' })
  const leave = await db.leaveRequest.findFirstOrThrow({ where: { enrolmentId: liNa!.id } })
  const { mentor, roll } = await calling(day, '08:00')
  const both = await Promise.all([
    answerLeave(mentor, roll, leave.id, true),
    answerLeave(mentor, roll, leave.id, true),
  ])
  expect(both).toEqual([{ granted: true }, { granted: true }])
  expect(await answerLeave(mentor, roll, leave.id, false)).toEqual({ refused: 'answered' })
  expect(await answerLeave(mentor, roll, newId(), true)).toEqual({ refused: 'absent' })
  const entries = await db.attendanceEntry.findMany({ where: { enrolmentId: liNa!.id } })
  expect(entries).toMatchObject([{ mark: 'excused', note: '哺乳期', authority: 'mentor' }])
})

test('whoever calls the roll is told who waits for leave, and which rolls were missed', async () => {
  const day = await workshopDay()
  const [liNa] = day.eastern
  const phone = asThemselves(liNa!, at('2026-09-25', '20:00'))
  await askLeave(phone, (await ownSession(phone, liNa!.id, day.morning.id))!, '哺乳期')
  const { mentor, roll } = await calling(day, '08:00')
  expect(await callsWaiting(mentor)).toEqual({ missed: [], leaves: 1 })
  expect(await sessionsToCall(mentor)).toMatchObject([
    { sessionId: day.morning.id, leaves: 1, stage: 'today' },
    { sessionId: day.afternoon.id, leaves: 0, stage: 'today' },
  ])
  const leave = await db.leaveRequest.findFirstOrThrow({ where: { enrolmentId: liNa!.id } })
  await answerLeave(mentor, roll, leave.id, true)
  await takeRoll({ ...mentor, at: day.morning.startsAt }, roll, [], { rest: 'present' })
  const evening = { ...mentor, at: at('2026-09-26', '20:00') }
  expect(await callsWaiting(evening)).toMatchObject({
    missed: [{ sessionId: day.afternoon.id, groupId: day.east.id }],
    leaves: 0,
  })
  const sessions = await sessionsToCall(evening)
  expect(sessions.map(({ sessionId }) => sessionId)).toEqual([day.afternoon.id, day.morning.id])
  const closing = { id: newId(), cohortId: day.cohort.id, occurredAt: evening.at, recordedAt: evening.at }
  await db.cohortClosing.create({ data: closing })
  expect((await callsWaiting(evening)).missed).toEqual([])
})

test('nobody finds a session of another’s turn as their own', async () => {
  const day = await workshopDay()
  const [liNa, other] = day.eastern
  const phone = asThemselves(liNa!, at('2026-09-25', '20:00'))
  expect(await ownSession(phone, other!.id, day.morning.id)).toBeNull()
  expect(await ownSession(day.stranger, liNa!.id, day.morning.id)).toBeNull()
  expect(await ownSession(phone, liNa!.id, newId())).toBeNull()
})
