// How many people go from which township to which, so that all can be cut into groups of min to max.
//
// Terms
//   township   people who belong together, in the order of their codes
//   cuttable   n people that can be cut into groups of min to max: some k with k·min ≤ n ≤ k·max; nought is
//   mixed      a group with people of two townships or more; its home is the township with most in it
//   moved      who is in a mixed group away from home
//   distance   for each moved person, how many places apart the two townships are in the order of codes
//
// Invariants
// 1. After the transfers every township is cuttable, counting those it receives and not those it lends.
// 2. A township lends or receives or does neither, never both.
// 3. A township that receives has one mixed group, which all who come to it share with some of its own.
// 4. No other plan has fewer mixed groups; none with as many moves fewer people; none with as many and as few
//    has a smaller distance. The same numbers give the same plan.
//
// Why it is exact. Give every mixed group to its home. A township that both receives and lends can pass on
// what it would receive: fewer are moved, and no group more is mixed. One whose arrivals sit in two mixed
// groups or more could fill one of these with arrivals alone, whose home is then among them: as many groups
// are mixed, and fewer people moved. So only those plans need be looked at in which arrivals have one group
// at the place they come to, and someone of that place with them; the mixed groups are then as many as the
// townships that receive, and a plan is one number for each township: what it gives or takes, their sum
// nought. Those numbers are found by dynamic programming over the townships with the running balance (lent
// and not yet received) as state. On a line the cheapest transport carries each balance across each gap once,
// so that the distance is the sum of the balances' sizes, and is minimised in the same pass.
//
// Bound. A balance is never larger than the number moved, which by 3 is at most r·(max − 1) for r mixed groups. So a
// window of balances in which a plan with r mixed groups was found is wide enough if it reaches r·(max − 1);
// else the plan is sought once more in that window. Work: townships × window × options (at most max to take,
// the window to give). Twenty townships take a millisecond; where all are cuttable the window is nought.

export type GroupBounds = { min: number; max: number }

/** Indexes into the sizes. */
export type Transfer = { from: number; to: number; people: number }

/** Whether n people can be cut into groups within the bounds. */
export function cuttable(people: number, { min, max }: GroupBounds) {
  return Math.ceil(people / max) * min <= people
}

/** The best transfers between townships of these sizes; null where all of them together cannot be cut. */
export function planTransfers(sizes: number[], bounds: GroupBounds): Transfer[] | null {
  const people = sizes.reduce((sum, size) => sum + size, 0)
  if (!cuttable(people, bounds)) return null
  let window = 0
  for (;;) {
    const changes = bestChanges(sizes, bounds, window)
    const receivers = changes?.filter((change) => change > 0).length
    const enough = receivers === undefined ? people : Math.min(people, receivers * (bounds.max - 1))
    if (changes && window >= enough) return transfersOf(changes)
    window = changes ? enough : Math.min(people, Math.max(4 * bounds.max, 2 * window))
  }
}

/** What each township takes (more than nought) or gives (less), with no balance beyond the window. */
function bestChanges(sizes: number[], bounds: GroupBounds, window: number): number[] | null {
  const width = 2 * window + 1
  const people = sizes.reduce((sum, size) => sum + size, 0)
  // One number orders plans by mixed groups, then by people moved, then by distance.
  const perMoved = sizes.length * window + 1
  const perMixed = perMoved * (people + 1)
  const chosen = sizes.map(() => new Int32Array(width))
  let costs = new Float64Array(width).fill(Number.POSITIVE_INFINITY)
  costs[window] = 0
  sizes.forEach((size, place) => {
    const next = new Float64Array(width).fill(Number.POSITIVE_INFINITY)
    const choices = chosen[place]!
    for (const change of optionsOf(size, bounds, window)) {
      const price = change > 0 ? perMixed + change * perMoved : 0
      const first = Math.max(0, change)
      const last = Math.min(width - 1, width - 1 + change)
      for (let before = first; before <= last; before++) {
        const after = before - change
        const cost = costs[before]! + price + Math.abs(after - window)
        if (cost >= next[after]!) continue
        next[after] = cost
        choices[after] = change
      }
    }
    costs = next
  })
  if (costs[window] === Number.POSITIVE_INFINITY) return null
  let balance = window
  const changes = chosen.map(() => 0)
  for (let place = sizes.length - 1; place >= 0; place--) {
    changes[place] = chosen[place]![balance]!
    balance += changes[place]!
  }
  return changes
}

/** Nothing, then giving, then taking, the small before the large: of equal plans the first is kept. */
function optionsOf(size: number, bounds: GroupBounds, window: number) {
  const options: number[] = []
  for (let give = 0; give <= Math.min(size, 2 * window); give++) {
    if (cuttable(size - give, bounds)) options.push(-give)
  }
  for (let take = 1; take < Math.min(bounds.max, 2 * window + 1); take++) {
    if (cuttable(size + take, bounds) && roomFor(take, size, bounds)) options.push(take)
  }
  return options
}

/** Whether all arrivals fit into one group with somebody of the place, the others being as small as may be. */
function roomFor(arrivals: number, own: number, { min, max }: GroupBounds) {
  const others = Math.ceil((own + arrivals) / max) - 1
  return own > others * min
}

/** Who is waiting longest is served first, which on a line is a cheapest transport. */
function transfersOf(changes: number[]): Transfer[] {
  const transfers: Transfer[] = []
  const waiting: { place: number; people: number }[] = []
  let lending = false
  changes.forEach((change, place) => {
    let people = Math.abs(change)
    while (people > 0 && waiting.length > 0 && lending === change > 0) {
      const other = waiting[0]!
      const some = Math.min(people, other.people)
      transfers.push(
        change > 0
          ? { from: other.place, to: place, people: some }
          : { from: place, to: other.place, people: some },
      )
      people -= some
      other.people -= some
      if (other.people === 0) waiting.shift()
    }
    if (people === 0) return
    lending = change < 0
    waiting.push({ place, people })
  })
  return transfers
}
