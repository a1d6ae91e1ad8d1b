// Mentor groups of a cohort: by township, none smaller or larger than the cohort says. Where a township
// cannot be cut so it is merged with another or lends to it, as group-plan.ts finds best; here people are
// chosen and groups are named.
//
// 1. Everybody is in exactly one group, and every group is within the bounds.
// 2. A township that can be cut, and that no other needs, stays by itself.
// 3. People of one unit stay together where a group's edge does not fall between them.
// 4. The same people give the same groups, in whatever order they come.

import { mixedName, pureName } from './group-names'
import { cuttable, type GroupBounds, planTransfers } from './group-plan'

export type GroupCandidate = {
  enrolmentId: string
  townshipId: string
  /** The kindergarten or school; whatever sorts its people together. */
  unit: string
}

/** `name` as people say it: 金滩镇. */
export type GroupTownship = { id: string; code: string; name: string }

export type ProposedGroup = {
  name: string
  homeId: string
  /** Home first. */
  townships: { id: string; people: number }[]
  enrolmentIds: string[]
}

type Side = {
  id: string
  name: string
  people: number
  /** Whether its people alone could be cut into groups. */
  fits: boolean
}

/** Merged: all of a township's people go, to this group among others; lent: some of them. */
export type GroupException = {
  word: 'merged' | 'lent'
  from: Side
  to: Side
  people: number
  group: string
  min: number
  max: number
}

export type GroupProposal = {
  groups: ProposedGroup[]
  exceptions: GroupException[]
  mixed: number
  moved: number
}

export type GroupRefusal =
  | { refused: 'no-people' }
  | { refused: 'bounds'; min: number; max: number }
  /** `fewer` and `more`: the nearest numbers of people that could be cut; there may be no smaller one. */
  | { refused: 'cannot-be-cut'; people: number; min: number; max: number; fewer: number | null; more: number }

type Held = { township: GroupTownship; own: GroupCandidate[]; people: number; arrivals: GroupCandidate[] }

/** Proposes groups, with each exception and its reason; refuses where no groups within the bounds exist. */
export function proposeGroups(
  candidates: GroupCandidate[],
  townships: GroupTownship[],
  bounds: GroupBounds,
): GroupProposal | GroupRefusal {
  const { min, max } = bounds
  if (!Number.isInteger(min) || !Number.isInteger(max) || min < 1 || max < min)
    return { refused: 'bounds', min, max }
  if (candidates.length === 0) return { refused: 'no-people' }
  const held = heldBy(candidates, townships)
  const transfers = planTransfers(
    held.map(({ people }) => people),
    bounds,
  )
  if (!transfers)
    return {
      refused: 'cannot-be-cut',
      people: candidates.length,
      min,
      max,
      ...nearestCuttable(candidates.length, bounds),
    }
  for (const { from, to, people } of transfers) held[to]!.arrivals.push(...lend(held[from]!, people))
  const groups = held.flatMap((township) => groupsOf(township, bounds, held))
  const sideOf = ({ township, people }: Held): Side => ({
    id: township.id,
    name: township.name,
    people,
    fits: cuttable(people, bounds),
  })
  const exceptions = transfers.map(({ from, to, people }): GroupException => {
    const home = held[to]!.township.id
    const group = groups.find(({ homeId, townships }) => homeId === home && townships.length > 1)!
    const word = held[from]!.own.length === 0 ? 'merged' : 'lent'
    return { word, from: sideOf(held[from]!), to: sideOf(held[to]!), people, group: group.name, min, max }
  })
  return {
    groups,
    exceptions,
    mixed: groups.filter((group) => group.townships.length > 1).length,
    moved: transfers.reduce((sum, { people }) => sum + people, 0),
  }
}

/**
 * The sizes of as many groups as come nearest to the middle of the bounds, even, the larger ones first; the
 * first has `first` at least. Only for numbers that can be cut so.
 */
export function groupSizes(people: number, { min, max }: GroupBounds, first = 0): number[] {
  if (people === 0) return []
  const middle = (min + max) / 2
  let count = Math.ceil(people / max)
  const away = (groups: number) => Math.abs(people / groups - middle)
  const room = (groups: number) => groups * min <= people && people - (groups - 1) * min >= first
  while (room(count + 1) && away(count + 1) < away(count)) count += 1
  const largest = Math.max(first, Math.ceil(people / count))
  return [largest, ...even(people - largest, count - 1)]
}

function even(people: number, count: number) {
  const small = Math.floor(people / count)
  return Array.from({ length: count }, (_, place) => (place < people - small * count ? small + 1 : small))
}

function heldBy(candidates: GroupCandidate[], townships: GroupTownship[]): Held[] {
  const own = new Map<string, GroupCandidate[]>()
  for (const candidate of candidates) {
    const before = own.get(candidate.townshipId)
    if (before) before.push(candidate)
    else own.set(candidate.townshipId, [candidate])
  }
  const known = new Set(townships.map(({ id }) => id))
  const unknown = [...own.keys()].filter((id) => !known.has(id))
  if (unknown.length) throw new Error(`people of ${unknown.length} townships that were not given`)
  return townships
    .filter(({ id }) => own.has(id))
    .sort((one, other) => compare(one.code, other.code) || compare(one.id, other.id))
    .map((township) => {
      const people = own
        .get(township.id)!
        .sort((one, other) => compare(one.unit, other.unit) || compare(one.enrolmentId, other.enrolmentId))
      return { township, own: people, people: people.length, arrivals: [] }
    })
}

/** Takes people out of a township: whole units where some of them make up the number, else the fewest split. */
function lend(from: Held, people: number): GroupCandidate[] {
  const units = unitsOf(from.own)
  // For each number of people the unit that reached it last: the units then are found by going back.
  const reachedBy: (number | undefined)[] = [-1]
  units.forEach((unit, place) => {
    for (let sum = people; sum >= unit.length; sum--) {
      if (reachedBy[sum] === undefined && reachedBy[sum - unit.length] !== undefined) reachedBy[sum] = place
    }
  })
  let sum = people
  while (reachedBy[sum] === undefined) sum -= 1
  const missing = people - sum
  const lent = new Set<GroupCandidate>()
  while (sum > 0) {
    const unit = units[reachedBy[sum]!]!
    for (const candidate of unit) lent.add(candidate)
    sum -= unit.length
  }
  const rest = units.filter((unit) => !lent.has(unit[0]!)).sort((one, other) => other.length - one.length)
  for (const candidate of rest.flat().slice(0, missing)) lent.add(candidate)
  from.own = from.own.filter((candidate) => !lent.has(candidate))
  return [...lent]
}

function unitsOf(people: GroupCandidate[]) {
  const units: GroupCandidate[][] = []
  for (const candidate of people) {
    const last = units.at(-1)
    if (last?.[0]?.unit === candidate.unit) last.push(candidate)
    else units.push([candidate])
  }
  return units
}

function groupsOf({ township, own, arrivals }: Held, bounds: GroupBounds, all: Held[]): ProposedGroup[] {
  const sizes = groupSizes(own.length + arrivals.length, bounds, arrivals.length && arrivals.length + 1)
  const pure = arrivals.length ? sizes.length - 1 : sizes.length
  let taken = 0
  return sizes.map((size, place) => {
    const mixed = arrivals.length > 0 && place === 0
    const ours = own.slice(taken, taken + size - (mixed ? arrivals.length : 0))
    taken += ours.length
    const members = mixed ? [...ours, ...arrivals] : ours
    const guests = all.filter(
      (other) => mixed && arrivals.some(({ townshipId }) => townshipId === other.township.id),
    )
    const number = arrivals.length ? place : place + 1
    return {
      name: mixed
        ? mixedName([township, ...guests.map((guest) => guest.township)])
        : pureName(township, number, pure),
      homeId: township.id,
      townships: [township.id, ...guests.map((guest) => guest.township.id)].map((id) => ({
        id,
        people: members.filter(({ townshipId }) => townshipId === id).length,
      })),
      enrolmentIds: members.map(({ enrolmentId }) => enrolmentId),
    }
  })
}

function nearestCuttable(people: number, bounds: GroupBounds) {
  let fewer: number | null = people
  while (fewer > 0 && !cuttable(fewer, bounds)) fewer -= 1
  let more = people
  while (!cuttable(more, bounds)) more += 1
  return { fewer: fewer || null, more }
}

function compare(one: string, other: string) {
  return one < other ? -1 : one > other ? 1 : 0
}
