import { inTransaction } from '~/db.server'
import { isAdministrator } from '~/domain/access/scope.server'
import type { Actor } from '~/domain/actor'
import { audit } from '~/domain/audit/audit.server'
import { newId } from '~/domain/ids.server'
import { isOrganisationKind, type OrganisationKind, parentsFirst, type TreeRow } from './organisation'
import { changePlace, hangAnew, lockTree, type NewOrganisation, place, placeAll } from './tree.server'

/** Adds an organisation to the tree. Administrators only; refuses `code-taken` and `no-parent`. */
export async function createOrganisation(actor: Actor, input: NewOrganisation) {
  return inTransaction(async (tx) => {
    if (!(await isAdministrator(actor, tx))) return { refused: 'not-administrator' as const }
    await lockTree(tx)
    if (await tx.organisation.findUnique({ where: { code: input.code } }))
      return { refused: 'code-taken' as const }
    if (input.parentId && !(await tx.organisation.findUnique({ where: { id: input.parentId } }))) {
      return { refused: 'no-parent' as const }
    }
    const organisation = await place(tx, actor, input)
    await audit(tx, actor, {
      action: 'organisation.created',
      subjectKind: 'organisation',
      subjectId: organisation.id,
      organisationId: organisation.id,
      details: { code: input.code, name: input.name, kind: input.kind, parentId: input.parentId },
    })
    return organisation
  })
}

/** Moves an organisation, and all below it, under another parent from now on; null makes it a root. */
export async function moveOrganisation(actor: Actor, organisationId: string, parentId: string | null) {
  return inTransaction(async (tx) => {
    if (!(await isAdministrator(actor, tx))) return { refused: 'not-administrator' as const }
    await lockTree(tx)
    const now = await tx.organisationPlace.findFirst({ where: { organisationId, until: null } })
    if (!now) return { refused: 'absent' as const }
    if (now.parentId === parentId) return { refused: 'same-place' as const }
    if (parentId && !(await tx.organisation.findUnique({ where: { id: parentId } }))) {
      return { refused: 'no-parent' as const }
    }
    const inside = { ancestorId: organisationId, descendantId: parentId ?? organisationId }
    if (parentId && (await tx.organisationClosure.count({ where: inside })) > 0) {
      return { refused: 'into-itself' as const }
    }
    await changePlace(tx, actor, now, parentId)
    await hangAnew(tx, organisationId, parentId)
    await audit(tx, actor, {
      action: 'organisation.moved',
      subjectKind: 'organisation',
      subjectId: organisationId,
      organisationId,
      details: { from: now.parentId, to: parentId },
    })
    return { moved: true as const }
  })
}

/** Gives an organisation another name that rosters use. Refuses `absent` and `already`. */
export async function addOtherName(actor: Actor, organisationId: string, name: string) {
  return inTransaction(async (tx) => {
    if (!(await isAdministrator(actor, tx))) return { refused: 'not-administrator' as const }
    const organisation = await tx.organisation.findUnique({ where: { id: organisationId } })
    if (!organisation) return { refused: 'absent' as const }
    const known = await tx.organisationName.findFirst({ where: { organisationId, name } })
    if (known || organisation.name === name) return { refused: 'already' as const }
    await tx.organisationName.create({ data: { id: newId(), organisationId, name, recordedAt: actor.at } })
    await audit(tx, actor, {
      action: 'organisation.named',
      subjectKind: 'organisation',
      subjectId: organisationId,
      organisationId,
      details: { name },
    })
    return { added: true as const }
  })
}

/** Says whom people of an organisation may ask. */
export async function setContact(
  actor: Actor,
  organisationId: string,
  contact: { name: string; telephone: string; hours: string },
) {
  return inTransaction(async (tx) => {
    if (!(await isAdministrator(actor, tx))) return { refused: 'not-administrator' as const }
    const { count } = await tx.organisation.updateMany({
      where: { id: organisationId },
      data: {
        contactName: contact.name,
        contactTelephone: contact.telephone,
        contactHours: contact.hours,
      },
    })
    if (count === 0) return { refused: 'absent' as const }
    await audit(tx, actor, {
      action: 'organisation.contact-set',
      subjectKind: 'organisation',
      subjectId: organisationId,
      organisationId,
    })
    return { set: true as const }
  })
}

/**
 * Takes in a file's tree: code, name, kind, code of the parent. Codes that are there stay as they are, so that the
 * same file twice changes nothing. Refuses a whole file: `wrong-kind`, `no-parent`, each naming the codes.
 */
export async function importOrganisationTree(actor: Actor, rows: TreeRow[]) {
  return inTransaction(async (tx) => {
    if (!(await isAdministrator(actor, tx))) return { refused: 'not-administrator' as const }
    await lockTree(tx)
    const there = await tx.organisation.findMany({ select: { id: true, code: true } })
    const ids = new Map(there.map((one) => [one.code, one.id]))
    const strange = rows.filter((row) => !isOrganisationKind(row.kind))
    if (strange.length > 0) {
      return { refused: 'wrong-kind' as const, codes: strange.map((row) => row.code) }
    }
    const { sorted, lost } = parentsFirst(rows, new Set(ids.keys()))
    if (lost.length > 0) return { refused: 'no-parent' as const, codes: lost.map((row) => row.code) }

    const strangers = sorted.filter((row) => !ids.has(row.code))
    for (const { code } of strangers) ids.set(code, newId())
    await placeAll(
      tx,
      actor,
      strangers.map(({ code, name, kind, parent }) => ({
        id: ids.get(code)!,
        code,
        name,
        kind: kind as OrganisationKind,
        parentId: parent === '' ? null : ids.get(parent)!,
      })),
    )
    const created = strangers.length
    await audit(tx, actor, {
      action: 'organisations.imported',
      subjectKind: 'organisation',
      details: { rows: rows.length, created },
    })
    return { created, ids }
  })
}
