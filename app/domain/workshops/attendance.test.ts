import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type AttendanceEntry,
  type AttendedSession,
  type Authority,
  counts,
  type Mark,
  minutesPresent,
  outranks,
  standingMark,
  sumAttendance,
} from './attendance'

function entry(by: Authority, mark: Mark | null, minute: number): AttendanceEntry {
  return {
    id: `${minute}`.padStart(4, '0'),
    by,
    mark,
    minutes: null,
    recordedAt: new Date(Date.UTC(2027, 4, 20, 1, minute)),
  }
}

function attended(mark: Mark | null, minutes: number | null = null): AttendedSession {
  return { standing: mark && { mark, minutes }, plannedMinutes: 180 }
}

test('a check-in by oneself yields to the mentor’s mark, whichever came first', () => {
  expect(standingMark([entry('mentor', 'late', 5), entry('self', 'present', 10)])?.mark).toBe('late')
  expect(standingMark([entry('self', 'present', 5), entry('mentor', 'absent', 10)])?.mark).toBe('absent')
})

test('a mentor’s mark yields to the manager’s, and a mentor cannot take it back', () => {
  const entries = [entry('manager', 'excused', 5), entry('mentor', 'absent', 10), entry('mentor', null, 11)]
  expect(standingMark(entries)?.mark).toBe('excused')
  expect(outranks('mentor', 'manager')).toBe(false)
  expect(outranks('mentor', 'mentor')).toBe(true)
})

test('among equals the mark recorded later stands, and in the same instant the later entry', () => {
  expect(standingMark([entry('mentor', 'absent', 10), entry('mentor', 'late', 12)])?.mark).toBe('late')
  const twins = [entry('mentor', 'absent', 10), { ...entry('mentor', 'late', 10), id: '0011' }]
  expect(standingMark(twins)?.mark).toBe('late')
  expect(standingMark(twins.toReversed())?.mark).toBe('late')
})

test('a mark taken back leaves what the trainee checked in, or a roll not taken', () => {
  expect(
    standingMark([entry('self', 'present', 1), entry('mentor', 'absent', 2), entry('mentor', null, 3)])?.mark,
  ).toBe('present')
  expect(standingMark([entry('mentor', 'absent', 2), entry('mentor', null, 3)])).toBeNull()
  expect(standingMark([])).toBeNull()
})

test('present, late and made up count; excused and absent do not', () => {
  expect((['present', 'late', 'made-up'] as const).every((mark) => counts(mark, null, 180))).toBe(true)
  expect((['excused', 'absent'] as const).some((mark) => counts(mark, null, 180))).toBe(false)
})

test('who left early counts from two thirds of the minutes', () => {
  expect(counts('left-early', 120, 180)).toBe(true)
  expect(counts('left-early', 119, 180)).toBe(false)
  expect(counts('left-early', null, 180)).toBe(false)
})

test('the share is of planned sessions, excused ones among them', () => {
  const sessions = [...Array(6).fill(attended('present')), attended('excused'), attended('absent')]
  expect(sumAttendance(sessions)).toEqual({ planned: 8, counted: 6, notTaken: 0, share: 0.75, full: false })
})

test('a roll not taken is nobody’s absence, and no full attendance yet', () => {
  expect(sumAttendance([attended('present'), attended(null)])).toMatchObject({
    counted: 1,
    notTaken: 1,
    full: false,
  })
})

test('full attendance allows being late and making up, not leaving early', () => {
  expect(sumAttendance([attended('late'), attended('made-up')]).full).toBe(true)
  expect(sumAttendance([attended('present'), attended('left-early', 170)])).toMatchObject({
    counted: 2,
    full: false,
  })
  expect(sumAttendance([])).toMatchObject({ share: null, full: false })
})

test('minutes present are those inside the session', () => {
  const at = (hour: number, minute = 0) => new Date(Date.UTC(2027, 4, 20, hour, minute))
  const session = { start: at(1), end: at(4) }
  expect(minutesPresent(session, { start: at(0, 40), end: at(3) })).toBe(120)
  expect(minutesPresent(session, { start: at(5), end: at(6) })).toBe(0)
})

const entries = fc.array(
  fc
    .tuple(
      fc.constantFrom<Authority>('self', 'mentor', 'manager'),
      fc.constantFrom<Mark | null>('present', 'late', 'excused', 'absent', 'made-up', null),
      fc.nat(59),
    )
    .map(([by, mark, minute]) => entry(by, mark, minute)),
  { maxLength: 8 },
)

test('property: the standing mark does not depend on the order in which entries arrive', () => {
  const distinct = entries.map((list) => list.map((one, index) => ({ ...one, id: `${index}` })))
  fc.assert(
    fc.property(distinct, (list) => {
      expect(standingMark(list.toReversed())).toEqual(standingMark(list))
    }),
  )
})

test('property: what a trainee checks in never changes a mark that a mentor or manager has set', () => {
  fc.assert(
    fc.property(entries, fc.nat(59), (list, minute) => {
      const before = standingMark(list)
      if (before && before.by !== 'self') {
        expect(standingMark([...list, entry('self', 'present', minute)])).toEqual(before)
      }
    }),
  )
})
