import type { Tx } from '~/db.server'

/** Which of these enrolments have withdrawn and were not reinstated. */
export async function withdrawnAmong(tx: Tx, rows: { enrolmentId: string }[]): Promise<Set<string>> {
  const withdrawals = await tx.withdrawal.findMany({
    where: { enrolmentId: { in: rows.map((row) => row.enrolmentId) }, reinstatement: null },
    select: { enrolmentId: true },
  })
  return new Set(withdrawals.map((one) => one.enrolmentId))
}
