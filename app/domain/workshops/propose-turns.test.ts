import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fewestTurns, proposeTurns, refusalOfTurns, type Turn } from './propose-turns'

/** Daming’s groups, as they are proposed, in the order of codes. */
const damingGroups = [16, 14, 17, 18, 17, 12, 13, 16, 18, 15, 14, 17, 12, 18, 15, 16, 13, 13, 17, 14, 17].map(
  (people, place) => ({ id: `g${place}`, people }),
)

test('Daming’s four workshops are held in one, two, three and one turns', () => {
  const venues = [360, 200, 150, 400]
  expect(venues.map((capacity) => fewestTurns(damingGroups, capacity))).toEqual([1, 2, 3, 1])
  const turns = venues.map((capacity) =>
    found(proposeTurns(damingGroups, fewestTurns(damingGroups, capacity)!, capacity)),
  )
  expect(turns.map((parts) => parts.map(({ people }) => people))).toEqual([
    [322],
    [156, 166],
    expect.anything(),
    [322],
  ])
  expect(turns[2]!.every(({ people }) => people >= 100 && people <= 115)).toBe(true)
  for (const [place, parts] of turns.entries()) expect(refusalOfTurns(parts, venues[place]!)).toBeNull()
})

test('two turns in a venue for 150 are refused with the figures and what would do', () => {
  expect(proposeTurns(damingGroups, 2, 150)).toEqual({
    refused: 'too-many-people',
    people: 322,
    places: 300,
    capacity: 150,
    turnsNeeded: 3,
  })
})

test('places enough are not enough where whole groups do not fill them', () => {
  const groups = ['a', 'b', 'c'].map((id) => ({ id, people: 6 }))
  expect(proposeTurns(groups, 2, 10)).toMatchObject({
    refused: 'groups-do-not-fit',
    places: 20,
    turnsNeeded: 3,
  })
  expect(proposeTurns(groups, 1, 5)).toMatchObject({
    refused: 'group-above-capacity',
    groupId: 'a',
    people: 6,
  })
  expect(proposeTurns(groups, 4, 10)).toEqual({ refused: 'number-of-turns', turns: 4, groups: 3 })
  expect(proposeTurns([], 1, 10)).toEqual({ refused: 'no-groups' })
})

test('groups that fit only out of their order are still placed', () => {
  const groups = [5, 3, 5, 3, 4, 4].map((people, place) => ({ id: String(place), people }))
  const turns = found(proposeTurns(groups, 2, 12))
  expect(turns.map(({ people }) => people)).toEqual([12, 12])
  expect(refusalOfTurns(turns, 12)).toBeNull()
})

test('turns that a person arranged are refused above the capacity, empty, or with a group twice', () => {
  const [one, two] = damingGroups as [{ id: string; people: number }, { id: string; people: number }]
  expect(refusalOfTurns([{ groups: [one, two] }], 29)).toEqual({
    refused: 'above-capacity',
    turn: 1,
    people: 30,
    capacity: 29,
    over: 1,
  })
  expect(refusalOfTurns([{ groups: [one] }, { groups: [] }], 29)).toEqual({ refused: 'empty-turn', turn: 2 })
  expect(refusalOfTurns([{ groups: [one] }, { groups: [one] }], 29)).toEqual({
    refused: 'group-twice',
    groupId: 'g0',
    turn: 2,
  })
})

test('property: turns hold every group once and never too many, and a refusal for want of places is true', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 18 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(
      sizes,
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 5, max: 80 }),
      (sizes, turns, capacity) => {
        const groups = sizes.map((people, place) => ({ id: String(place), people }))
        const answer = proposeTurns(groups, turns, capacity)
        if ('refused' in answer) {
          if (answer.refused === 'too-many-people') expect(answer.people).toBeGreaterThan(turns * capacity)
          if ('turnsNeeded' in answer)
            expect(found(proposeTurns(groups, answer.turnsNeeded, capacity))).toBeTruthy()
          return
        }
        expect(answer).toHaveLength(turns)
        expect(refusalOfTurns(answer, capacity)).toBeNull()
        expect(answer.flatMap((turn) => turn.groups.map(({ id }) => id)).toSorted()).toEqual(
          groups.map(({ id }) => id).toSorted(),
        )
      },
    ),
  )
})

function found(answer: ReturnType<typeof proposeTurns>): Turn[] {
  if ('refused' in answer) throw new Error(answer.refused)
  return answer
}
