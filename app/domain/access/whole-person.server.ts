import type { Tx } from '~/db.server'
import type { Actor } from '~/domain/actor'
import { isAdministrator, managedOrganisations, mentoredEnrolments } from './scope.server'

/**
 * Whether somebody lies wholly within what an actor manages: each role and each enrolment that they hold or ever
 * held. Only then may the actor act on the account itself, because the account opens all of them. An administrator
 * may always; nobody else may where there is nothing at all, or where the person is an administrator.
 */
export async function managesWhole(tx: Tx, actor: Actor, personId: string) {
  if (await isAdministrator(actor, tx)) return true
  const all = await ties(tx, personId)
  return totalOf(all) > 0 && (await managesAll(tx, actor, personId, all))
}

/** The same for a mentor too, whose scope is the groups that they guide now. */
export async function wholeWithin(tx: Tx, actor: Actor, personId: string) {
  if (await managesWhole(tx, actor, personId)) return true
  const all = await ties(tx, personId)
  return totalOf(all) > 0 && (await mentorsAll(tx, actor, personId, all))
}

type Ties = { roles: number; enrolments: number; assignments: number }

function totalOf({ roles, enrolments, assignments }: Ties) {
  return roles + enrolments + assignments
}

async function ties(tx: Tx, personId: string): Promise<Ties> {
  const where = { personId }
  return {
    roles: await tx.roleGrant.count({ where }),
    enrolments: await tx.enrolment.count({ where }),
    assignments:
      (await tx.mentorAssignment.count({ where })) + (await tx.instructorAssignment.count({ where })),
  }
}

async function managesAll(tx: Tx, actor: Actor, personId: string, all: Ties) {
  const organisation = managedOrganisations(actor)
  const cohort = { runBy: organisation }
  if ((await tx.roleGrant.count({ where: { personId, organisation } })) < all.roles) return false
  if ((await tx.enrolment.count({ where: { personId, cohort } })) < all.enrolments) return false
  const mentoring = await tx.mentorAssignment.count({ where: { personId, group: { cohort } } })
  const instructing = await tx.instructorAssignment.count({ where: { personId, cohort } })
  return mentoring + instructing === all.assignments
}

async function mentorsAll(tx: Tx, actor: Actor, personId: string, all: Ties) {
  if (all.roles + all.assignments > 0) return false
  const mentored = { personId, ...mentoredEnrolments(actor) }
  return (await tx.enrolment.count({ where: mentored })) === all.enrolments
}
