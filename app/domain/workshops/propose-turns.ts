// The turns of a workshop: whole groups, one after another, none with more people than the venue holds.
//
// 1. Every group is in exactly one turn, every turn has a group.
// 2. No turn is above the capacity.
// 3. Where turns of neighbouring groups fit, they are the evenest such turns; else groups are placed the
//    largest first, and if that fails too every placing is tried, up to a number of steps.

export type TurnGroup = { id: string; people: number }

export type Turn = { groups: TurnGroup[]; people: number }

export type TurnsRefusal =
  | { refused: 'no-groups' }
  | { refused: 'number-of-turns'; turns: number; groups: number }
  | { refused: 'group-above-capacity'; groupId: string; people: number; capacity: number }
  | { refused: 'too-many-people'; people: number; places: number; capacity: number; turnsNeeded: number }
  /** The places are enough, but whole groups do not fill them; `turnsNeeded` is a number that was found to do. */
  | { refused: 'groups-do-not-fit'; people: number; places: number; capacity: number; turnsNeeded: number }

export type TurnsFault =
  | { refused: 'above-capacity'; turn: number; people: number; capacity: number; over: number }
  | { refused: 'empty-turn'; turn: number }
  | { refused: 'group-twice'; groupId: string; turn: number }

const mostSteps = 200_000

/** Turns for groups in the order given (of their codes), or what stands against it, with figures. */
export function proposeTurns(groups: TurnGroup[], turns: number, capacity: number): Turn[] | TurnsRefusal {
  const people = sumOf(groups)
  const places = turns * capacity
  if (groups.length === 0) return { refused: 'no-groups' }
  if (!Number.isInteger(turns) || turns < 1 || turns > groups.length) {
    return { refused: 'number-of-turns', turns, groups: groups.length }
  }
  const tooLarge = groups.find((group) => group.people > capacity)
  if (tooLarge) {
    return { refused: 'group-above-capacity', groupId: tooLarge.id, people: tooLarge.people, capacity }
  }
  const found = people > places ? null : placed(groups, turns, capacity)
  if (found) return found.map((part) => ({ groups: part, people: sumOf(part) }))
  const turnsNeeded = fewestTurns(groups, capacity)!
  return {
    refused: people > places ? 'too-many-people' : 'groups-do-not-fit',
    people,
    places,
    capacity,
    turnsNeeded,
  }
}

/** The smallest number of turns that is found to do; null where one group alone is above the capacity. */
export function fewestTurns(groups: TurnGroup[], capacity: number): number | null {
  if (groups.some((group) => group.people > capacity)) return null
  const least = Math.max(1, Math.ceil(sumOf(groups) / capacity))
  for (let turns = least; turns < groups.length; turns++) {
    if (placed(groups, turns, capacity)) return turns
  }
  return groups.length
}

/** What stands against turns that a person has arranged, or null. Turns are counted from 1. */
export function refusalOfTurns(turns: { groups: TurnGroup[] }[], capacity: number): TurnsFault | null {
  const seen = new Set<string>()
  for (const [place, { groups }] of turns.entries()) {
    const turn = place + 1
    if (groups.length === 0) return { refused: 'empty-turn', turn }
    for (const { id } of groups) {
      if (seen.has(id)) return { refused: 'group-twice', groupId: id, turn }
      seen.add(id)
    }
    const people = sumOf(groups)
    if (people > capacity)
      return { refused: 'above-capacity', turn, people, capacity, over: people - capacity }
  }
  return null
}

function placed(groups: TurnGroup[], turns: number, capacity: number) {
  return (
    neighbours(groups, turns, capacity) ??
    largestFirst(groups, turns, capacity) ??
    tried(groups, turns, capacity)
  )
}

/** Dynamic programming over where the turns end: the least sum of squares is the evenest. */
function neighbours(groups: TurnGroup[], turns: number, capacity: number): TurnGroup[][] | null {
  const count = groups.length
  let best = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY)
  best[0] = 0
  const starts: Int32Array[] = []
  for (let turn = 1; turn <= turns; turn++) {
    const next = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY)
    const start = new Int32Array(count + 1)
    for (let end = turn; end <= count; end++) {
      let people = 0
      for (let from = end - 1; from >= turn - 1; from--) {
        people += groups[from]!.people
        if (people > capacity) break
        const cost = best[from]! + people * people
        if (cost >= next[end]!) continue
        next[end] = cost
        start[end] = from
      }
    }
    starts.push(start)
    best = next
  }
  if (best[count] === Number.POSITIVE_INFINITY) return null
  const parts: TurnGroup[][] = []
  let end = count
  for (const start of starts.toReversed()) {
    parts.unshift(groups.slice(start[end], end))
    end = start[end]!
  }
  return parts
}

/** Each group to the emptiest turn, the largest first. */
function largestFirst(groups: TurnGroup[], turns: number, capacity: number): TurnGroup[][] | null {
  const parts: TurnGroup[][] = Array.from({ length: turns }, () => [])
  for (const group of byPeople(groups)) {
    const emptiest = parts.reduce((one, other) => (sumOf(other) < sumOf(one) ? other : one))
    emptiest.push(group)
    if (sumOf(emptiest) > capacity) return null
  }
  return parts
}

/** Tries every placing, turns alike in what they hold counted once; gives up after so many steps. */
function tried(groups: TurnGroup[], turns: number, capacity: number): TurnGroup[][] | null {
  const ordered = byPeople(groups)
  const parts: TurnGroup[][] = Array.from({ length: turns }, () => [])
  const loads = parts.map(() => 0)
  let steps = 0
  function place(at: number): boolean {
    const group = ordered[at]
    if (!group) return parts.every((part) => part.length > 0)
    if (++steps > mostSteps) return false
    const before = new Set<number>()
    for (const [turn, load] of loads.entries()) {
      if (load + group.people > capacity || before.has(load)) continue
      before.add(load)
      loads[turn] = load + group.people
      parts[turn]!.push(group)
      if (place(at + 1)) return true
      loads[turn] = load
      parts[turn]!.pop()
    }
    return false
  }
  return place(0) ? parts : null
}

function byPeople(groups: TurnGroup[]) {
  return groups.toSorted((one, other) => other.people - one.people)
}

function sumOf(groups: TurnGroup[]) {
  return groups.reduce((sum, { people }) => sum + people, 0)
}
