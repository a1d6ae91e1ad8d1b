import type { Prisma } from '#generated/client/client'
import { db } from '~/db.server'
import { inForce } from '~/domain/access/in-force'
import { isAdministrator, type Role } from '~/domain/access/scope.server'
import { maskTelephone } from '~/domain/accounts/telephone'
import type { Actor } from '~/domain/actor'
import { pageAmong } from '../pages'
import { hashKey } from './personal-keys.server'
import { readSignInName } from './sign-in-name'

/**
 * People for an administrator, by name, or by a whole telephone, number or address; those with roles alone where
 * nothing is asked for. Empty for everybody else.
 */
export async function peopleList(actor: Actor, asked: { q: string; role: string; page: number }) {
  if (!(await isAdministrator(actor))) return { count: 0, page: 1, pages: 1, people: [] }
  const where = wanted(actor, asked)
  const count = await db.person.count({ where })
  const { page, pages, rows: shown } = pageAmong(count, asked.page)
  const people = await db.person.findMany({
    where,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    ...shown,
    select: {
      id: true,
      name: true,
      telephone: true,
      roles: {
        where: inForce(actor.at),
        select: { id: true, role: true, organisation: { select: { name: true } } },
        orderBy: { from: 'asc' },
      },
    },
  })
  return {
    count,
    page,
    pages,
    people: people.map(({ id, name, telephone, roles }) => ({
      id,
      name,
      telephone: telephone && maskTelephone(telephone),
      roles: roles.map((one) => ({
        id: one.id,
        role: one.role as Role,
        at: one.organisation?.name ?? null,
      })),
    })),
  }
}

function wanted(actor: Actor, { q, role }: { q: string; role: string }): Prisma.PersonWhereInput {
  const held = { ...inForce(actor.at), ...(role ? { role } : {}) }
  const key = readSignInName(q)
  const found: Prisma.PersonWhereInput = key
    ? { account: { keys: { some: { hash: hashKey(key.kind, key.value), ...inForce(actor.at) } } } }
    : { name: { contains: q } }
  if (!q) return { roles: { some: held } }
  return role ? { ...found, roles: { some: held } } : found
}

/** One person for an administrator: what they are, and how they sign in. Null for "absent" and "not yours". */
export async function personForAdministrator(actor: Actor, personId: string) {
  if (!(await isAdministrator(actor))) return null
  const person = await db.person.findUnique({
    where: { id: personId },
    select: {
      id: true,
      name: true,
      telephone: true,
      identityNumbers: { where: inForce(actor.at), select: { masked: true } },
      names: {
        where: { until: { not: null } },
        select: { name: true, until: true },
        orderBy: { from: 'desc' },
      },
      roles: {
        orderBy: { from: 'desc' },
        select: {
          id: true,
          role: true,
          from: true,
          until: true,
          organisation: { select: { id: true, name: true } },
          by: { select: { name: true } },
        },
      },
      doubts: { where: { resolvedAt: null }, select: { id: true, message: true } },
      account: {
        select: {
          id: true,
          firstSignedInAt: true,
          keys: { where: inForce(actor.at), select: { kind: true, masked: true } },
          sessions: { where: { expiresAt: { gt: actor.at } }, select: { id: true } },
        },
      },
    },
  })
  if (!person) return null
  return {
    id: person.id,
    name: person.name,
    formerNames: person.names.map((one) => one.name),
    telephone: person.telephone && maskTelephone(person.telephone),
    number: person.identityNumbers[0]?.masked ?? null,
    roles: person.roles.map(({ from, until, organisation, by, ...grant }) => ({
      ...grant,
      role: grant.role as Role,
      at: organisation?.name ?? null,
      by: by?.name ?? null,
      from: from.toISOString(),
      until: until?.toISOString() ?? null,
    })),
    doubts: person.doubts,
    accountId: person.account?.id ?? null,
    firstSignedInAt: person.account?.firstSignedInAt?.toISOString() ?? null,
    keys: person.account?.keys ?? [],
    sessions: person.account?.sessions.length ?? 0,
  }
}
