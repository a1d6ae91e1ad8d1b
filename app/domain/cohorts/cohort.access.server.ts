// The manager's door to a cohort: an organisation in their scope runs it.
import type { Cohort } from '#generated/client/client'
import { db } from '~/db.server'
import { visibleCohorts } from '../access/scope.server'
import type { Actor } from '../actor'

declare const managed: unique symbol

/** A cohort that the actor manages; only this file makes one. */
export type ManagedCohort = Cohort & { readonly [managed]: true }

/** Null for "absent" and "not yours" alike, so ids leak nothing. */
export async function cohortToManage(actor: Actor, id: string): Promise<ManagedCohort | null> {
  const cohort = await db.cohort.findFirst({ where: { id, ...visibleCohorts(actor) } })
  return cohort as ManagedCohort | null
}
