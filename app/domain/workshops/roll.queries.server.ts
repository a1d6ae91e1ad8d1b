// What the pages of whoever calls rolls show.
import { db } from '~/db.server'
import type { Actor } from '../actor'
import { type Authority, type Mark, standingMark } from './attendance'
import { expectedIn } from './attendance.server'
import { type Callable, type CallingStage, inOrderOfCalling } from './calling'
import { entriesFor, type KeptEntry } from './entries.server'
import type { RunSession, SessionRoll } from './workshops.access.server'

export type RollRow = {
  enrolmentId: string
  name: string
  unit: string
  standing: Mark | null
  minutes: number | null
  /** Whose mark it is that stands. */
  by: Authority | null
  /** What this authority has said last; the page's choice. */
  own: Mark | null
  self: { mark: Mark; at: Date } | null
  leave: { id: string; reason: string; granted: boolean | null } | null
}

export type RollView = {
  people: RollRow[]
  counts: Record<Mark | 'none', number>
  called: boolean
  /** The entries that this person wrote last, to be undone together. */
  lastEntryIds: string[]
}

export async function rollView(actor: Actor, roll: SessionRoll): Promise<RollView> {
  const expected = await expectedIn(db, roll)
  const entries = await entriesFor(
    db,
    roll,
    expected.map((person) => person.enrolmentId),
  )
  const leaves = await db.leaveRequest.findMany({
    where: { sessionId: roll.sessionId },
    select: { id: true, enrolmentId: true, reason: true, granted: true },
  })
  const people = expected.map(({ enrolmentId, name, unit }): RollRow => {
    const own = entries.get(enrolmentId)!
    const standing = standingMark(own)
    const self = own.filter((entry) => entry.by === 'self').at(-1)
    const leave = leaves.find((one) => one.enrolmentId === enrolmentId)
    return {
      enrolmentId,
      name,
      unit,
      standing: standing?.mark ?? null,
      minutes: standing?.minutes ?? null,
      by: standing?.by ?? null,
      own: own.filter((entry) => entry.by === roll.authority).at(-1)?.mark ?? null,
      self: self?.mark ? { mark: self.mark, at: self.occurredAt } : null,
      leave:
        leave && isOpenOrAnswered(leave, standing)
          ? { id: leave.id, reason: leave.reason, granted: leave.granted }
          : null,
    }
  })
  return {
    people,
    counts: countsOf(people),
    called: (await db.rollCall.count({ where: { sessionId: roll.sessionId, groupId: roll.group.id } })) > 0,
    lastEntryIds: lastBatch(actor, roll, [...entries.values()].flat()),
  }
}

/** A request that nobody answered is over once somebody has a mark: they came, or it is said that they did not. */
export function isOpenOrAnswered(leave: { granted: boolean | null }, standing: object | null | undefined) {
  return leave.granted !== null || !standing
}

function countsOf(people: RollRow[]) {
  const counts = { present: 0, late: 0, 'left-early': 0, excused: 0, absent: 0, 'made-up': 0, none: 0 }
  for (const { standing } of people) counts[standing ?? 'none'] += 1
  return counts
}

function lastBatch(actor: Actor, roll: SessionRoll, entries: KeptEntry[]) {
  const undone = new Set(entries.flatMap((entry) => entry.undoesId ?? []))
  const mine = entries.filter(
    (entry) =>
      entry.byId === actor.person?.id &&
      entry.by === roll.authority &&
      entry.via === 'roll' &&
      entry.sessionId === roll.sessionId &&
      entry.mark !== null &&
      !undone.has(entry.id),
  )
  const latest = Math.max(...mine.map((entry) => entry.recordedAt.getTime()))
  return mine.filter((entry) => entry.recordedAt.getTime() === latest).map((entry) => entry.id)
}

export type SessionToCall = Callable & {
  sessionId: string
  groupId: string
  group: string
  workshop: string
  title: string
  turn: number
  venue: string
  cohort: string
  expected: number
  marked: number
  /** Who has asked for leave and has no answer yet; nobody where the cohort has ended. */
  leaves: number
  stage: CallingStage
}

/** The sessions that somebody calls as a mentor or an instructor, in the order in which they ask for it. */
export async function sessionsToCall(actor: Actor): Promise<SessionToCall[]> {
  const personId = actor.person?.id
  if (!personId) return []
  const { at } = actor
  const sessions = await db.$queryRaw<Omit<SessionToCall, 'stage'>[]>`
    with mine as (
      select m."groupId", null::uuid as workshop, null::uuid as activity, null::uuid as cohort
      from "MentorAssignment" m
      where m."personId" = ${personId}::uuid and m."from" <= ${at} and (m."until" is null or m."until" > ${at})
      union all
      select null, i."workshopId", i."activityId", i."cohortId" from "InstructorAssignment" i
      where i."personId" = ${personId}::uuid and i."from" <= ${at} and (i."until" is null or i."until" > ${at})
    ), people as (
      select s.id as session, g.id as "groupId", x."enrolmentId", w."activityId", s.number
      from "WorkshopSession" s
      join "Workshop" w on w.id = s."workshopId"
      join "ExpectedPlace" x on x."workshopId" = w.id
        and x."from" <= s."startsAt" and (x."until" is null or x."until" > s."startsAt")
      join "GroupMembership" m on m."enrolmentId" = x."enrolmentId"
        and m."from" <= s."startsAt" and (m."until" is null or m."until" > s."startsAt")
      join "MentorGroup" g on g.id = m."groupId"
      where exists(select 1 from mine where mine."groupId" = g.id or mine.workshop = w.id
        or (mine.activity = w."activityId" and mine.cohort = w."cohortId"))
    )
    select s.id as "sessionId", g.id as "groupId", g.name as group, s.title, w.turn, s."startsAt", s."endsAt",
      v.name as venue, v."timeZone", c.title as cohort, count(*)::int as expected,
      (select t.title from "ActivityVersion" t join "ModuleVersion" mv on mv.id = t."moduleVersionId"
        join "CohortVersion" cv on cv."programmeVersionId" = mv."programmeVersionId" and cv."cohortId" = c.id
          and cv."until" is null
        where t."activityId" = w."activityId") as workshop,
      count(*) filter (where exists(select 1 from "AttendanceEntry" a
        where a."sessionId" = s.id and a."enrolmentId" = people."enrolmentId"))::int as marked,
      exists(select 1 from "RollCall" r where r."sessionId" = s.id and r."groupId" = g.id) as called,
      count(*) filter (where exists(select 1 from "LeaveRequest" l
        where l."sessionId" = s.id and l."enrolmentId" = people."enrolmentId" and l.granted is null
          and not exists(select 1 from "AttendanceEntry" a where a."sessionId" = s.id
            and a."enrolmentId" = people."enrolmentId"))
        and not exists(select 1 from "CohortClosing" z where z."cohortId" = c.id))::int as leaves,
      exists(select 1 from "CohortClosing" z where z."cohortId" = c.id) as closed
    from people
    join "WorkshopSession" s on s.id = people.session
    join "Workshop" w on w.id = s."workshopId"
    join "Venue" v on v.id = w."venueId"
    join "Cohort" c on c.id = w."cohortId"
    join "MentorGroup" g on g.id = people."groupId"
    group by s.id, g.id, w.id, v.id, c.id
    order by s."startsAt", g.position`
  return inOrderOfCalling(sessions, at)
}

/** What of it waits: rolls that were missed, and requests for leave. */
export async function callsWaiting(actor: Actor) {
  const sessions = await sessionsToCall(actor)
  return {
    missed: sessions.filter(({ stage }) => stage === 'missed'),
    leaves: sessions.reduce((sum, { leaves }) => sum + leaves, 0),
  }
}

/** How many are expected at a session, and how many have checked in by its code. */
export async function checkedInAt(session: RunSession) {
  const [row] = await db.$queryRaw<{ expected: number; checkedIn: number }[]>`
    select count(*)::int as expected,
      count(*) filter (where exists(select 1 from "AttendanceEntry" a where a."sessionId" = ${session.sessionId}::uuid
        and a."enrolmentId" = x."enrolmentId" and a.authority = 'self'))::int as "checkedIn"
    from "ExpectedPlace" x
    join "GroupMembership" m on m."enrolmentId" = x."enrolmentId"
      and m."from" <= ${session.startsAt} and (m."until" is null or m."until" > ${session.startsAt})
    where x."workshopId" = ${session.workshopId}::uuid
      and x."from" <= ${session.startsAt} and (x."until" is null or x."until" > ${session.startsAt})`
  return row ?? { expected: 0, checkedIn: 0 }
}
