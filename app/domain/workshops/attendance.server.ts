// The roll of a group in a session, as a mentor, an instructor or a manager calls it. Each mark is an entry; which one
// holds is said by attendance.ts. An attendance belongs to the group at the planned start of its session.
import { inTransaction, type Tx } from '~/db.server'
import type { Actor } from '../actor'
import { newId } from '../ids.server'
import { lockEnrolments } from '../learning/outcomes.server'
import { type Mark, outranks, standingMark } from './attendance'
import { addEntries, type EntryDraft, entriesFor, type KeptEntry } from './entries.server'
import type { SessionRoll } from './workshops.access.server'

export type RollMark = {
  enrolmentId: string
  mark: Mark
  /** Minutes present, where somebody left early. */
  minutes?: number | null
  note?: string | null
  /** The device's own time, as a claim. */
  claimedAt?: Date | null
}

export type RollPerson = { enrolmentId: string; personId: string; name: string; unit: string }

export type Taken = {
  /** Entries that were written: none where a roll is sent twice. */
  entryIds: string[]
  /** Whose mark does not hold, since a manager has set another. */
  overruled: string[]
  complete: boolean
}

/**
 * Takes a batch of a group's roll. With `rest`, everybody without a mark gets that one. Sent twice, nothing is written
 * the second time. The roll counts as called once everybody expected has a mark. Refuses 'too-early' before the day
 * of the session, 'closed' after the cohort's end, 'minutes' where somebody left early and it is not said when, and
 * 'not-expected' for people whose session this is not.
 */
export async function takeRoll(
  actor: Actor,
  roll: SessionRoll,
  marks: RollMark[],
  { rest = null, via = 'roll' }: { rest?: Mark | null; via?: 'roll' | 'sheet' } = {},
) {
  if (actor.at < roll.dayOpensAt) return { refused: 'too-early' as const, opensAt: roll.dayOpensAt }
  if (roll.cohort.closedAt && roll.cohort.closedAt <= actor.at) return { refused: 'closed' as const }
  if (marks.some(({ mark, minutes }) => mark === 'left-early' && minutes == null)) {
    return { refused: 'minutes' as const }
  }
  return inTransaction(async (tx) => {
    const people = await expectedIn(tx, roll)
    const ids = people.map((person) => person.enrolmentId)
    const strangers = marks.filter(({ enrolmentId }) => !ids.includes(enrolmentId))
    if (strangers.length || !ids.length) {
      return { refused: 'not-expected' as const, enrolmentIds: strangers.map((one) => one.enrolmentId) }
    }
    await lockEnrolments(tx, people)
    const before = await entriesFor(tx, roll, ids)
    const named = new Set(marks.map((one) => one.enrolmentId))
    const others: RollMark[] = ids
      .filter((id) => rest && !named.has(id) && !standingMark(before.get(id)!))
      .map((enrolmentId) => ({ enrolmentId, mark: rest! }))
    const wanted = [...marks, ...others].filter((mark) => !isSaid(before.get(mark.enrolmentId)!, roll, mark))
    const drafts = wanted.map(
      (mark): EntryDraft => ({ ...mark, groupId: roll.group.id, authority: roll.authority, via }),
    )
    await addEntries(tx, actor, roll, before, drafts)
    return taken(tx, actor, roll, ids, wanted)
  })
}

/** One mark of a roll; see `takeRoll`. */
export function markAttendance(actor: Actor, roll: SessionRoll, mark: RollMark) {
  return takeRoll(actor, roll, [mark])
}

/**
 * Takes back marks of a roll, each by an entry; what the same authority had said before stands again, and else the
 * check-in of the trainee or nothing. One that is taken back already stays so. Refuses 'absent' for entries of another
 * roll or authority, and 'closed'.
 */
export async function undoMarks(actor: Actor, roll: SessionRoll, entryIds: string[]) {
  if (roll.cohort.closedAt && roll.cohort.closedAt <= actor.at) return { refused: 'closed' as const }
  return inTransaction(async (tx) => {
    const entries = await tx.attendanceEntry.findMany({
      where: {
        id: { in: entryIds },
        sessionId: roll.sessionId,
        groupId: roll.group.id,
        authority: roll.authority,
        mark: { not: null },
      },
    })
    if (entries.length !== new Set(entryIds).size) return { refused: 'absent' as const }
    await lockEnrolments(tx, entries)
    const before = await entriesFor(tx, roll, [...new Set(entries.map((entry) => entry.enrolmentId))])
    const drafts = entries.flatMap(({ id, enrolmentId }) => undoing(before.get(enrolmentId)!, id, roll))
    await addEntries(tx, actor, roll, before, drafts)
    return { undone: drafts.filter((draft) => draft.mark === null).length }
  })
}

export function undoMark(actor: Actor, roll: SessionRoll, entryId: string) {
  return undoMarks(actor, roll, [entryId])
}

/** Who is on a group's roll of a session: members at its planned start whose turn it then is. */
export async function expectedIn(tx: Pick<Tx, '$queryRaw'>, roll: SessionRoll): Promise<RollPerson[]> {
  const { startsAt } = roll
  return tx.$queryRaw<RollPerson[]>`
    select e.id as "enrolmentId", p.id as "personId", p.name, o.name as unit
    from "GroupMembership" m
    join "Enrolment" e on e.id = m."enrolmentId"
    join "Person" p on p.id = e."personId"
    join "Organisation" o on o.id = e."sentById"
    join "ExpectedPlace" x on x."enrolmentId" = e.id and x."workshopId" = ${roll.workshopId}::uuid
      and x."from" <= ${startsAt} and (x."until" is null or x."until" > ${startsAt})
    where m."groupId" = ${roll.group.id}::uuid
      and m."from" <= ${startsAt} and (m."until" is null or m."until" > ${startsAt})
    order by p.name collate "zh-x-icu", e.id`
}

/** Whether this authority's latest word is this very mark. */
function isSaid(entries: KeptEntry[], roll: SessionRoll, { mark, minutes = null }: RollMark) {
  const last = entries.filter((entry) => entry.by === roll.authority).at(-1)
  return last?.mark === mark && last.minutes === minutes
}

function undoing(entries: KeptEntry[], entryId: string, roll: SessionRoll): EntryDraft[] {
  if (entries.some((entry) => entry.undoesId === entryId)) return []
  const mine = entries.filter((entry) => entry.by === roll.authority)
  const place = mine.findIndex((entry) => entry.id === entryId)
  const { enrolmentId } = mine[place]!
  const common = { enrolmentId, groupId: roll.group.id, authority: roll.authority, via: 'roll' as const }
  const undo: EntryDraft = { ...common, mark: null, undoesId: entryId }
  const undone = new Set(mine.flatMap((entry) => entry.undoesId ?? []))
  const stands = (entry: KeptEntry) => entry.mark !== null && entry.id !== entryId && !undone.has(entry.id)
  // Where a later mark has come since, that one stays; else the one before it is said again.
  const said = mine.filter(stands).at(-1)
  return said ? [undo, { ...common, mark: said.mark, minutes: said.minutes, note: said.note }] : [undo]
}

async function taken(
  tx: Tx,
  actor: Actor,
  roll: SessionRoll,
  ids: string[],
  wanted: RollMark[],
): Promise<Taken> {
  const after = await entriesFor(tx, roll, ids)
  const complete = ids.every((id) => standingMark(after.get(id)!))
  if (complete) await callRoll(tx, actor, roll)
  const written = wanted.map(({ enrolmentId }) => after.get(enrolmentId)!)
  return {
    entryIds: written.map((entries) => entries.filter((entry) => entry.by === roll.authority).at(-1)!.id),
    overruled: written.flatMap((entries) => {
      const standing = standingMark(entries)!
      return outranks(roll.authority, standing.by) ? [] : [standing.enrolmentId]
    }),
    complete,
  }
}

async function callRoll(tx: Tx, actor: Actor, roll: SessionRoll) {
  await tx.rollCall.createMany({
    data: [
      {
        id: newId(),
        sessionId: roll.sessionId,
        groupId: roll.group.id,
        byId: actor.person!.id,
        occurredAt: actor.at,
        recordedAt: actor.at,
      },
    ],
    skipDuplicates: true,
  })
}
