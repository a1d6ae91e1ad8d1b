// The manager's door to a group: by its cohort. Members and mentors come in by app/domain/mentoring.
import type { MentorGroup } from '#generated/client/client'
import { db } from '~/db.server'
import { visibleCohorts } from '../access/scope.server'
import type { Actor } from '../actor'

declare const managed: unique symbol

/** A group of a cohort that the actor manages; only this file makes one. */
export type ManagedGroup = MentorGroup & { readonly [managed]: true }

/** Null for "absent" and "not yours" alike, so ids leak nothing. */
export async function groupToManage(actor: Actor, id: string): Promise<ManagedGroup | null> {
  const group = await db.mentorGroup.findFirst({ where: { id, cohort: visibleCohorts(actor) } })
  return group as ManagedGroup | null
}
