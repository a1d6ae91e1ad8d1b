import { randomBytes } from 'node:crypto'
import { db } from '~/db.server'
import type { Role } from '~/domain/access/scope.server'
import { createPerson, type NewPerson } from '~/domain/accounts/accounts.server'
import { checkDigitOf } from '~/domain/accounts/identity-number'
import { grantRole } from '~/domain/accounts/roles.server'
import { type Actor, systemActor } from '~/domain/actor'
import type { OrganisationKind } from '~/domain/organisations/organisation'
import { createOrganisation } from '~/domain/organisations/organisations.server'

/** A Monday morning in Daming. */
export const monday = new Date('2026-09-07T01:00:00.000Z')

export type Someone = Actor & { person: { id: string; name: string } }

/**
 * A small world, new at each call: the county of Daming under its city with a township and its kindergarten, another
 * county beside it, a university far off that runs cohorts for Daming, and whoever works there.
 */
export async function world(at: Date = monday) {
  const system = systemActor(at, 'command')
  const city = await organisation(system, '邯郸市教育局', 'city')
  const county = await organisation(system, '大名县教育局', 'county', city.id)
  const township = await organisation(system, '杨桥镇中心校', 'township', county.id)
  const kindergarten = await organisation(system, '杨桥镇第一幼儿园', 'unit', township.id)
  const otherCounty = await organisation(system, '魏县教育局', 'county', city.id)
  const otherTownship = await organisation(system, '魏城镇中心校', 'township', otherCounty.id)
  const university = await organisation(system, '北京开放大学社会教育学院', 'unit')
  return {
    at,
    system,
    organisations: { city, county, township, kindergarten, otherCounty, otherTownship, university },
    administrator: await someoneAs(system, '何静', 'administrator', null),
    manager: await someoneAs(system, '周敏', 'manager', university.id),
    officer: await someoneAs(system, '赵国强', 'bureau-officer', county.id),
    otherManager: await someoneAs(system, '孙立', 'manager', otherCounty.id),
    otherOfficer: await someoneAs(system, '钱进', 'bureau-officer', otherCounty.id),
    stranger: await someone(system, '吴名'),
  }
}

export async function organisation(
  actor: Actor,
  name: string,
  kind: OrganisationKind,
  parentId: string | null = null,
) {
  const made = await createOrganisation(actor, { code: unique('ORG'), name, kind, parentId })
  if ('refused' in made) throw new Error(`${name} was refused: ${made.refused}`)
  return made
}

/** Somebody with an account and no role, acting at the same instant through a page. */
export async function someone(
  actor: Actor,
  name: string,
  details: Omit<NewPerson, 'name'> = {},
): Promise<Someone> {
  const { personId } = await createPerson(db, actor, { name, ...details })
  return { person: { id: personId, name }, at: actor.at, through: 'page' }
}

export async function someoneAs(
  actor: Actor,
  name: string,
  role: Role,
  organisationId: string | null,
  details: Omit<NewPerson, 'name'> = {},
) {
  const person = await someone(actor, name, details)
  const grant = await grantRole(systemActor(actor.at, 'command'), {
    personId: person.person.id,
    role,
    organisationId,
  })
  if ('refused' in grant) throw new Error(`${name} was refused: ${grant.refused}`)
  return person
}

/** The same person at another instant. */
export function later<A extends Actor>(actor: A, at: Date): A {
  return { ...actor, at }
}

export async function accountIdOf(someone: Someone) {
  const account = await db.account.findUniqueOrThrow({ where: { personId: someone.person.id } })
  return account.id
}

/** Letters and digits that no other test has. */
export function unique(prefix: string) {
  return `${prefix}-${randomBytes(5).toString('hex')}`
}

/** A telephone that belongs to nobody. */
export function newTelephone() {
  return `1990${String(randomBytes(4).readUInt32BE() % 10_000_000).padStart(7, '0')}`
}

/** An identity number of Daming with a valid check digit, of a teacher born in the eighties. */
export function newIdentityNumber() {
  const order = String(randomBytes(2).readUInt16BE() % 1000).padStart(3, '0')
  const day = String(1 + (randomBytes(1)[0]! % 28)).padStart(2, '0')
  const month = String(1 + (randomBytes(1)[0]! % 12)).padStart(2, '0')
  const year = 1980 + (randomBytes(1)[0]! % 10)
  const body = `130425${year}${month}${day}${order}`
  return body + checkDigitOf(body)
}
