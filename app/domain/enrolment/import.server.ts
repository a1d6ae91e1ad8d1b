// A roster on its way in:
//   uploaded → agreed   agreeToImport, once; what it did stays as `summary`
// Nothing is written but the file until the manager agrees. Agreeing checks everything anew under the cohort's lock,
// so two managers who agree at once enrol each person once, and both see the same.
import { sql } from 'kysely'
import type { Prisma } from '#generated/client/client'
import { inTransaction, type Tx } from '~/db.server'
import { createPeople } from '../accounts/accounts.server'
import { hashKey, seal } from '../accounts/personal-keys.server'
import type { Actor } from '../actor'
import { audit } from '../audit/audit.server'
import type { ManagedCohort } from '../cohorts/cohort.access.server'
import { storeFile } from '../files/stored-file.server'
import { newId } from '../ids.server'
import { createUnits } from '../organisations/tree.server'
import type { ManagedImport } from './import.access.server'
import { checkImport, type Overrides } from './import-check.server'
import type { CheckedRow } from './roster-answer'
import { layoutOf } from './roster-columns'
import { readRosterFile } from './roster-file.server'
import type { Found, Proposal } from './roster-places'

export type ImportSummary = {
  enrolled: number
  madeUnits: number
  waiting: number
  errors: number
  skipped: number
}

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Keeps a roster's file for the manager to look at; refuses what is no roster, with `readRosterFile`'s words
 * or `no-header` where no sheet has columns that a roster has. */
export async function uploadRoster(
  actor: Actor,
  cohort: ManagedCohort,
  file: { bytes: Uint8Array; name: string },
) {
  const read = await readRosterFile(file.bytes)
  if ('refused' in read) return read
  if (read.sheets.every((sheet) => 'refused' in layoutOf(sheet))) return { refused: 'no-header' as const }
  return inTransaction(async (tx) => {
    const mediaType = read.format === 'xlsx' ? workbook : 'text/csv'
    const stored = await storeFile(tx, actor, { ...file, mediaType })
    const roster = await tx.rosterImport.create({
      data: {
        id: newId(),
        cohortId: cohort.id,
        fileId: stored.id,
        fileName: file.name.slice(0, 200),
        byId: actor.person!.id,
        uploadedAt: actor.at,
      },
    })
    await audit(tx, actor, {
      action: 'roster.uploaded',
      subjectKind: 'roster-import',
      subjectId: roster.id,
      cohortId: cohort.id,
      details: { sha256: stored.sha256 },
    })
    return { importId: roster.id }
  })
}

/** What the manager says each column is. Refused once the import has been agreed to. */
export async function mapColumns(_actor: Actor, roster: ManagedImport, mapping: Overrides) {
  return inTransaction(async (tx) => {
    const { count } = await tx.rosterImport.updateMany({
      where: { id: roster.id, agreedAt: null },
      data: { mapping: mapping as Prisma.InputJsonValue },
    })
    return { refused: count ? null : ('agreed' as const) }
  })
}

/**
 * Enrols the rows that are ready, makes the units that they need, and keeps those who wait for an administrator.
 * Agreeing again, or to a file that somebody else agreed to meanwhile, changes nothing and returns what was done.
 */
export async function agreeToImport(actor: Actor, roster: ManagedImport) {
  return inTransaction(
    async (tx) => {
      await tx.$queryRaw`select id from "Cohort" where id = ${roster.cohortId}::uuid for update`
      await tx.$queryRaw`select id from "Quota" where "cohortId" = ${roster.cohortId}::uuid order by id for update`
      const now = await tx.rosterImport.findUniqueOrThrow({ where: { id: roster.id } })
      if (now.agreedAt) return { refused: null, summary: now.summary as ImportSummary }
      const check = await checkImport(actor, roster, tx)
      if (check.refused) return check
      const ready = check.rows.filter((row) => row.state === 'ready')
      const kept = check.rows.filter(
        (row) => row.waitsFor === 'administrator' || row.waitsFor === 'identity-number',
      )
      const organisationOf = await makeProposed(tx, actor, check.proposals, [...ready, ...kept])
      await enrolRows(tx, actor, roster, ready, check.people, organisationOf)
      await keepWaiting(tx, actor, roster, kept, organisationOf)
      const summary: ImportSummary = {
        enrolled: ready.length,
        madeUnits: organisationOf.made,
        waiting: check.counts.waiting,
        errors: check.counts.error,
        skipped: check.counts.skipped,
      }
      await tx.rosterImport.update({ where: { id: roster.id }, data: { agreedAt: actor.at, summary } })
      await audit(tx, actor, {
        action: 'roster.agreed',
        subjectKind: 'roster-import',
        subjectId: roster.id,
        cohortId: roster.cohortId,
        details: summary,
      })
      return { refused: null, summary }
    },
    { timeout: 300_000 },
  )
}

type OrganisationOf = { of: (found: Found) => string; made: number }

/** Makes the units that these rows need, those of a level above first. */
async function makeProposed(
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

async function enrolRows(
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
async function keepWaiting(
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
