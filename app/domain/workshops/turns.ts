// What stands against the turns of a workshop as a manager has arranged them.
import { refusalOfTurns, type TurnGroup } from './propose-turns'

export type ArrangedTurn = { day: string; capacity: number; groups: TurnGroup[] }

/**
 * The first thing that stands against some turns, or null: a group that is in two, a turn without one, one above its
 * venue's capacity, groups that are in none, or a day outside of the cohort. Turns are counted from 1.
 */
export function refusalOfArrangement(
  turns: ArrangedTurn[],
  all: TurnGroup[],
  cohort: { startsOn: string; endsOn: string },
) {
  if (!turns.length) return { refused: 'no-turns' as const }
  // Where a group is twice or a turn is empty does not depend on any capacity.
  const fault = refusalOfTurns(turns, Number.POSITIVE_INFINITY)
  if (fault) return fault
  for (const [place, { day, capacity, groups }] of turns.entries()) {
    const turn = place + 1
    const above = refusalOfTurns([{ groups }], capacity)
    if (above) return { ...above, turn }
    if (day < cohort.startsOn || day > cohort.endsOn)
      return { refused: 'outside-cohort' as const, turn, ...cohort }
  }
  const placed = new Set(turns.flatMap(({ groups }) => groups.map(({ id }) => id)))
  const left = all.filter(({ id }) => !placed.has(id))
  return left.length ? { refused: 'groups-left' as const, groupIds: left.map(({ id }) => id) } : null
}
