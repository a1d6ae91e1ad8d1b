import { db } from '~/db.server'
import { isAdministrator } from '../access/scope.server'
import { findPeopleByNumberHash } from '../accounts/accounts.server'
import { maskNumber } from '../accounts/identity-number'
import { unseal } from '../accounts/personal-keys.server'
import type { Actor } from '../actor'
import type { ManagedCohort } from '../cohorts/cohort.access.server'

export type ShownWaitingRow = {
  id: string
  name: string
  unit: string
  masked: string | null
  fileName: string
  row: number
  reason: 'other-name' | 'no-number'
  /** What the number is known under, for an administrator alone. */
  knownAs: string | null
  /** Nothing stands in the way any more, or it is an administrator who says that it is the same person. */
  canEnrol: boolean
}

/** Rows of a cohort's rosters that nobody has settled, the oldest first. Nobody but an administrator sees the other name. */
export async function waitingRowsOf(actor: Actor, cohort: ManagedCohort): Promise<ShownWaitingRow[]> {
  const rows = await db.waitingRow.findMany({
    where: { settledAt: null, import: { cohortId: cohort.id } },
    orderBy: [{ recordedAt: 'asc' }, { sheet: 'asc' }, { row: 'asc' }],
    include: { sentBy: { select: { name: true } }, import: { select: { fileName: true } } },
  })
  const hashes = rows.flatMap((row) => row.numberHash ?? [])
  const [administrator, known] = await Promise.all([
    isAdministrator(actor),
    findPeopleByNumberHash(db, actor, hashes),
  ])
  return rows.map((row) => {
    const other = row.numberHash ? known.get(row.numberHash) : undefined
    const differs = other !== undefined && other.name !== row.name
    return {
      id: row.id,
      name: row.name,
      unit: row.sentBy?.name ?? '',
      masked: row.sealedNumber && maskNumber(unseal(row.sealedNumber)),
      fileName: row.import.fileName,
      row: row.row,
      reason: row.reason as ShownWaitingRow['reason'],
      knownAs: administrator && differs ? other.name : null,
      canEnrol: row.numberHash !== null && (administrator || !differs),
    }
  })
}

/** How many wait, of one import or of all. */
export function countWaitingRows(cohort: ManagedCohort, importId?: string) {
  return db.waitingRow.count({
    where: { settledAt: null, import: { cohortId: cohort.id, ...(importId && { id: importId }) } },
  })
}
