export const organisationKinds = ['city', 'county', 'township', 'unit', 'agency'] as const
export type OrganisationKind = (typeof organisationKinds)[number]

export function isOrganisationKind(text: string): text is OrganisationKind {
  return organisationKinds.some((kind) => kind === text)
}

export type TreeRow = { code: string; name: string; kind: string; parent: string }

/**
 * The rows of a tree with parents before their children, in their own order otherwise. What hangs on itself or on
 * a parent that is neither among the rows nor in `known` comes back apart.
 */
export function parentsFirst<R extends TreeRow>(rows: R[], known: ReadonlySet<string>) {
  const placed = new Set(known)
  const sorted: R[] = []
  let waiting = rows
  for (;;) {
    const ready = waiting.filter((row) => row.parent === '' || placed.has(row.parent))
    if (ready.length === 0) return { sorted, lost: waiting }
    for (const row of ready) placed.add(row.code)
    sorted.push(...ready)
    waiting = waiting.filter((row) => !ready.includes(row))
  }
}
