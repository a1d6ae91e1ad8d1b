// Whom `npm run seed empty` and `npm start -- --first-administrator` make.
import { now } from './clock.server'
import { db } from './db.server'
import { inForce } from './domain/access/in-force'
import { writtenCode } from './domain/accounts/code'
import { readName } from './domain/accounts/person-name'
import { makeFirstAdministrator as make } from './domain/accounts/roles.server'
import { readTelephone } from './domain/accounts/telephone'
import { systemActor } from './domain/actor'
import { paths } from './paths'

export type NewAdministrator = { name: string; telephone: string }

/** Proposed where nobody says who it is; the number belongs to nobody, and the code alone opens the account. */
export const proposedAdministrator: NewAdministrator = { name: '平台管理员', telephone: '19900000000' }

/** What somebody typed, cleaned as a roster's cells are. Refuses `name` and `telephone`. */
export function readAdministrator(
  typed: NewAdministrator,
): NewAdministrator | { refused: 'name' | 'telephone' } {
  const { name } = readName(typed.name)
  if (!name) return { refused: 'name' }
  const { telephone } = readTelephone(typed.telephone)
  return telephone ? { name, telephone } : { refused: 'telephone' }
}

/** Whether anybody can set up organisations, people and roles. */
export async function hasAdministrator() {
  const where = { role: 'administrator', ...inForce(now()) }
  return (await db.roleGrant.findFirst({ where, select: { id: true } })) !== null
}

/**
 * Makes the first administrator, and gives the one code for their first sign-in. Refuses `already` while there is
 * one, and `known` where the telephone signs somebody in.
 */
export async function makeFirstAdministrator({ name, telephone }: NewAdministrator) {
  const made = await make(systemActor(now(), 'command'), { name, telephone })
  if ('refused' in made)
    return { refused: made.refused === 'already' ? ('already' as const) : ('known' as const) }
  return {
    name,
    telephone,
    code: writtenCode(made.code),
    expiresAt: made.expiresAt,
    path: paths.firstSignIn(),
  }
}
