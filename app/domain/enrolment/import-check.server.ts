// What a roster's check has to know from the database. It is asked anew each time that the page is shown and once
// more when the manager agrees, so nothing that was read from the file lies about in a table.
import { sql } from 'kysely'
import { db, type Tx } from '~/db.server'
import { managedEnrolments } from '../access/scope.server'
import { findPeopleByNumberHash } from '../accounts/accounts.server'
import { hashKey } from '../accounts/personal-keys.server'
import type { Actor } from '../actor'
import type { ManagedCohort } from '../cohorts/cohort.access.server'
import { day } from '../cohorts/cohorts.queries.server'
import { dayOf } from '../cohorts/weeks'
import { bytesOfFile } from '../files/stored-file.server'
import type { ManagedImport } from './import.access.server'
import type { Elsewhere, KnownPerson, RosterInput } from './roster-answer'
import { checkRoster, identityNumbersOf } from './roster-check'
import type { Override } from './roster-columns'
import type { RosterFile } from './roster-file'
import { readRosterFile } from './roster-file.server'
import type { KnownOrganisation } from './roster-places'
import { withdrawnNow } from './standing'

export type Overrides = Record<number, Override>

/** Reads the kept file and checks it as things stand; refused where the file is lost or no roster. */
export async function checkImport(actor: Actor, roster: ManagedImport, tx: Tx = db as unknown as Tx) {
  const stored = await tx.storedFile.findUniqueOrThrow({ where: { id: roster.fileId } })
  const bytes = await bytesOfFile(stored)
  if (!bytes) return { refused: 'lost' as const }
  const file = await readRosterFile(bytes)
  if ('refused' in file) return file
  const overrides = (roster.mapping ?? {}) as Overrides
  const input = await inputFor(actor, roster, file, overrides, tx)
  const check = checkRoster(input.roster)
  if ('refused' in check) return check
  return { ...check, refused: null, file, people: input.people }
}

async function inputFor(
  actor: Actor,
  { cohort }: ManagedImport,
  file: RosterFile,
  overrides: Overrides,
  tx: Tx,
) {
  const numbers = identityNumbersOf(file, overrides)
  const hashes = new Map(numbers.map((number) => [hashKey('identity-number', number), number]))
  const people = await findPeopleByNumberHash(tx, actor, [...hashes.keys()])
  const standing = await standingsOf(tx, cohort.id, [...people.values()])
  const elsewhere = await elsewhereOf(tx, actor, cohort, [...people.values()])
  const known = new Map<string, KnownPerson>()
  const byNumber = new Map<string, string>()
  for (const [hash, person] of people) {
    const number = hashes.get(hash)!
    byNumber.set(number, person.personId)
    known.set(number, {
      name: person.name,
      enrolment: standing.get(person.personId) ?? 'none',
      elsewhere: elsewhere.get(person.personId) ?? [],
    })
  }
  const roster: RosterInput = {
    file,
    overrides,
    organisations: await organisationsBelow(tx, cohort.heldForId),
    heldForId: cohort.heldForId,
    known,
    quotas: await quotasOf(tx, cohort.id),
    today: dayOf(actor.at, cohort.timeZone),
    withoutNumber: cohort.acceptsWithoutNumber ? 'wait' : 'refuse',
  }
  return { roster, people: byNumber }
}

async function standingsOf(tx: Tx, cohortId: string, people: { personId: string }[]) {
  if (people.length === 0) return new Map<string, 'withdrawn' | 'in-force'>()
  const enrolled = await tx.enrolment.findMany({
    where: { cohortId, personId: { in: people.map((one) => one.personId) } },
    select: { personId: true, withdrawals: { select: { reinstatement: { select: { id: true } } } } },
  })
  return new Map(enrolled.map((one) => [one.personId, withdrawnNow(one) ? 'withdrawn' : 'in-force'] as const))
}

/** Cohorts in which these people learn too: such as have not ended, and only those that the actor manages as well. */
async function elsewhereOf(tx: Tx, actor: Actor, cohort: ManagedCohort, people: { personId: string }[]) {
  const found = new Map<string, Elsewhere[]>()
  if (people.length === 0) return found
  const enrolled = await tx.enrolment.findMany({
    where: {
      ...managedEnrolments(actor),
      cohortId: { not: cohort.id },
      personId: { in: people.map((one) => one.personId) },
    },
    select: {
      personId: true,
      cohort: { select: { title: true, programmeId: true, endsOn: true, timeZone: true } },
      withdrawals: { select: { reinstatement: { select: { id: true } } } },
    },
    orderBy: { cohort: { startsOn: 'desc' } },
  })
  for (const { personId, cohort: other, ...standing } of enrolled) {
    if (withdrawnNow(standing) || day(other.endsOn) < dayOf(actor.at, other.timeZone)) continue
    const sameProgramme = other.programmeId === cohort.programmeId
    found.set(personId, [...(found.get(personId) ?? []), { cohort: other.title, sameProgramme }])
  }
  return found
}

/** The tree at and below an organisation: names and codes, and nothing else of it. */
async function organisationsBelow(tx: Tx, ancestorId: string): Promise<KnownOrganisation[]> {
  const { rows } = await sql<KnownOrganisation>`
    select o.id, o.code, o.name, o.kind,
      (select p."parentId" from "OrganisationPlace" p
        where p."organisationId" = o.id and p.until is null) as "parentId",
      array(select n.name from "OrganisationName" n
        where n."organisationId" = o.id order by n."recordedAt", n.id) as "otherNames"
    from "OrganisationClosure" c join "Organisation" o on o.id = c."descendantId"
    where c."ancestorId" = ${ancestorId}::uuid
    order by o.code`.execute(tx.$kysely)
  return rows
}

async function quotasOf(tx: Tx, cohortId: string) {
  const rows = await tx.quota.findMany({
    where: { cohortId },
    select: { organisationId: true, seats: true, _count: { select: { enrolments: true } } },
  })
  return rows.map(({ organisationId, seats, _count }) => ({ organisationId, seats, used: _count.enrolments }))
}
