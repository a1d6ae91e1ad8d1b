import type { Prisma } from '#generated/client/client'
import { db } from '~/db.server'
import { isAdministrator } from '~/domain/access/scope.server'
import type { Actor } from '~/domain/actor'
import { pageAmong } from '../pages'
import type { OrganisationKind } from './organisation'

const parent = {
  where: { until: null },
  select: { parent: { select: { id: true, name: true } } },
} satisfies Prisma.Organisation$placesArgs

/** Organisations by name, other name or code, for an administrator; empty for everybody else. */
export async function organisationsList(actor: Actor, asked: { q: string; kind: string; page: number }) {
  if (!(await isAdministrator(actor))) return { count: 0, page: 1, pages: 1, organisations: [] }
  const { q, kind } = asked
  const where: Prisma.OrganisationWhereInput = {
    ...(kind ? { kind } : {}),
    ...(q
      ? {
          OR: [
            { name: { contains: q } },
            { code: { startsWith: q } },
            { organisationNames: { some: { name: { contains: q } } } },
          ],
        }
      : {}),
  }
  const count = await db.organisation.count({ where })
  const { page, pages, rows: shown } = pageAmong(count, asked.page)
  const organisations = await db.organisation.findMany({
    where,
    orderBy: { code: 'asc' },
    ...shown,
    select: {
      id: true,
      code: true,
      name: true,
      kind: true,
      places: parent,
      _count: { select: { descendants: { where: { depth: 1 } } } },
    },
  })
  return {
    count,
    page,
    pages,
    organisations: organisations.map(({ places, _count, kind, ...one }) => ({
      ...one,
      kind: kind as OrganisationKind,
      parent: places[0]?.parent?.name ?? null,
      children: _count.descendants,
    })),
  }
}

/** One organisation with its place and its people, for an administrator. Null for "absent" and "not yours". */
export async function organisationForAdministrator(actor: Actor, id: string) {
  if (!(await isAdministrator(actor))) return null
  const found = await db.organisation.findUnique({
    where: { id },
    select: {
      id: true,
      code: true,
      name: true,
      kind: true,
      contactName: true,
      contactTelephone: true,
      contactHours: true,
      organisationNames: { select: { name: true }, orderBy: { name: 'asc' } },
      ancestors: {
        where: { depth: { gt: 0 } },
        orderBy: { depth: 'desc' },
        select: { ancestor: { select: { id: true, name: true } } },
      },
      descendants: {
        where: { depth: 1 },
        orderBy: { descendant: { code: 'asc' } },
        select: { descendant: { select: { id: true, name: true, code: true } } },
        take: 200,
      },
      roles: {
        where: { until: null },
        orderBy: { from: 'asc' },
        select: { id: true, role: true, person: { select: { id: true, name: true } } },
      },
    },
  })
  if (!found) return null
  const { organisationNames, ancestors, descendants, kind, ...organisation } = found
  return {
    ...organisation,
    kind: kind as OrganisationKind,
    otherNames: organisationNames.map((one) => one.name),
    above: ancestors.map((pair) => pair.ancestor),
    below: descendants.map((pair) => pair.descendant),
  }
}

/** Each organisation's name by its code, to choose a parent or the place of a role from; for an administrator. */
export async function organisationByCode(actor: Actor, code: string) {
  if (!(await isAdministrator(actor))) return null
  return db.organisation.findUnique({ where: { code }, select: { id: true, name: true } })
}
