// What was recorded for people in one session, and what follows from a new entry. A session is known by its activity
// and number, whatever turn it was attended in. Whoever adds entries holds the enrolments' rows.
import { min } from 'date-fns'
import type { Tx } from '~/db.server'
import type { Actor } from '../actor'
import { newId } from '../ids.server'
import { postHours } from '../learning/hours.server'
import type { Hundredths } from '../learning/ledger'
import {
  type AttendanceEntry,
  type Authority,
  counts,
  type Mark,
  plannedMinutes,
  standingMark,
} from './attendance'
import { reportWorkshop } from './outcomes.server'

export type SessionOf = {
  sessionId: string
  activityId: string
  number: number
  startsAt: Date
  endsAt: Date
  hours: Hundredths
}

export type KeptEntry = AttendanceEntry & {
  enrolmentId: string
  sessionId: string
  via: string
  byId: string
  byName: string
  note: string | null
  undoesId: string | null
  occurredAt: Date
}

export type EntryDraft = {
  enrolmentId: string
  groupId: string | null
  mark: Mark | null
  minutes?: number | null
  authority: Authority
  via: 'code' | 'roll' | 'sheet'
  note?: string | null
  undoesId?: string | null
  claimedAt?: Date | null
}

export type Entries = Map<string, KeptEntry[]>

/** Every entry of these people for a session, the oldest first. */
export async function entriesFor(
  tx: Pick<Tx, '$queryRaw'>,
  { activityId, number }: Pick<SessionOf, 'activityId' | 'number'>,
  enrolmentIds: string[],
): Promise<Entries> {
  const rows = await tx.$queryRaw<KeptEntry[]>`
    select a.id, a."enrolmentId", a."sessionId", a.mark, a.minutes, a.authority as by, a.via, a.note, a."undoesId",
      a."byId", p.name as "byName", a."occurredAt", a."recordedAt"
    from "AttendanceEntry" a
    join "WorkshopSession" s on s.id = a."sessionId" and s.number = ${number}
    join "Workshop" w on w.id = s."workshopId" and w."activityId" = ${activityId}::uuid
    join "Person" p on p.id = a."byId"
    where a."enrolmentId" = any(${enrolmentIds}::uuid[])
    order by a."recordedAt", a.id`
  const entries: Entries = new Map(enrolmentIds.map((id) => [id, []]))
  for (const row of rows) entries.get(row.enrolmentId)!.push(row)
  return entries
}

/**
 * Adds entries to a session, then posts the hours that the new standing marks are worth, and reports the activity's
 * outcome of those whose day is over. `before` is what `entriesFor` gave under the same locks.
 */
export async function addEntries(
  tx: Tx,
  actor: Actor,
  session: SessionOf,
  before: Entries,
  drafts: EntryDraft[],
) {
  const byId = actor.person!.id
  const added = drafts.map((draft) => ({
    id: newId(),
    sessionId: session.sessionId,
    enrolmentId: draft.enrolmentId,
    groupId: draft.groupId,
    mark: draft.mark,
    minutes: draft.minutes ?? null,
    authority: draft.authority,
    via: draft.via,
    note: draft.note || null,
    undoesId: draft.undoesId ?? null,
    byId,
    occurredAt: min([actor.at, session.endsAt]),
    recordedAt: actor.at,
    claimedAt: draft.claimedAt ?? null,
  }))
  if (!added.length) return
  await tx.attendanceEntry.createMany({ data: added })

  const enrolmentIds = [...new Set(drafts.map((draft) => draft.enrolmentId))]
  const hours = enrolmentIds.map((enrolmentId) => {
    const own = added.filter((entry) => entry.enrolmentId === enrolmentId)
    const fresh = own.map(({ id, mark, minutes, authority: by, recordedAt }) => ({
      id,
      mark,
      minutes,
      by,
      recordedAt,
    }))
    const standing = standingMark<AttendanceEntry>([...before.get(enrolmentId)!, ...fresh])
    const last = own.at(-1)!
    return {
      enrolmentId,
      activityId: session.activityId,
      sessionId: session.sessionId,
      due: worth(session, standing),
      attendanceEntryId: last.id,
      occurredAt: last.occurredAt,
    }
  })
  await postHours(tx, actor, hours)
  await arrive(
    tx,
    actor,
    added.filter((entry) => entry.mark === 'present' || entry.mark === 'late'),
  )
  await reportWorkshop(tx, actor, session.activityId, enrolmentIds)
}

function worth(session: SessionOf, standing: AttendanceEntry | null): Hundredths {
  if (!standing?.mark) return 0
  const planned = plannedMinutes({ start: session.startsAt, end: session.endsAt })
  return counts(standing.mark, standing.minutes, planned) ? session.hours : 0
}

/** Who comes to a workshop has arrived. */
async function arrive(tx: Tx, actor: Actor, entries: { enrolmentId: string; occurredAt: Date }[]) {
  await tx.arrival.createMany({
    data: entries.map(({ enrolmentId, occurredAt }) => ({
      id: newId(),
      enrolmentId,
      via: 'workshop',
      byId: actor.person?.id ?? null,
      occurredAt,
      recordedAt: actor.at,
    })),
    skipDuplicates: true,
  })
}
