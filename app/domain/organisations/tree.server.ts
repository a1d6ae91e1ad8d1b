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

export type NewUnit = { parentId: string; name: string; kind: OrganisationKind }

/**
 * Adds what a roster names and the tree does not know, each under a parent that stands, numbered on from what hangs
 * there; in the order given. Who may do so is decided by whoever calls: an import's cohort, not the tree, gives the
 * manager that right.
 */
export async function createUnits(tx: Tx, actor: Actor, units: NewUnit[]) {
  if (units.length === 0) return []
  await lockTree(tx)
  const codes = await freeCodes(
    tx,
    units.map((unit) => unit.parentId),
  )
  const made = units.map((unit, index) => ({ id: newId(), code: codes[index]!, ...unit }))
  await placeAll(tx, actor, made)
  return made
}

/** A code for each new child of these parents; the tree's lock is held. */
async function freeCodes(tx: Tx, parentIds: string[]) {
  const { rows } = await sql<{ id: string; code: string; places: number }>`
    select o.id, o.code, count(p.id)::int as places
    from "Organisation" o left join "OrganisationPlace" p on p."parentId" = o.id
    where o.id = any(${[...new Set(parentIds)]}::uuid[])
    group by o.id`.execute(tx.$kysely)
  const parents = new Map(rows.map((row) => [row.id, row]))
  const codes: string[] = []
  const given = new Set<string>()
  let without = parentIds.map((parentId, index) => ({ parentId, index }))
  while (without.length > 0) {
    const tried = without.map((one) => {
      const parent = parents.get(one.parentId)!
      parent.places += 1
      return { ...one, code: `${parent.code}${String(parent.places).padStart(3, '0')}` }
    })
    const taken = await tx.organisation.findMany({
      where: { code: { in: tried.map(({ code }) => code) } },
      select: { code: true },
    })
    for (const { code } of taken) given.add(code)
    without = tried.filter(({ code, index }) => {
      if (given.has(code)) return true
      given.add(code)
      codes[index] = code
      return false
    })
  }
  return codes
}

/** Hangs a new organisation into the tree; the lock is held already. */
export async function place(tx: Tx, actor: Actor, organisation: NewOrganisation) {
  const made = { id: newId(), ...organisation }
  await placeAll(tx, actor, [made])
  return made
}

/** The same for many, in a few statements for each level of them; a parent may be among them. */
export async function placeAll(tx: Tx, actor: Actor, organisations: (NewOrganisation & { id: string })[]) {
  const ids = organisations.map((one) => one.id)
  await sql`insert into "Organisation" (id, code, name, kind, "recordedAt")
    select id, code, name, kind, ${actor.at}::timestamptz
    from unnest(${ids}::uuid[], ${organisations.map((one) => one.code)}::text[],
      ${organisations.map((one) => one.name)}::text[], ${organisations.map((one) => one.kind)}::text[]
    ) as one(id, code, name, kind)`.execute(tx.$kysely)
  await sql`insert into "OrganisationPlace" (id, "organisationId", "parentId", "from")
    select id, organisation, parent, ${actor.at}::timestamptz
    from unnest(${ids.map(() => newId())}::uuid[], ${ids}::uuid[],
      ${organisations.map((one) => one.parentId)}::uuid[]) as one(id, organisation, parent)`.execute(
    tx.$kysely,
  )
  for (const level of levelsOf(organisations)) {
    await sql`with one as (
        select * from unnest(${level.map((one) => one.id)}::uuid[],
          ${level.map((one) => one.parentId)}::uuid[]) as one(id, parent))
      insert into "OrganisationClosure" ("ancestorId", "descendantId", depth)
      select above."ancestorId", one.id, above.depth + 1
      from one join "OrganisationClosure" above on above."descendantId" = one.parent
      union all select id, id, 0 from one`.execute(tx.$kysely)
  }
  const others = organisations.flatMap(({ id, otherNames = [] }) => otherNames.map((name) => ({ id, name })))
  await tx.organisationName.createMany({
    data: others.map(({ id, name }) => ({
      id: newId(),
      organisationId: id,
      name,
      recordedAt: actor.at,
    })),
  })
}

/** Those whose parent stands already, those under them, and so on. */
function levelsOf<One extends { id: string; parentId: string | null }>(organisations: One[]) {
  const levels: One[][] = []
  let waiting = organisations
  while (waiting.length > 0) {
    const inside = new Set(waiting.map((one) => one.id))
    const standing = waiting.filter(({ parentId }) => parentId === null || !inside.has(parentId))
    if (standing.length === 0) throw new Error('Organisations hang from each other in a circle')
    levels.push(standing)
    waiting = waiting.filter(({ parentId }) => parentId !== null && inside.has(parentId))
  }
  return levels
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
