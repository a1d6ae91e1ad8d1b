export type Round = {
  ours: number
  floor: number
  /** What else is worth a look, and is held to nothing. */
  beside?: number
}

export type Case = {
  name: string
  unit: string
  /** The share of the floor that we mean to reach; null where none is set. */
  aim: number | null
  /** What stands beside the two, where something does. */
  beside?: string
  run(serverUrl: string): Promise<Round[]>
}

/** How often a second `count` things were done by `work`. */
export async function perSecond(count: number, work: () => Promise<unknown>) {
  const began = performance.now()
  await work()
  return (count * 1000) / (performance.now() - began)
}

/**
 * Measures each of the ways in turns, forwards and backwards by rounds, so that whatever else the machine does meets
 * them alike. The first round warms up and is not counted.
 */
export async function inTurns<Name extends string>(
  rounds: number,
  ways: Record<Name, () => Promise<number>>,
): Promise<Record<Name, number>[]> {
  const names = Object.keys(ways) as Name[]
  const counted: Record<Name, number>[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const seen = {} as Record<Name, number>
    for (const name of round % 2 ? names.toReversed() : names) seen[name] = await ways[name]()
    if (round > 0) counted.push(seen)
  }
  return counted
}

/** The round whose ratio is the middle one: what disturbs a round disturbs both of it, or is left out by this. */
export function middleOf(rounds: Round[]): Round {
  const sorted = rounds.toSorted((one, other) => one.ours / one.floor - other.ours / other.floor)
  return sorted[Math.floor(sorted.length / 2)]!
}
