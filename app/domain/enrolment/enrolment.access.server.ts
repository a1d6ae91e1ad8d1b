// The manager's door to one enrolment: by its cohort.
import type { Enrolment } from '#generated/client/client'
import { db } from '~/db.server'
import { managedEnrolments } from '../access/scope.server'
import type { Actor } from '../actor'

declare const managed: unique symbol

/** An enrolment of a cohort that the actor manages; only this file makes one. */
export type ManagedEnrolment = Enrolment & { readonly [managed]: true }

/** Null for "absent" and "not yours" alike, so ids leak nothing. */
export async function enrolmentToManage(actor: Actor, id: string): Promise<ManagedEnrolment | null> {
  const enrolment = await db.enrolment.findFirst({ where: { id, ...managedEnrolments(actor) } })
  return enrolment as ManagedEnrolment | null
}
