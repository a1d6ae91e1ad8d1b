// What agreeing to a roster writes: the units that its rows need, the people and their enrolments, and who waits.
import { sql } from 'kysely'
import type { Tx } from '~/db.server'
import { createPeople } from '../accounts/accounts.server'
import { hashKey, seal } from '../accounts/personal-keys.server'
import type { Actor } from '../actor'
import { newId } from '../ids.server'
import { createUnits } from '../organisations/tree.server'
import type { ManagedImport } from './import.access.server'
import type { CheckedRow } from './roster-answer'
import type { Found, Proposal } from './roster-places'

export type OrganisationOf = { of: (found: Found) => string; made: number }

/** Makes the units that these rows need, those of a level above first. */
export async function makeProposed(
  tx: Tx,
  actor: Actor,
  proposals: Proposal[],
  rows: CheckedRow[],
): Promise<OrganisationOf> {
  const needed = proposalsOf(proposals, rows)
  const ids = new Map<string, string>()
  const of = (found: Found) => ('organisationId' in found ? found.organisationId : ids.get(found.proposed)!)
  let waiting = needed
  while (waiting.length > 0) {
    const units = waiting.filter(({ parent }) => 'organisationId' in parent || ids.has(parent.proposed))
    const made = await createUnits(
      tx,
      actor,
      units.map(({ parent, name, kind }) => ({ parentId: of(parent), name, kind })),
    )
    made.forEach(({ id }, index) => {
      ids.set(units[index]!.key, id)
    })
    waiting = waiting.filter(({ key }) => !ids.has(key))
  }
  return { of, made: ids.size }
}

/** What these rows name, and what that hangs from. */
function proposalsOf(proposals: Proposal[], rows: CheckedRow[]): Proposal[] {
  const byKey = new Map(proposals.map((one) => [one.key, one]))
  const needed = new Set<Proposal>()
  for (const { sentBy } of rows) {
    for (let found = sentBy; found && 'proposed' in found; ) {
      const proposal: Proposal = byKey.get(found.proposed)!
      needed.add(proposal)
      found = proposal.parent
    }
  }
  return proposals.filter((one) => needed.has(one))
}

export async function enrolRows(
  tx: Tx,
  actor: Actor,
  roster: ManagedImport,
  rows: CheckedRow[],
  known: ReadonlyMap<string, string>,
  organisations: OrganisationOf,
) {
  const strangers = rows.filter((row) => !known.has(row.person!.identityNumber!))
  const made = await createPeople(
    tx,
    actor,
    strangers.map(({ person }) => ({
      name: person!.name!,
      telephone: person!.telephone,
      identityNumber: person!.identityNumber,
    })),
  )
  const personIds = new Map(strangers.map((row, place) => [row, made[place]!.personId]))
  const quotas = await tx.quota.findMany({ where: { cohortId: roster.cohortId } })
  const quotaOf = new Map(quotas.map((quota) => [quota.organisationId, quota.id]))
  const enrolments = rows.map((row) => ({
    id: newId(),
    personId: personIds.get(row) ?? known.get(row.person!.identityNumber!)!,
    sentById: organisations.of(row.sentBy!),
    quotaId: row.quotaOf ? (quotaOf.get(row.quotaOf) ?? null) : null,
    position: row.person!.post || null,
    details: detailsOf(row),
  }))
  await sql`insert into "Enrolment"
      (id, "cohortId", "personId", "sentById", "quotaId", "importId", position, details, "occurredAt", "recordedAt", "byId")
    select id, ${roster.cohortId}::uuid, person, sent, quota, ${roster.id}::uuid, position, details::jsonb,
      ${actor.at}::timestamptz, ${actor.at}::timestamptz, ${actor.person?.id ?? null}::uuid
    from unnest(
      ${enrolments.map((one) => one.id)}::uuid[], ${enrolments.map((one) => one.personId)}::uuid[],
      ${enrolments.map((one) => one.sentById)}::uuid[], ${enrolments.map((one) => one.quotaId)}::uuid[],
      ${enrolments.map((one) => one.position)}::text[], ${enrolments.map((one) => one.details)}::text[]
    ) as one(id, person, sent, quota, position, details)`.execute(tx.$kysely)
}

function detailsOf({ person, sheet, row }: CheckedRow) {
  const { education, note, others, sex, birthDate } = person!
  return JSON.stringify({ sheet, row, education, note, others, sex, birthDate })
}

/** Rows that somebody has to settle first: their number is kept sealed, and nothing of any other record. */
export async function keepWaiting(
  tx: Tx,
  actor: Actor,
  roster: ManagedImport,
  rows: CheckedRow[],
  organisations: OrganisationOf,
) {
  await tx.waitingRow.createMany({
    data: rows.map((row) => {
      const number = row.person!.identityNumber
      return {
        id: newId(),
        importId: roster.id,
        sheet: row.sheet,
        row: row.row,
        name: row.person!.name!,
        sealedNumber: number ? seal(number) : null,
        numberHash: number ? hashKey('identity-number', number) : null,
        reason: row.waitsFor === 'administrator' ? 'other-name' : 'no-number',
        sentById: row.sentBy ? organisations.of(row.sentBy) : null,
        data: { telephone: row.person!.telephone ?? null, post: row.person!.post },
        recordedAt: actor.at,
      }
    }),
  })
}
