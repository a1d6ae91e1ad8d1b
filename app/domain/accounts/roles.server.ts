import { db, inTransaction } from '~/db.server'
import { inForce } from '~/domain/access/in-force'
import { isAdministrator, type Role } from '~/domain/access/scope.server'
import type { Actor } from '~/domain/actor'
import { audit } from '~/domain/audit/audit.server'
import { newId } from '~/domain/ids.server'
import { createPerson, findPersonByKey } from './accounts.server'
import { issueSlipCodes } from './codes.server'
import { endSessionsOf } from './sessions.server'

export type NewRole = { personId: string; role: Role; organisationId: string | null }

/**
 * Grants a role from now on: manager and bureau officer on an organisation, administrator on none. Administrators
 * only; refuses `absent`, `needs-organisation`, `needs-none`, `already`.
 */
export async function grantRole(actor: Actor, { personId, role, organisationId }: NewRole) {
  return inTransaction(async (tx) => {
    if (!(await isAdministrator(actor, tx))) return { refused: 'not-administrator' as const }
    if (role === 'administrator' && organisationId) return { refused: 'needs-none' as const }
    if (role !== 'administrator' && !organisationId) return { refused: 'needs-organisation' as const }
    const person = await tx.person.findUnique({ where: { id: personId }, select: { id: true } })
    const organisation =
      organisationId === null ||
      (await tx.organisation.findUnique({ where: { id: organisationId }, select: { id: true } }))
    if (!person || !organisation) return { refused: 'absent' as const }
    const held = await tx.roleGrant.findFirst({
      where: { personId, role, organisationId, ...inForce(actor.at) },
    })
    if (held) return { refused: 'already' as const }
    const byId = actor.person?.id ?? null
    const grant = await tx.roleGrant.create({
      data: { id: newId(), personId, role, organisationId, from: actor.at, byId },
    })
    await audit(tx, actor, {
      action: 'role.granted',
      subjectKind: 'person',
      subjectId: personId,
      organisationId,
      details: { role },
    })
    return grant
  })
}

/**
 * Ends a role now; what it opened is closed at the next request. Administrators only; refuses `absent`, and
 * `last-administrator`, since nobody could ever grant a role again.
 */
export async function endRole(actor: Actor, grantId: string) {
  return inTransaction(async (tx) => {
    if (!(await isAdministrator(actor, tx))) return { refused: 'not-administrator' as const }
    // Held by whoever ends an administrator, so that the last two cannot end one another at once.
    const administrators = await tx.$queryRaw<{ id: string }[]>`
      select id::text from "RoleGrant" where role = 'administrator' and "from" <= ${actor.at}
        and ("until" is null or "until" > ${actor.at}) order by id for update`
    const grant = await tx.roleGrant.findFirst({ where: { id: grantId, ...inForce(actor.at) } })
    if (!grant) return { refused: 'absent' as const }
    if (grant.role === 'administrator' && administrators.length === 1) {
      return { refused: 'last-administrator' as const }
    }
    if (grant.from >= actor.at) await tx.roleGrant.delete({ where: { id: grantId } })
    else await tx.roleGrant.update({ where: { id: grantId }, data: { until: actor.at } })
    await audit(tx, actor, {
      action: 'role.ended',
      subjectKind: 'person',
      subjectId: grant.personId,
      organisationId: grant.organisationId,
      details: { role: grant.role },
    })
    return { ended: true as const }
  })
}

export type NewColleague = { name: string; telephone?: string | null; email?: string | null }

/**
 * Takes somebody in by name and telephone or e-mail, and gives the code for their first sign-in. Administrators
 * only; refuses `no-way-to-sign-in`, and `known` where the telephone or address signs somebody in already.
 */
export async function addPerson(actor: Actor, { name, telephone, email }: NewColleague) {
  return inTransaction(async (tx) => {
    if (!(await isAdministrator(actor, tx))) return { refused: 'not-administrator' as const }
    if (!telephone && !email) return { refused: 'no-way-to-sign-in' as const }
    const known =
      (telephone && (await findPersonByKey(actor, 'telephone', telephone, tx))) ||
      (email && (await findPersonByKey(actor, 'email', email.toLowerCase(), tx)))
    if (known) return { refused: 'known' as const, personId: known.personId, name: known.name }
    const made = await createPerson(tx, actor, { name, telephone, email })
    const given = (await issueSlipCodes(tx, actor, [made.accountId])).get(made.accountId)!
    await audit(tx, actor, { action: 'person.added', subjectKind: 'person', subjectId: made.personId })
    return { ...made, ...given }
  })
}

/**
 * Makes the first administrator of an installation, by a command on its machine, and gives the code for their
 * first sign-in. Refuses `already` while there is one.
 */
export async function makeFirstAdministrator(actor: Actor, colleague: NewColleague) {
  return inTransaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('first-administrator'))`
    const there = await tx.roleGrant.findFirst({ where: { role: 'administrator', ...inForce(actor.at) } })
    if (there) return { refused: 'already' as const }
    const made = await addPerson(actor, colleague)
    if ('refused' in made) return made
    const grant = await grantRole(actor, {
      personId: made.personId,
      role: 'administrator',
      organisationId: null,
    })
    if ('refused' in grant) throw new Error(`The first administrator was refused: ${grant.refused}`)
    return made
  })
}

/** Ends all of somebody's sessions, where a device was lost. Administrators only; refuses `absent`. */
export async function endAllSessions(actor: Actor, personId: string) {
  if (!(await isAdministrator(actor))) return { refused: 'not-administrator' as const }
  const account = await db.account.findUnique({ where: { personId }, select: { id: true } })
  if (!account) return { refused: 'absent' as const }
  return inTransaction(async (tx, afterCommit) => {
    await endSessionsOf(tx, afterCommit, account.id)
    await audit(tx, actor, { action: 'sessions.ended', subjectKind: 'person', subjectId: personId })
    return { ended: true as const }
  })
}
