// A roster on its way in:
//   uploaded → agreed   agreeToImport, once; what it did stays as `summary`
// Nothing is written but the file until the manager agrees. Agreeing checks everything anew under the cohort's lock,
// so two managers who agree at once enrol each person once, and both see the same.
import type { Prisma } from '#generated/client/client'
import { inTransaction } from '~/db.server'
import type { Actor } from '../actor'
import { asShown } from '../as-shown.server'
import { audit } from '../audit/audit.server'
import type { ManagedCohort } from '../cohorts/cohort.access.server'
import { storeFile } from '../files/stored-file.server'
import { newId } from '../ids.server'
import type { ManagedImport } from './import.access.server'
import { checkImport, type Overrides } from './import-check.server'
import { enrolRows, keepWaiting, makeProposed } from './import-rows.server'
import { type CheckedRow, learnsTwice } from './roster-answer'
import { layoutOf } from './roster-columns'
import { readRosterFile } from './roster-file.server'

export type ImportSummary = {
  enrolled: number
  madeUnits: number
  waiting: number
  errors: number
  skipped: number
  /** Of those who learn the same programme in another running cohort: enrolled all the same, and left out. */
  twice?: number
  leftOut?: number
}

/** What the manager says of those who would learn one programme twice at once, and who these were when it was said. */
export type TwiceChoice = { becomes: 'enrolled' | 'left-out'; shown: string }

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
 * Refuses 'twice' where nobody has said what becomes of those who learn the same programme in another running cohort,
 * and where they are others than were shown.
 */
export async function agreeToImport(actor: Actor, roster: ManagedImport, twice: TwiceChoice | null = null) {
  return inTransaction(
    async (tx) => {
      await tx.$queryRaw`select id from "Cohort" where id = ${roster.cohortId}::uuid for update`
      await tx.$queryRaw`select id from "Quota" where "cohortId" = ${roster.cohortId}::uuid order by id for update`
      const now = await tx.rosterImport.findUniqueOrThrow({ where: { id: roster.id } })
      if (now.agreedAt) return { refused: null, summary: now.summary as ImportSummary }
      const check = await checkImport(actor, roster, tx)
      if (check.refused) return check
      const doubled = check.rows.filter(learnsTwice)
      if (doubled.length > 0 && twice?.shown !== shownAs(doubled)) return { refused: 'twice' as const }
      const leftOut = new Set(twice?.becomes === 'left-out' ? doubled : [])
      const ready = check.rows.filter((row) => row.state === 'ready' && !leftOut.has(row))
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
        twice: doubled.length - leftOut.size,
        leftOut: leftOut.size,
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

/** Names the rows of a roster whose people would learn one programme twice at once. */
export function shownAs(doubled: CheckedRow[]) {
  return asShown(doubled.map(({ sheet, row }) => [sheet, row]))
}
