import { sql } from 'kysely'
import { db, type Tx } from '~/db.server'
import { inForce } from '~/domain/access/in-force'
import { maskNumber } from '~/domain/accounts/identity-number'
import type { Actor } from '~/domain/actor'
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
  await sql`with one as (
      select * from unnest(
        ${made.map((one) => one.personId)}::uuid[], ${made.map((one) => one.accountId)}::uuid[],
        ${made.map(() => newId())}::uuid[], ${made.map((one) => one.name)}::text[],
        ${made.map((one) => one.telephone ?? '')}::text[]
      ) as one(person, account, "nameId", name, telephone)
    ), people as (
      insert into "Person" (id, name, telephone, "recordedAt")
      select person, name, nullif(telephone, ''), ${at}::timestamptz from one
    ), names as (
      insert into "PersonName" (id, "personId", name, "from", "byId")
      select "nameId", person, name, ${at}::timestamptz, ${by?.id ?? null}::uuid from one
    )
    insert into "Account" (id, "personId", "recordedAt")
    select account, person, ${at}::timestamptz from one`.execute(tx.$kysely)
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

type Key = { accountId: string; kind: 'telephone' | 'identity-number' | 'email'; value: string }

/** Gives the accounts that can be signed in to by their telephone. */
async function insertKeys(tx: Tx, { at }: Actor, made: Making[]) {
  const keys = made.flatMap(keysOf)
  if (keys.length === 0) return new Set<string>()
  const { rows } = await sql<{ accountId: string; kind: string }>`
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
    returning "accountId", kind`.execute(tx.$kysely)
  return new Set(rows.filter(({ kind }) => kind === 'telephone').map((row) => row.accountId))
}

function keysOf({ accountId, identityNumber, email, telephone }: Making): Key[] {
  const keys: Key[] = []
  if (identityNumber) keys.push({ accountId, kind: 'identity-number', value: identityNumber })
  if (email) keys.push({ accountId, kind: 'email', value: email.toLowerCase() })
  if (telephone) keys.push({ accountId, kind: 'telephone', value: telephone })
  return keys
}

export type KnownPerson = { personId: string; accountId: string | null; name: string; number: string }

/**
 * Whose identity number this is, among numbers in force; a lapsed one finds nobody. For imports: whoever calls
 * shows nothing of a person that the actor may not see.
 */
export async function findPeopleByNumberHash(tx: Tx, { at }: Actor, hashes: string[]) {
  const { rows } = await sql<KnownPerson & { hash: string }>`
    select n.hash, n.masked as number, p.id as "personId", p.name, a.id as "accountId"
    from "IdentityNumber" n
    join "Person" p on p.id = n."personId"
    left join "Account" a on a."personId" = p.id
    where n.hash = any(${hashes}::text[])
      and n."from" <= ${at}::timestamptz and (n.until is null or n.until > ${at}::timestamptz)`.execute(
    tx.$kysely,
  )
  return new Map(rows.map(({ hash, ...person }): [string, KnownPerson] => [hash, person]))
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
