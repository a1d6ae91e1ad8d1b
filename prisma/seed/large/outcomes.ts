// What people have reached, written as recordOutcome would write it: each report follows on what stood before by the
// rule of the domain, and becomes an entry, the row that holds the latest, and the hours that are owed by it.

import type { Progress } from '~/activities/kind'
import { kinds } from '~/activities/kinds'
import type { CurriculumActivity } from '~/domain/learning/curriculum'
import { decimalOf, hoursOwed } from '~/domain/learning/ledger'
import { nextOutcome, type OutcomeState } from '~/domain/learning/outcome'
import { idAt } from './calendar'
import { copyInto, type Row } from './copy'

export type Report = {
  cause: string
  at: Date
  /** Who recorded it; null for the sweep. */
  byId: string | null
  progress: Pick<Progress, 'handedIn' | 'confirmed' | 'score' | 'awaits'>
}

export type Sheet = { entries: Row[]; latest: Row[]; hours: Row[] }

export function newSheet(): Sheet {
  return { entries: [], latest: [], hours: [] }
}

/** All the reports of one enrolment on one activity, the oldest first. */
export function report(sheet: Sheet, enrolmentId: string, activity: CurriculumActivity, reports: Report[]) {
  let standing: OutcomeState | null = null
  let latest: Row | null = null
  let posted = 0
  for (const { cause, at, byId, progress } of reports) {
    const { handedIn, confirmed, awaits } = progress
    const score = progress.score === null ? null : Number(progress.score.toFixed(6))
    const next = nextOutcome(standing, { handedIn, confirmed, score, awaits, late: false, occurredAt: at })
    if (!next) continue
    standing = next
    const id = idAt(at)
    const key = { enrolmentId, activityId: activity.id }
    const versioned = { activityVersionId: activity.versionId, cause, byId, occurredAt: at, recordedAt: at }
    sheet.entries.push({ id, ...key, ...next, ...versioned })
    latest = { ...key, entryId: id, ...next, recordedAt: at }
    // A workshop's hours come session by session from its attendance.
    const due = next.confirmedAt && activity.kind !== 'workshop' ? activity.hours : 0
    const owed = hoursOwed([posted], due)
    if (owed === null) continue
    posted += owed
    sheet.hours.push({
      id: idAt(at),
      ...key,
      hours: decimalOf(owed),
      hourType: kinds[activity.kind].hours,
      outcomeEntryId: id,
      occurredAt: at,
      recordedAt: at,
    })
  }
  if (latest) sheet.latest.push(latest)
}

export async function copySheet({ entries, latest, hours }: Sheet) {
  await copyInto('OutcomeEntry', entries)
  await copyInto('Outcome', latest)
  await copyInto('LedgerEntry', hours)
}
