// A report and a decision name a cut-off and count what was recorded by then, whenever it occurred.

export type Recorded = { id: string; recordedAt: Date }

export function recordedBy<E extends Recorded>(entries: readonly E[], cutOff: Date): E[] {
  return entries.filter((entry) => entry.recordedAt <= cutOff)
}

/** The entry that stood at the cut-off: the last recorded by then; ids, which grow with time, break ties. */
export function standingAt<E extends Recorded>(entries: readonly E[], cutOff: Date): E | null {
  return recordedBy(entries, cutOff).reduce<E | null>(
    (one, other) => (one && !isLater(other, one) ? one : other),
    null,
  )
}

function isLater(one: Recorded, other: Recorded): boolean {
  const apart = one.recordedAt.getTime() - other.recordedAt.getTime()
  return apart > 0 || (apart === 0 && one.id > other.id)
}
