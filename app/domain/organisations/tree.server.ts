// The tree of organisations. A place in it is a row with from and until; OrganisationClosure holds every pair of
// ancestor-or-self and descendant of today's tree. Whatever changes the tree holds its lock, so that no pair is
// computed from a tree that somebody else is just changing.
import { sql } from 'kysely'
import type { Tx } from '~/db.server'
import type { Actor } from '~/domain/actor'
import { newId } from '~/domain/ids.server'
import type { OrganisationKind } from './organisation'

export type NewOrganisation = {
  code: string
  name: string
  kind: OrganisationKind
  parentId: string | null
  otherNames?: string[]
}

/**
 * Adds units that a roster names and the tree does not know, each under its township, numbered on from what hangs
 * there. Who may do so is decided by whoever calls: an import's cohort, not the tree, gives the manager that right.
 */
export async function createUnits(tx: Tx, actor: Actor, units: { parentId: string; name: string }[]) {
  await lockTree(tx)
  const made: { id: string; code: string; name: string; parentId: string }[] = []
  for (const [parentId, under] of grouped(units)) {
    const parent = await tx.organisation.findUniqueOrThrow({
      where: { id: parentId },
      select: { code: true },
    })
    let number = await tx.organisationPlace.count({ where: { parentId } })
    for (const { name } of under) {
      let code: string
      do {
        number += 1
        code = `${parent.code}${String(number).padStart(3, '0')}`
      } while (await tx.organisation.findUnique({ where: { code }, select: { id: true } }))
      const { id } = await place(tx, actor, { code, name, kind: 'unit', parentId })
      made.push({ id, code, name, parentId })
    }
  }
  return made
}

/** Hangs a new organisation into the tree; the lock is held already. */
export async function place(tx: Tx, actor: Actor, input: NewOrganisation) {
  const id = newId()
  const { code, name, kind, parentId, otherNames = [] } = input
  const organisation = await tx.organisation.create({
    data: { id, code, name, kind, recordedAt: actor.at },
  })
  await tx.organisationPlace.create({
    data: { id: newId(), organisationId: id, parentId, from: actor.at },
  })
  await sql`insert into "OrganisationClosure" ("ancestorId", "descendantId", depth)
    select "ancestorId", ${id}::uuid, depth + 1 from "OrganisationClosure" where "descendantId" = ${parentId}::uuid
    union all select ${id}::uuid, ${id}::uuid, 0`.execute(tx.$kysely)
  for (const other of otherNames) {
    await tx.organisationName.create({
      data: { id: newId(), organisationId: id, name: other, recordedAt: actor.at },
    })
  }
  return organisation
}

/** Ends one place and begins the next. */
export async function changePlace(
  tx: Tx,
  actor: Actor,
  now: { id: string; organisationId: string; from: Date },
  parentId: string | null,
) {
  // A place that began this very instant was never anybody's.
  if (now.from >= actor.at) {
    await tx.organisationPlace.update({ where: { id: now.id }, data: { parentId } })
    return
  }
  await tx.organisationPlace.update({ where: { id: now.id }, data: { until: actor.at } })
  await tx.organisationPlace.create({
    data: { id: newId(), organisationId: now.organisationId, parentId, from: actor.at },
  })
}

/** Takes a whole subtree's pairs from its old ancestors and gives it those of its new parent. */
export async function hangAnew(tx: Tx, organisationId: string, parentId: string | null) {
  await sql`delete from "OrganisationClosure" pair
    using "OrganisationClosure" above, "OrganisationClosure" below
    where below."ancestorId" = ${organisationId}::uuid and above."descendantId" = ${organisationId}::uuid
      and above.depth > 0
      and pair."ancestorId" = above."ancestorId" and pair."descendantId" = below."descendantId"`.execute(
    tx.$kysely,
  )
  await sql`insert into "OrganisationClosure" ("ancestorId", "descendantId", depth)
    select above."ancestorId", below."descendantId", above.depth + below.depth + 1
    from "OrganisationClosure" above, "OrganisationClosure" below
    where above."descendantId" = ${parentId}::uuid and below."ancestorId" = ${organisationId}::uuid`.execute(
    tx.$kysely,
  )
}

/** Held to the end of the transaction by whatever changes the tree. */
export async function lockTree(tx: Tx) {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('organisation-tree'))`
}

function grouped(units: { parentId: string; name: string }[]) {
  const byParent = new Map<string, { parentId: string; name: string }[]>()
  for (const unit of units) byParent.set(unit.parentId, [...(byParent.get(unit.parentId) ?? []), unit])
  return byParent
}
