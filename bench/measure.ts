export type Measured = {
  ours: number
  floor: number
  /** What else is worth a look, and is held to nothing. */
  beside?: { what: string; value: number }
}

export type Case = {
  name: string
  unit: string
  /** The share of the floor that we mean to reach; null where none is set. */
  aim: number | null
  run(serverUrl: string): Promise<Measured>
}

export function median(values: number[]) {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)]!
}

/** How often a second `count` things were done by `work`. */
export async function perSecond(count: number, work: () => Promise<unknown>) {
  const began = performance.now()
  await work()
  return (count * 1000) / (performance.now() - began)
}

/**
 * Measures each of several ways in turns, so that whatever else the machine does meets them alike: one round to
 * warm up, then the median of the others.
 */
export async function inTurns<Name extends string>(
  rounds: number,
  ways: Record<Name, () => Promise<number>>,
): Promise<Record<Name, number>> {
  const names = Object.keys(ways) as Name[]
  const seen = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const value = await ways[name]()
      if (round > 0) seen[name].push(value)
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(seen[name])])) as Record<Name, number>
}
