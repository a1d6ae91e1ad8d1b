// A trainee's own workshops: where and when their turn is, and what was recorded for each session.
import type { WorkshopWork } from '~/activities/workshop/workshop'
import { db } from '~/db.server'
import { inForce } from '../access/in-force'
import { ownEnrolments } from '../access/scope.server'
import type { Actor } from '../actor'
import { dayClosesAt, dayOpensAt } from '../cohorts/weeks'
import {
  type AttendanceEntry,
  type Authority,
  type Mark,
  plannedMinutes,
  sessionCounts,
  standingMark,
} from './attendance'
import { checkInOpensFrom } from './check-in'

export type OwnEntry = {
  id: string
  mark: Mark | null
  by: Authority
  byName: string
  via: string
  at: Date
  note: string | null
  stands: boolean
}

export type OwnSessionRow = {
  id: string
  number: number
  title: string
  startsAt: Date
  endsAt: Date
  standing: Mark | null
  counts: boolean | null
  entries: OwnEntry[]
  mayCheckIn: boolean
  mayAskLeave: boolean
  leave: { reason: string; granted: boolean | null } | null
}

export type OwnWorkshop = {
  activityId: string
  title: string
  turn: number
  turns: number
  venue: string
  address: string
  timeZone: string
  dayOver: boolean
  sessions: OwnSessionRow[]
}

/**
 * Each workshop in which somebody has a place, in order of their days, optionally of one activity. Null where the
 * enrolment is not the actor's own.
 */
export async function ownWorkshops(
  actor: Actor,
  enrolmentId: string,
  activityId?: string,
): Promise<OwnWorkshop[] | null> {
  const own = await db.enrolment.findFirst({
    where: { id: enrolmentId, ...ownEnrolments(actor) },
    select: { withdrawals: { where: { reinstatement: null }, select: { id: true } } },
  })
  if (!own) return null
  const takesPart = own.withdrawals.length === 0
  const places = await placesOf(actor, enrolmentId, activityId)
  const entries = await entriesOf(enrolmentId)
  const turns = await turnCounts(places.map(({ workshop }) => workshop))
  const titles = await titlesOf(
    enrolmentId,
    places.map(({ workshop }) => workshop.activityId),
  )
  return places.map(({ workshop }) => {
    const { venue } = workshop
    const day = workshop.day.toISOString().slice(0, 10)
    const today = dayOpensAt(day, venue.timeZone) <= actor.at && actor.at < dayClosesAt(day, venue.timeZone)
    return {
      activityId: workshop.activityId,
      title: titles.get(workshop.activityId) ?? '',
      turn: workshop.turn,
      turns: turns.get(workshop.activityId) ?? 1,
      venue: venue.name,
      address: venue.address,
      timeZone: venue.timeZone,
      dayOver: dayClosesAt(day, venue.timeZone) <= actor.at,
      sessions: workshop.sessions.map(({ leaves: [leave], ...session }) => {
        const marks = marksOf(entries, workshop.activityId, session)
        const checkedIn = marks.entries.some(({ by, mark }) => by === 'self' && mark !== null)
        const going = checkInOpensFrom(session) <= actor.at && actor.at < session.endsAt
        return {
          ...session,
          ...marks,
          mayCheckIn: takesPart && today && going && !checkedIn,
          mayAskLeave: takesPart && actor.at < session.startsAt && !leave && marks.standing === null,
          leave: leave && (leave.granted !== null || marks.standing === null) ? leave : null,
        }
      }),
    }
  })
}

/** The facts of one workshop for a trainee, as the kind's progress judges them. */
export async function workFor(
  enrolmentId: string,
  activityId: string,
  sessions: number,
): Promise<WorkshopWork> {
  const entries = await entriesOf(enrolmentId)
  const outcome = await db.outcome.findUnique({
    where: { enrolmentId_activityId: { enrolmentId, activityId } },
    select: { handedInAt: true },
  })
  return {
    dayOver: Boolean(outcome?.handedInAt),
    sessions: Array.from({ length: sessions }, (_, place) => {
      const own = entries.filter((entry) => entry.activityId === activityId && entry.number === place + 1)
      const [first] = own
      if (!first) return null
      const minutes = plannedMinutes({ start: first.startsAt, end: first.endsAt })
      return sessionCounts({ standing: standingMark(own), plannedMinutes: minutes })
    }),
  }
}

function placesOf(actor: Actor, enrolmentId: string, activityId: string | undefined) {
  return db.expectedPlace.findMany({
    where: { enrolmentId, ...(activityId ? { activityId } : {}), ...inForce(actor.at) },
    orderBy: { workshop: { day: 'asc' } },
    select: {
      workshop: {
        include: {
          venue: true,
          sessions: {
            orderBy: { number: 'asc' },
            select: {
              id: true,
              number: true,
              title: true,
              startsAt: true,
              endsAt: true,
              leaves: { where: { enrolmentId }, select: { reason: true, granted: true } },
            },
          },
        },
      },
    },
  })
}

type Entry = AttendanceEntry & {
  activityId: string
  number: number
  startsAt: Date
  endsAt: Date
  byName: string
  via: string
  note: string | null
  occurredAt: Date
}

function entriesOf(enrolmentId: string) {
  return db.$queryRaw<Entry[]>`
    select a.id, a.mark, a.minutes, a.authority as by, a."recordedAt", a."occurredAt", a.via, a.note,
      p.name as "byName", w."activityId", s.number, s."startsAt", s."endsAt"
    from "AttendanceEntry" a
    join "WorkshopSession" s on s.id = a."sessionId"
    join "Workshop" w on w.id = s."workshopId"
    join "Person" p on p.id = a."byId"
    where a."enrolmentId" = ${enrolmentId}::uuid
    order by a."recordedAt", a.id`
}

function marksOf(
  all: Entry[],
  activityId: string,
  session: { number: number; startsAt: Date; endsAt: Date },
) {
  const own = all.filter((entry) => entry.activityId === activityId && entry.number === session.number)
  const standing = standingMark(own)
  const minutes = plannedMinutes({ start: session.startsAt, end: session.endsAt })
  return {
    standing: standing?.mark ?? null,
    counts: sessionCounts({ standing, plannedMinutes: minutes }),
    entries: own.map(({ id, mark, by, byName, via, note, occurredAt }) => ({
      id,
      mark,
      by,
      byName,
      via,
      note,
      at: occurredAt,
      stands: id === standing?.id,
    })),
  }
}

/** How many turns each of these activities is held in. */
async function turnCounts(workshops: { cohortId: string; activityId: string }[]) {
  const rows = await db.workshop.groupBy({
    by: ['activityId'],
    where: {
      OR: workshops.map(({ cohortId, activityId }) => ({ cohortId, activityId })),
      expected: { some: { until: null } },
    },
    _count: true,
  })
  return new Map(rows.map((row) => [row.activityId, row._count]))
}

async function titlesOf(enrolmentId: string, activityIds: string[]) {
  const rows = await db.$queryRaw<{ activityId: string; title: string }[]>`
    select a."activityId", a.title
    from "Enrolment" e
    join "CohortVersion" c on c."cohortId" = e."cohortId" and c."until" is null
    join "ModuleVersion" m on m."programmeVersionId" = c."programmeVersionId"
    join "ActivityVersion" a on a."moduleVersionId" = m.id
    where e.id = ${enrolmentId}::uuid and a."activityId" = any(${activityIds}::uuid[])`
  return new Map(rows.map((row) => [row.activityId, row.title]))
}
