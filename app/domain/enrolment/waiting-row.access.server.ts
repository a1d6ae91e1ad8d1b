import type { WaitingRow } from '#generated/client/client'
import { db } from '~/db.server'
import type { ManagedCohort } from '../cohorts/cohort.access.server'

declare const managed: unique symbol

/** A row of a roster that waits, in a cohort that the actor manages; only this file makes one. */
export type ManagedWaitingRow = WaitingRow & { cohort: ManagedCohort; readonly [managed]: true }

/** Null for "absent" and "of another cohort" alike. */
export async function waitingRowOf(cohort: ManagedCohort, id: string): Promise<ManagedWaitingRow | null> {
  const row = await db.waitingRow.findFirst({ where: { id, import: { cohortId: cohort.id } } })
  return row && ({ ...row, cohort } as ManagedWaitingRow)
}
