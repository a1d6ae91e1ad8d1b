import type { HourType } from '~/activities/kind'
import { kinds } from '~/activities/kinds'
import { db } from '~/db.server'
import type { Actor } from '../actor'
import type { GuidedStudy } from '../mentoring/guided.access.server'
import { standingMark } from '../workshops/attendance'
import type { OwnStudy } from './learning.access.server'
import { hundredthsOf, shownHours } from './ledger'
import type { RecordEntry } from './record'

type Readable = OwnStudy | GuidedStudy

/** Every entry of the ledger with where it came from, the newest first, and totals by type against the programme's. */
export async function recordOf(study: Readable) {
  const rows = await db.ledgerEntry.findMany({
    where: { enrolmentId: study.enrolmentId },
    orderBy: [{ occurredAt: 'desc' }, { id: 'desc' }],
    include: {
      session: { select: { number: true } },
      outcomeEntry: { select: { cause: true, by: { select: { id: true, name: true } } } },
      attendanceEntry: { select: { mark: true, by: { select: { id: true, name: true } } } },
      concession: { select: { reason: true, by: { select: { name: true } } } },
    },
  })
  const titles = await titlesOf(
    study,
    rows.map((row) => row.activityId),
  )
  const entries = rows.map((row): RecordEntry => {
    const hundredths = hundredthsOf(row.hours.toString())
    return {
      id: row.id,
      title: titles.get(row.activityId) ?? '',
      session: row.session?.number ?? null,
      type: row.hourType as HourType,
      hours: shownHours(Math.abs(hundredths)),
      taken: hundredths < 0,
      source: sourceOf(row, study.personId),
      at: row.occurredAt.getTime(),
    }
  })
  return { entries, totals: totalsOf(study), zone: study.cohort.timeZone }
}

type LedgerRow = {
  outcomeEntry: { cause: string; by: { id: string; name: string } | null } | null
  attendanceEntry: { mark: string | null; by: { id: string; name: string } } | null
  concession: { reason: string; by: { name: string } } | null
}

function sourceOf({ outcomeEntry, attendanceEntry, concession }: LedgerRow, personId: string) {
  if (concession) return { kind: 'concession' as const, word: concession.reason, by: concession.by.name }
  if (attendanceEntry) {
    const { mark, by } = attendanceEntry
    return { kind: 'attendance' as const, word: mark ?? 'undone', by: by.id === personId ? null : by.name }
  }
  const by = outcomeEntry?.by
  const name = by && by.id !== personId ? by.name : null
  return { kind: 'outcome' as const, word: outcomeEntry?.cause ?? '', by: name }
}

function totalsOf(study: Readable) {
  const planned = new Map<HourType, number>()
  for (const activity of study.curriculum.activities.values()) {
    const type = kinds[activity.kind].hours
    planned.set(type, (planned.get(type) ?? 0) + activity.hours)
  }
  const earned = new Map<string, number>()
  for (const { type, hundredths } of study.hours) earned.set(type, (earned.get(type) ?? 0) + hundredths)
  const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, one) => total + one, 0)
  return {
    earned: shownHours(sum(earned.values())),
    planned: shownHours(sum(planned.values())),
    types: [...planned].map(([type, hours]) => ({
      type,
      earned: shownHours(earned.get(type) ?? 0),
      planned: shownHours(hours),
      share: hours ? (earned.get(type) ?? 0) / hours : 0,
    })),
  }
}

/** Titles of the version that the cohort follows now; of an activity that it has no more, the last it had. */
async function titlesOf(study: Readable, ids: string[]) {
  const titles = new Map([...study.curriculum.activities.values()].map(({ id, title }) => [id, title]))
  const gone = ids.filter((id) => !titles.has(id))
  if (!gone.length) return titles
  const rows = await db.activityVersion.findMany({
    where: { activityId: { in: gone } },
    orderBy: { id: 'asc' },
    select: { activityId: true, title: true },
  })
  for (const { activityId, title } of rows) titles.set(activityId, title)
  return titles
}

/** Each session of somebody's turns, with the mark that stands; none where the roll was not taken. */
export function attendanceOf(actor: Actor, study: Readable) {
  return study.turns.flatMap((turn) =>
    turn.sessions.map((session) => {
      const marks = study.marks.find(
        (one) => one.activityId === turn.activityId && one.session === session.number,
      )
      return {
        id: session.id,
        activity: study.curriculum.activities.get(turn.activityId)?.title ?? '',
        title: session.title,
        number: session.number,
        venue: turn.venue,
        zone: turn.timeZone,
        startsAt: session.startsAt.getTime(),
        endsAt: session.endsAt.getTime(),
        over: session.endsAt <= actor.at,
        mark: marks ? (standingMark(marks.entries)?.mark ?? null) : null,
      }
    }),
  )
}
