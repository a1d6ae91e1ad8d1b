import fc from 'fast-check'
import { expect, test } from 'vitest'
import { figures, type ReportRow, reportFigures, shownShare } from './figures'

function row(some: Partial<ReportRow> = {}): ReportRow {
  return {
    name: '李晓燕',
    township: '金滩镇',
    unit: '金滩镇中心幼儿园',
    maskedNumber: '0027',
    arrived: true,
    hours: 7700,
    attended: 8,
    sessions: 8,
    score: 91,
    result: 'completed',
    distinction: false,
    reason: '',
    ...some,
  }
}

test('a township’s figures are counts over its people', () => {
  const rows = [
    row({ distinction: true }),
    row({ result: 'not-completed', hours: 7000, attended: 5, reason: '学时不足' }),
    row({ result: 'withdrawn', arrived: false, hours: 0, attended: 0 }),
    row({ township: '大名镇', unit: '大名镇中心幼儿园' }),
  ]
  const { total, townships } = reportFigures(rows)
  expect(total).toMatchObject({
    enrolled: 4,
    arrived: 3,
    completed: 2,
    distinction: 1,
    withdrawn: 1,
    rate: 2 / 3,
  })
  expect(townships[0]).toEqual({
    township: '金滩镇',
    enrolled: 3,
    arrived: 2,
    completed: 1,
    distinction: 1,
    withdrawn: 1,
    rate: 0.5,
    meanHours: 7350,
    attendanceRate: 13 / 16,
  })
})

test('units of the same name in two townships are two', () => {
  expect(
    reportFigures([row({ unit: '中心幼儿园' }), row({ unit: '中心幼儿园', township: '大名镇' })]).units,
  ).toHaveLength(2)
})

test('where nobody has arrived there is no rate, rather than nought', () => {
  expect(figures([row({ arrived: false, result: 'undecided' })])).toMatchObject({
    rate: null,
    meanHours: null,
    attendanceRate: null,
  })
})

test('a share is shown with one decimal, and a hundred only where it is all', () => {
  expect([287 / 318, 1, 0, 0.9999, 0.0001, 2 / 3].map(shownShare)).toEqual([
    '90.3%',
    '100.0%',
    '0.0%',
    '99.9%',
    '0.1%',
    '66.7%',
  ])
})

const rows = fc.array(
  fc
    .record({
      township: fc.constantFrom('金滩镇', '大名镇', '束馆镇'),
      unit: fc.constantFrom('中心幼儿园', '第二幼儿园'),
      arrived: fc.boolean(),
      hours: fc.integer({ min: 0, max: 8300 }),
      attended: fc.nat(8),
      result: fc.constantFrom<ReportRow['result']>('completed', 'not-completed', 'undecided', 'withdrawn'),
      distinction: fc.boolean(),
    })
    .map((one) => row({ ...one, arrived: one.arrived || one.result === 'completed' })),
)
const counted = ['enrolled', 'arrived', 'completed', 'distinction', 'withdrawn'] as const

test('property: each count of the whole is the sum over townships, and over units', () => {
  fc.assert(
    fc.property(rows, (list) => {
      const { total, townships, units } = reportFigures(list)
      for (const figure of counted) {
        expect(townships.reduce((sum, one) => sum + one[figure], 0)).toBe(total[figure])
        expect(units.reduce((sum, one) => sum + one[figure], 0)).toBe(total[figure])
      }
    }),
  )
})

test('property: each figure equals a count over its list, whatever the list’s order', () => {
  fc.assert(
    fc.property(rows, (list) => {
      for (const one of reportFigures(list).units) {
        const people = list.filter((person) => person.township === one.township && person.unit === one.unit)
        expect(one).toEqual({ township: one.township, unit: one.unit, ...figures(people.toReversed()) })
        expect(one.enrolled).toBe(people.length)
        expect(one.completed).toBe(people.filter((person) => person.result === 'completed').length)
        expect(one.completed).toBeLessThanOrEqual(one.arrived)
        expect(one.distinction).toBeLessThanOrEqual(one.completed)
      }
    }),
  )
})
