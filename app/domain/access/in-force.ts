// What has a from and an until is in force from its `from`, and no more at its `until`.

/** As a condition of Prisma on a row with `from` and `until`. */
export function inForce(at: Date) {
  return { from: { lte: at }, OR: [{ until: null }, { until: { gt: at } }] }
}
