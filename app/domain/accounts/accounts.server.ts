import { sql } from 'kysely'
import { db, type Tx } from '~/db.server'
import { inForce } from '~/domain/access/in-force'
import type { Actor } from '~/domain/actor'
import { maskNumber } from '~/domain/enrolment/identity-number'
import { newId } from '~/domain/ids.server'
import { hashKey, seal } from './personal-keys.server'
import { maskKey } from './sign-in-name'

export type NewPerson = {
  name: string
  /** In clean form: eleven digits. */
  telephone?: string | null
  /** In clean form, valid and in force for nobody yet: whoever calls has asked `findPersonByNumberHash`. */
  identityNumber?: string | null
  email?: string | null
}

export type MadePerson = {
  personId: string
  accountId: string
  /** False where the telephone signs somebody else in: this person uses the identity number. */
  telephoneSignsIn: boolean
}

/** One person with an account. See `createPeople`. */
export async function createPerson(tx: Tx, actor: Actor, person: NewPerson): Promise<MadePerson> {
  const [made] = await createPeople(tx, actor, [person])
  return made!
}

/**
 * Makes people with their accounts, in a few statements however many they are; in the order given. A telephone is
 * a contact that many may share; as a way to sign in it goes to the first who has it, if no account has it yet.
 * The same holds for an e-mail address. An identity number that is in force for somebody is a bug, and throws.
 */
export async function createPeople(tx: Tx, actor: Actor, people: NewPerson[]): Promise<MadePerson[]> {
  if (people.length === 0) return []
  const made = people.map((person) => ({ ...person, personId: newId(), accountId: newId() }))
  await insertPeople(tx, actor, made)
  await insertNumbers(tx, actor, made)
  const signingIn = await insertKeys(tx, actor, made)
  return made.map(({ personId, accountId, telephone }) => ({
    personId,
    accountId,
    telephoneSignsIn: Boolean(telephone) && signingIn.has(accountId),
  }))
}

type Making = NewPerson & { personId: string; accountId: string }

async function insertPeople(tx: Tx, { at, person: by }: Actor, made: Making[]) {
  const ids = made.map((one) => one.personId)
  const names = made.map((one) => one.name)
  await sql`insert into "Person" (id, name, telephone, "recordedAt")
    select id, name, nullif(telephone, ''), ${at}::timestamptz
    from unnest(${ids}::uuid[], ${names}::text[], ${made.map((one) => one.telephone ?? '')}::text[])
      as one(id, name, telephone)`.execute(tx.$kysely)
  await sql`insert into "PersonName" (id, "personId", name, "from", "byId")
    select id, person, name, ${at}::timestamptz, ${by?.id ?? null}::uuid
    from unnest(${made.map(() => newId())}::uuid[], ${ids}::uuid[], ${names}::text[])
      as one(id, person, name)`.execute(tx.$kysely)
  await sql`insert into "Account" (id, "personId", "recordedAt")
    select id, person, ${at}::timestamptz
    from unnest(${made.map((one) => one.accountId)}::uuid[], ${ids}::uuid[]) as one(id, person)`.execute(
    tx.$kysely,
  )
}

async function insertNumbers(tx: Tx, { at, person: by }: Actor, made: Making[]) {
  const numbered = made.flatMap((one) =>
    one.identityNumber ? [{ ...one, number: one.identityNumber, id: newId() }] : [],
  )
  if (numbered.length === 0) return
  await sql`insert into "IdentityNumber" (id, "personId", sealed, hash, masked, "from", "byId")
    select id, person, decode(sealed, 'hex'), hash, masked, ${at}::timestamptz, ${by?.id ?? null}::uuid
    from unnest(
      ${numbered.map((one) => one.id)}::uuid[],
      ${numbered.map((one) => one.personId)}::uuid[],
      ${numbered.map((one) => Buffer.from(seal(one.number)).toString('hex'))}::text[],
      ${numbered.map((one) => hashKey('identity-number', one.number))}::text[],
      ${numbered.map((one) => maskNumber(one.number))}::text[]
    ) as one(id, person, sealed, hash, masked)`.execute(tx.$kysely)
}

/** Accounts that can be signed in to by their telephone. */
async function insertKeys(tx: Tx, actor: Actor, made: Making[]) {
  const numbers = keysOf(made, 'identity-number', (one) => one.identityNumber)
  await insertKeysOf(tx, actor, numbers)
  await insertKeysOf(
    tx,
    actor,
    keysOf(made, 'email', (one) => one.email?.toLowerCase()),
  )
  return insertKeysOf(
    tx,
    actor,
    keysOf(made, 'telephone', (one) => one.telephone),
  )
}

type Key = { accountId: string; kind: 'telephone' | 'identity-number' | 'email'; value: string }

function keysOf(made: Making[], kind: Key['kind'], read: (one: Making) => string | null | undefined) {
  return made.flatMap((one): Key[] => {
    const value = read(one)
    return value ? [{ accountId: one.accountId, kind, value }] : []
  })
}

async function insertKeysOf(tx: Tx, { at }: Actor, keys: Key[]) {
  if (keys.length === 0) return new Set<string>()
  const { rows } = await sql<{ accountId: string }>`
    insert into "SignInKey" (id, "accountId", kind, hash, masked, "from")
    select id, account, kind, hash, masked, ${at}::timestamptz
    from unnest(
      ${keys.map(() => newId())}::uuid[],
      ${keys.map((key) => key.accountId)}::uuid[],
      ${keys.map((key) => key.kind)}::text[],
      ${keys.map((key) => hashKey(key.kind, key.value))}::text[],
      ${keys.map((key) => maskKey(key))}::text[]
    ) with ordinality as one(id, account, kind, hash, masked, place)
    order by place
    on conflict do nothing
    returning "accountId"`.execute(tx.$kysely)
  return new Set(rows.map((row) => row.accountId))
}

export type KnownPerson = { personId: string; accountId: string | null; name: string; number: string }

/**
 * Whose identity number this is, among numbers in force; a lapsed one finds nobody. For imports: whoever calls
 * shows nothing of a person that the actor may not see.
 */
export async function findPeopleByNumberHash(tx: Tx, actor: Actor, hashes: string[]) {
  const rows = await tx.identityNumber.findMany({
    where: { hash: { in: hashes }, ...inForce(actor.at) },
    select: {
      hash: true,
      masked: true,
      person: { select: { id: true, name: true, account: { select: { id: true } } } },
    },
  })
  return new Map(
    rows.map(({ hash, masked, person }): [string, KnownPerson] => [
      hash,
      { personId: person.id, accountId: person.account?.id ?? null, name: person.name, number: masked },
    ]),
  )
}

export async function findPersonByNumberHash(tx: Tx, actor: Actor, hash: string) {
  return (await findPeopleByNumberHash(tx, actor, [hash])).get(hash) ?? null
}

/** Whom this telephone or address signs in today; null for nobody. Shown to nobody who may not see that person. */
export async function findPersonByKey(actor: Actor, kind: Key['kind'], value: string, tx: Tx = db) {
  const key = await tx.signInKey.findFirst({
    where: { hash: hashKey(kind, value), ...inForce(actor.at) },
    select: { account: { select: { id: true, person: { select: { id: true, name: true } } } } },
  })
  return (
    key && {
      accountId: key.account.id,
      personId: key.account.person.id,
      name: key.account.person.name,
    }
  )
}
