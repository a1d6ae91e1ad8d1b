const chinese = new Intl.Collator('zh-CN', { numeric: true })

/**
 * Rows by one of their values, the other way where `sort` begins with a minus; as they were without a sort. Names in
 * the order of a Chinese dictionary; who has no value stands last either way.
 */
export function sorted<R, K extends string>(
  rows: readonly R[],
  sort: NoInfer<K | `-${K}` | ''>,
  values: Record<K, (row: R) => string | number | null>,
) {
  if (sort === '') return [...rows]
  const down = sort.startsWith('-')
  const value = values[(down ? sort.slice(1) : sort) as K]
  return [...rows].sort((one, other) => {
    const [a, b] = [value(one), value(other)]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    const order = typeof a === 'string' ? chinese.compare(a, String(b)) : a - Number(b)
    return down ? -order : order
  })
}
