// As many as keep the program busy while the database works, and the database while the program does.
const atOnce = 4

/** Does the work of each item, some at once. The first that fails stops those that have not begun. */
export async function together<T>(items: readonly T[], work: (item: T) => Promise<unknown>) {
  const waiting = [...items]
  async function lane() {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item)
  }
  const lanes = Array.from({ length: atOnce }, () =>
    lane().catch((error) => {
      waiting.length = 0
      throw error
    }),
  )
  const ended = await Promise.allSettled(lanes)
  for (const one of ended) if (one.status === 'rejected') throw one.reason
}
