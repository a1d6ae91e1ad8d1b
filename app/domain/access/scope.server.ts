// Who may see what, in one place. A role is a grant on an organisation; it flows down today's tree. Six doors lead
// to an enrolment and there is no seventh:
//   the manager         by the cohort: `runBy` in their scope            managedEnrolments
//   the bureau          by the organisation that sent the person        overseenEnrolments
//   the mentor          by the group, with an assignment in force       mentoredEnrolments
//   the instructor      by the activity or the workshop, likewise       workToJudge and sessionToCall, each at its door
//   the trainee         as themselves                                   ownEnrolments
//   the administrator   by a reason given, for an hour, audited         managedEnrolments, through openedCohorts
// Each door is a condition, so that a list and a single row ask the same. The system itself opens none of them.
import { type RawBuilder, sql } from 'kysely'
import type { Prisma } from '#generated/client/client'
import { db, type Tx } from '~/db.server'
import type { Actor } from '~/domain/actor'
import { inForce } from './in-force'

export type Role = 'administrator' | 'manager' | 'bureau-officer'

export type Scope = {
  administrator: boolean
  /** Organisations that they manage, those below included. */
  manages: string[]
  /** Organisations whose people they look after as bureau officers, those below included. */
  oversees: string[]
}

// No person has it, so a condition on it finds nothing.
const nobody = '00000000-0000-0000-0000-000000000000'

function personOf(actor: Actor) {
  return actor.person?.id ?? nobody
}

/** All of somebody's scope. A list of ids grows with the tree: conditions on rows use the helpers below instead. */
export async function scopeOf(actor: Actor, tx: Tx = db): Promise<Scope> {
  const grants = await tx.roleGrant.findMany({
    where: { personId: personOf(actor), ...inForce(actor.at) },
    select: {
      role: true,
      organisation: { select: { descendants: { select: { descendantId: true } } } },
    },
  })
  const below = (role: Role) => [
    ...new Set(
      grants
        .filter((grant) => grant.role === role)
        .flatMap((grant) => grant.organisation?.descendants.map((pair) => pair.descendantId) ?? []),
    ),
  ]
  return {
    administrator: grants.some((grant) => grant.role === 'administrator'),
    manages: below('manager'),
    oversees: below('bureau-officer'),
  }
}

/** Whether somebody is an administrator today; the system acts as one, a visitor of a page never does. */
export async function isAdministrator(actor: Actor, tx: Tx = db) {
  if (!actor.person) return actor.through !== 'page' && actor.through !== 'socket'
  const grant = await tx.roleGrant.findFirst({
    where: { personId: actor.person.id, role: 'administrator', ...inForce(actor.at) },
    select: { id: true },
  })
  return grant !== null
}

export async function managesOrganisation(actor: Actor, organisationId: string, tx: Tx = db) {
  return (await tx.organisation.count({ where: { id: organisationId, ...managedOrganisations(actor) } })) > 0
}

export async function overseesOrganisation(actor: Actor, organisationId: string, tx: Tx = db) {
  return (await tx.organisation.count({ where: { id: organisationId, ...overseenOrganisations(actor) } })) > 0
}

/** Organisations at or below one that this person manages. */
export function managedOrganisations(actor: Actor) {
  return heldAs(actor, 'manager')
}

/** Organisations at or below one that this person is a bureau officer of. */
export function overseenOrganisations(actor: Actor) {
  return heldAs(actor, 'bureau-officer')
}

function heldAs(actor: Actor, role: Role) {
  return {
    ancestors: {
      some: { ancestor: { roles: { some: { personId: personOf(actor), role, ...inForce(actor.at) } } } },
    },
  } satisfies Prisma.OrganisationWhereInput
}

/** Cohorts that an administrator opened with a reason, and may look into for its hour. */
function openedCohorts(actor: Actor) {
  return {
    administratorAccesses: {
      some: { personId: personOf(actor), from: { lte: actor.at }, until: { gt: actor.at } },
    },
  } satisfies Prisma.CohortWhereInput
}

/** Cohorts that this person may manage. */
export function visibleCohorts(actor: Actor) {
  return {
    OR: [{ runBy: managedOrganisations(actor) }, openedCohorts(actor)],
  } satisfies Prisma.CohortWhereInput
}

export function managedEnrolments(actor: Actor) {
  return { cohort: visibleCohorts(actor) } satisfies Prisma.EnrolmentWhereInput
}

export function overseenEnrolments(actor: Actor) {
  return { sentBy: overseenOrganisations(actor) } satisfies Prisma.EnrolmentWhereInput
}

/** Groups that this person guides now. */
export function mentoredGroups(actor: Actor) {
  return {
    mentors: { some: { personId: personOf(actor), ...inForce(actor.at) } },
  } satisfies Prisma.MentorGroupWhereInput
}

export function mentoredEnrolments(actor: Actor) {
  return {
    memberships: { some: { ...inForce(actor.at), group: mentoredGroups(actor) } },
  } satisfies Prisma.EnrolmentWhereInput
}

export function ownEnrolments(actor: Actor) {
  return { personId: personOf(actor) } satisfies Prisma.EnrolmentWhereInput
}

// The same as subqueries, for Kysely: `where e."sentById" in (${overseenOrganisationIds(actor)})`.

export function overseenOrganisationIds(actor: Actor) {
  return heldIds(actor, 'bureau-officer')
}

function heldIds(actor: Actor, role: Role): RawBuilder<{ id: string }> {
  return sql`select held."descendantId" from "RoleGrant" g
    join "OrganisationClosure" held on held."ancestorId" = g."organisationId"
    where g."personId" = ${personOf(actor)}::uuid and g.role = ${role}
      and g."from" <= ${actor.at}::timestamptz and (g."until" is null or g."until" > ${actor.at}::timestamptz)`
}
