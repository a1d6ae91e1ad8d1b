import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnOf, kindOfRow, layoutOf, textOf } from '../enrolment/roster-columns'
import { readRosterFile } from '../enrolment/roster-file.server'
import { fewestTurns } from '../workshops/propose-turns'
import { chineseNumber } from './group-names'
import { cuttable, planTransfers } from './group-plan'
import { groupWords } from './group-words'
import {
  type GroupCandidate,
  type GroupProposal,
  type GroupTownship,
  groupSizes,
  proposeGroups,
} from './propose-groups'

const daming = { min: 12, max: 18 }

test('Daming’s 322 people in 20 townships are cut with two mixed groups and five people moved', async () => {
  const { candidates, townships } = await damingPeople()
  const proposal = found(proposeGroups(candidates, townships, daming))
  expect(proposal).toMatchObject({ mixed: 2, moved: 5 })
  expect(proposal.exceptions).toEqual([
    {
      word: 'lent',
      from: { id: '130425103', name: '龙王庙镇', people: 20, fits: false },
      to: { id: '130425105', name: '金滩镇', people: 10, fits: false },
      people: 2,
      group: '金滩镇·龙王庙镇组',
      ...daming,
    },
    {
      word: 'lent',
      from: { id: '130425113', name: '孙甘店镇', people: 21, fits: false },
      to: { id: '130425118', name: '红庙镇', people: 11, fits: false },
      people: 3,
      group: '红庙镇·孙甘店镇组',
      ...daming,
    },
  ])
  expect(proposal.exceptions.map(groupWords['zh-CN'].exception)[0]).toBe(
    '龙王庙镇有 20 人，分不成 12—18 人的组；金滩镇有 10 人，分不成 12—18 人的组；从龙王庙镇借 2 人给金滩镇，编为金滩镇·龙王庙镇组。',
  )
  expect(proposal.groups).toHaveLength(21)
  const turns = [360, 200, 150, 400].map((capacity) =>
    fewestTurns(
      proposal.groups.map(({ name, enrolmentIds }) => ({ id: name, people: enrolmentIds.length })),
      capacity,
    ),
  )
  expect(turns).toEqual([1, 2, 3, 1])
  expect(proposal.groups.map(({ name }) => name)).toContain('北峰镇二组')
  expect(proposal.groups.map(({ name }) => name)).toContain('大名镇组')
  expect(whole(proposal, candidates, daming)).toBe(true)
})

test('a township of ten is merged where none can lend', () => {
  const proposal = found(proposeGroups(...people([10, 5]), daming))
  expect(proposal.exceptions).toMatchObject([
    { word: 'merged', people: 5, from: { people: 5 }, to: { people: 10 } },
  ])
  expect(proposal.groups.map(({ name }) => name)).toEqual(['甲镇·乙镇组'])
})

test('8,260 people of 13 districts make whole groups without anybody moved, at once', () => {
  const sizes = [980, 860, 900, 520, 410, 850, 560, 330, 1020, 430, 260, 640, 500]
  const [candidates, townships] = people(sizes)
  const before = process.cpuUsage()
  const proposal = found(proposeGroups(candidates, townships, daming))
  expect(process.cpuUsage(before).user).toBeLessThan(1_000_000)
  expect(proposal).toMatchObject({ mixed: 0, moved: 0, exceptions: [] })
  expect(whole(proposal, candidates, daming)).toBe(true)
})

test('people of one kindergarten are lent together where they make up the number', () => {
  const [candidates, townships] = people([10, 20])
  const units = ['a', 'a', 'a', 'b', 'b', ...Array.from({ length: 15 }, () => 'c')]
  let next = 0
  for (const candidate of candidates) if (candidate.townshipId === '1') candidate.unit = units[next++]!
  const proposal = found(proposeGroups(candidates, townships, daming))
  const mixed = proposal.groups.find((group) => group.townships.length > 1)!
  const lent = candidates.filter(
    (one) => one.townshipId === '1' && mixed.enrolmentIds.includes(one.enrolmentId),
  )
  expect(lent.map(({ unit }) => unit)).toEqual(['b', 'b'])
})

test('who cannot be cut is refused with the nearest numbers that can', () => {
  expect(proposeGroups(...people([12, 8]), daming)).toEqual({
    refused: 'cannot-be-cut',
    people: 20,
    ...daming,
    fewer: 18,
    more: 24,
  })
  expect(proposeGroups(...people([5]), daming)).toMatchObject({ fewer: null, more: 12 })
  expect(proposeGroups([], [], daming)).toEqual({ refused: 'no-people' })
  expect(proposeGroups(...people([20]), { min: 9, max: 8 })).toMatchObject({ refused: 'bounds' })
})

test('sizes come near the middle of the bounds', () => {
  expect(groupSizes(26, daming)).toEqual([13, 13])
  expect(groupSizes(36, daming)).toEqual([18, 18])
  expect(groupSizes(54, daming)).toEqual([14, 14, 13, 13])
  expect([1, 10, 12, 20, 21, 100, 105, 110, 345].map(chineseNumber)).toEqual(
    '一 十 十二 二十 二十一 一百 一百零五 一百一十 三百四十五'.split(' '),
  )
})

const bounds = fc
  .tuple(fc.integer({ min: 1, max: 13 }), fc.integer({ min: 0, max: 8 }))
  .map(([min, more]) => ({
    min,
    max: min + more,
  }))

test('property: everybody is in one group within the bounds, or nobody can be and it says so', {
  timeout: 30_000,
}, () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 25 })
  fc.assert(
    fc.property(sizes, bounds, fc.infiniteStream(fc.nat()), (sizes, bounds, order) => {
      const [candidates, townships] = people(sizes)
      const answer = proposeGroups(candidates, townships, bounds)
      const total = candidates.length
      if ('refused' in answer) {
        expect(cuttable(total, bounds)).toBe(false)
        return
      }
      expect(whole(answer, candidates, bounds)).toBe(true)
      const groupsOf = (id: string) =>
        answer.groups.filter((group) => group.townships.some((one) => one.id === id))
      for (const [place, size] of sizes.entries()) {
        const touched = answer.exceptions.some(({ from, to }) => [from.id, to.id].includes(String(place)))
        if (!touched)
          expect(groupsOf(String(place)).every((group) => group.townships.length === 1)).toBe(true)
        if (!touched) expect(cuttable(size, bounds)).toBe(true)
      }
      const shuffled = candidates
        .map((candidate) => ({ candidate, key: order.next().value }))
        .sort((one, other) => one.key - other.key)
        .map(({ candidate }) => candidate)
      expect(proposeGroups(shuffled, townships.toReversed(), bounds)).toEqual(answer)
    }),
  )
})

test('property: no way of cutting has fewer mixed groups, nor with as many moves fewer people', {
  timeout: 30_000,
}, () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 })
  const small = fc
    .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 0, max: 2 }))
    .map(([min, more]) => ({
      min,
      max: min + more,
    }))
  fc.assert(
    fc.property(sizes, small, (sizes, bounds) => {
      const transfers = planTransfers(sizes, bounds)
      const best = bestByTrying(sizes, bounds)
      if (!transfers) {
        expect(best).toBeNull()
        return
      }
      const mixed = new Set(transfers.map(({ to }) => to)).size
      const moved = transfers.reduce((sum, { people }) => sum + people, 0)
      expect([mixed, moved]).toEqual(best)
    }),
    { numRuns: 400 },
  )
})

/** Mixed groups and people moved of the best of all ways, by trying every group that can be made next. */
function bestByTrying(sizes: number[], { min, max }: { min: number; max: number }): [number, number] | null {
  const memo = new Map<string, [number, number] | null>()
  function best(left: number[]): [number, number] | null {
    if (left.every((size) => size === 0)) return [0, 0]
    const key = left.join()
    if (memo.has(key)) return memo.get(key)!
    let answer: [number, number] | null = null
    for (const group of groupsFrom(left)) {
      const size = group.reduce((sum, part) => sum + part, 0)
      if (size < min || size > max) continue
      const rest = best(left.map((people, place) => people - group[place]!))
      if (!rest) continue
      const mixed = rest[0] + (group.filter(Boolean).length > 1 ? 1 : 0)
      const moved = rest[1] + size - Math.max(...group)
      if (!answer || mixed < answer[0] || (mixed === answer[0] && moved < answer[1])) answer = [mixed, moved]
    }
    memo.set(key, answer)
    return answer
  }
  return best(sizes)
}

function groupsFrom(left: number[]): number[][] {
  const [first, ...others] = left
  if (first === undefined) return [[]]
  const rest = groupsFrom(others)
  return Array.from({ length: first + 1 }, (_, people) => rest.map((group) => [people, ...group])).flat()
}

function whole(
  proposal: GroupProposal,
  candidates: GroupCandidate[],
  { min, max }: { min: number; max: number },
) {
  const placed = proposal.groups.flatMap(({ enrolmentIds }) => enrolmentIds)
  expect(placed.toSorted()).toEqual(candidates.map(({ enrolmentId }) => enrolmentId).toSorted())
  expect(new Set(proposal.groups.map(({ name }) => name)).size).toBe(proposal.groups.length)
  return proposal.groups.every(({ enrolmentIds, townships }) => {
    const largest = Math.max(...townships.map(({ people }) => people))
    const within = enrolmentIds.length >= min && enrolmentIds.length <= max
    return within && townships[0]!.people > 0 && enrolmentIds.length - largest <= proposal.moved
  })
}

function people(sizes: number[]): [GroupCandidate[], GroupTownship[]] {
  const names = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地人'
  const townships = sizes.map((_, place) => ({
    id: String(place),
    code: String(1000 + place),
    name: `${names[place]}镇`,
  }))
  const candidates = sizes.flatMap((size, place) =>
    Array.from({ length: size }, (_, number) => ({
      enrolmentId: `${place}-${String(number).padStart(5, '0')}`,
      townshipId: String(place),
      unit: `${place}-${Math.floor(number / 3)}`,
    })),
  )
  return [candidates, townships]
}

async function damingPeople() {
  const fixture = (name: string) => readFile(new URL(`../../../tests/fixtures/${name}`, import.meta.url))
  const file = await readRosterFile(await fixture('daming-roster.xlsx'))
  if ('refused' in file) throw new Error(file.refused)
  const sheet = file.sheets[0]!
  const layout = layoutOf(sheet)
  if ('refused' in layout) throw new Error(layout.refused)
  const townships = (await fixture('organisations.csv'))
    .toString('utf8')
    .split(/\r?\n/)
    .map((line) => line.split(','))
    .filter((fields) => fields[2] === 'township')
    .map(([code, name]) => ({ id: code!, code: code!, name: name!.replace('中心校', '') }))
  const candidates = sheet.cells
    .slice(layout.headerRow!)
    .filter((cells) => kindOfRow(cells, layout) === 'person')
    .map((cells) => {
      const at = (meaning: Parameters<typeof columnOf>[1]) => textOf(cells[columnOf(layout, meaning)!])
      const township = townships.find(({ name }) => name === at('township'))!
      return { enrolmentId: at('identity-number'), townshipId: township.id, unit: at('unit') }
    })
  return { candidates, townships }
}

function found(answer: ReturnType<typeof proposeGroups>): GroupProposal {
  if ('refused' in answer) throw new Error(answer.refused)
  return answer
}
