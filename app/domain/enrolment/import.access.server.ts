import type { RosterImport } from '#generated/client/client'
import { db } from '~/db.server'
import type { Actor } from '../actor'
import { cohortToManage, type ManagedCohort } from '../cohorts/cohort.access.server'

declare const managed: unique symbol

/** An import into a cohort that the actor manages; only this file makes one. */
export type ManagedImport = RosterImport & { cohort: ManagedCohort; readonly [managed]: true }

/** Null for "absent" and "not yours" alike. */
export async function importToManage(
  actor: Actor,
  cohortId: string,
  importId: string,
): Promise<ManagedImport | null> {
  const cohort = await cohortToManage(actor, cohortId)
  if (!cohort) return null
  const row = await db.rosterImport.findFirst({ where: { id: importId, cohortId } })
  return row && ({ ...row, cohort } as ManagedImport)
}
