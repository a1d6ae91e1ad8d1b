import { expect, test } from 'vitest'
import { callingStage, inOrderOfCalling } from './calling'

const noon = new Date('2026-09-26T12:00:00+08:00')

function session(day: string, from: string, until: string, more: { called?: true; closed?: true } = {}) {
  const startsAt = new Date(`${day}T${from}:00+08:00`)
  const endsAt = new Date(`${day}T${until}:00+08:00`)
  return { startsAt, endsAt, timeZone: 'Asia/Shanghai', called: false, closed: false, ...more }
}

const missed = session('2026-09-25', '09:00', '11:30')
const missedLong = session('2026-09-19', '09:00', '11:30')
const now = session('2026-09-26', '11:00', '13:00')
const evening = session('2026-09-26', '18:00', '20:00')
const tomorrow = session('2026-09-27', '09:00', '11:30')
const nextWeek = session('2026-10-03', '09:00', '11:30')
const calledBefore = session('2026-09-12', '09:00', '11:30', { called: true })
const calledToday = session('2026-09-26', '09:00', '11:30', { called: true })
const closed = session('2026-06-20', '09:00', '11:30', { closed: true })

test('missed rolls come first, then today’s, then those to come by day; what is called comes last, the latest first', () => {
  const mixed = [calledBefore, nextWeek, evening, missed, closed, tomorrow, calledToday, now, missedLong]
  expect(inOrderOfCalling(mixed, noon).map(({ stage, ...one }) => one)).toEqual([
    missedLong,
    missed,
    now,
    evening,
    tomorrow,
    nextWeek,
    calledToday,
    calledBefore,
    closed,
  ])
})

test('a roll is missed from the end of its session, unless it was called or nothing is taken any more', () => {
  expect(callingStage(now, new Date(now.endsAt.getTime() - 1))).toBe('today')
  expect(callingStage(now, now.endsAt)).toBe('missed')
  expect(callingStage(calledToday, noon)).toBe('past')
  expect(callingStage(closed, noon)).toBe('past')
  expect(callingStage(tomorrow, noon)).toBe('to-come')
})
