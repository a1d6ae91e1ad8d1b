// What a workshop activity reports of an enrolment: handed in when the day of its turn is over, whoever came;
// confirmed while each planned session counts by its standing mark. Its hours are posted session by session.
import { workshop } from '~/activities/workshop/workshop'
import { db, inTransaction, type Tx } from '~/db.server'
import type { Actor } from '../actor'
import { dayClosesAt } from '../cohorts/weeks'
import { recordOutcomes } from '../learning/outcomes.server'
import { type AttendanceEntry, plannedMinutes, sessionCounts, standingMark } from './attendance'
import { workshopActivity } from './workshops.server'

const BATCH = 200

type Turn = {
  enrolmentId: string
  cohortId: string
  day: string
  timeZone: string
  handedIn: boolean
  sessions: { number: number; startsAt: Date; endsAt: Date }[]
}

/** Reports for those of these people whose day is over; nothing is written where nothing has changed. */
export async function reportWorkshop(tx: Tx, actor: Actor, activityId: string, enrolmentIds: string[]) {
  const turns = (await turnsOf(tx, actor, activityId, enrolmentIds)).filter(
    (turn) => overAt(turn) <= actor.at,
  )
  const [first] = turns
  const activity = first && (await workshopActivity(tx, actor, first.cohortId, activityId))
  if (!activity) return
  const marks = await marksOf(
    tx,
    activityId,
    turns.map((turn) => turn.enrolmentId),
  )
  const inputs = turns.map((turn) => {
    const sessions = activity.config.sessions.map(({ number }) => {
      const entries = marks.filter((mark) => mark.enrolmentId === turn.enrolmentId && mark.number === number)
      const planned = turn.sessions.find((session) => session.number === number)
      if (!planned) return null
      const minutes = plannedMinutes({ start: planned.startsAt, end: planned.endsAt })
      return sessionCounts({ standing: standingMark(entries), plannedMinutes: minutes })
    })
    const { confirmed, awaits } = workshop.progress(activity.config, { dayOver: true, sessions })
    return {
      enrolmentId: turn.enrolmentId,
      activityId,
      activityVersionId: activity.versionId,
      cause: turn.handedIn ? 'attendance' : 'held',
      handedIn: true,
      confirmed,
      score: null,
      awaits,
      late: false,
      occurredAt: turn.handedIn ? actor.at : overAt(turn),
    }
  })
  await recordOutcomes(tx, actor, inputs)
}

/** The sweep: reports the workshops whose day has passed, for whoever has no outcome yet. */
export async function sweepWorkshops(actor: Actor): Promise<number> {
  const due = await db.$queryRaw<{ activityId: string; cohortId: string; enrolmentIds: string[] }[]>`
    select x."activityId", w."cohortId", array_agg(x."enrolmentId"::text order by x."enrolmentId") as "enrolmentIds"
    from "ExpectedPlace" x
    join "Workshop" w on w.id = x."workshopId"
    join "Venue" v on v.id = w."venueId"
    where x."from" <= ${actor.at} and (x."until" is null or x."until" > ${actor.at})
      and ((w.day + 1)::timestamp at time zone v."timeZone") <= ${actor.at}
      and not exists(select 1 from "CohortClosing" c where c."cohortId" = w."cohortId")
      and not exists(select 1 from "Outcome" o where o."enrolmentId" = x."enrolmentId"
        and o."activityId" = x."activityId" and o."handedInAt" is not null)
      and not exists(select 1 from "Withdrawal" q where q."enrolmentId" = x."enrolmentId"
        and not exists(select 1 from "Reinstatement" r where r."withdrawalId" = q.id))
    group by x."activityId", w."cohortId"`
  let reported = 0
  for (const { activityId, enrolmentIds } of due) {
    for (let start = 0; start < enrolmentIds.length; start += BATCH) {
      const batch = enrolmentIds.slice(start, start + BATCH)
      await inTransaction((tx) => reportWorkshop(tx, actor, activityId, batch))
      reported += batch.length
    }
  }
  return reported
}

function overAt({ day, timeZone }: Turn) {
  return dayClosesAt(day, timeZone)
}

async function turnsOf(tx: Tx, actor: Actor, activityId: string, enrolmentIds: string[]): Promise<Turn[]> {
  const places = await tx.expectedPlace.findMany({
    where: {
      activityId,
      enrolmentId: { in: enrolmentIds },
      from: { lte: actor.at },
      OR: [{ until: null }, { until: { gt: actor.at } }],
    },
    select: {
      enrolmentId: true,
      enrolment: { select: { outcomes: { where: { activityId }, select: { handedInAt: true } } } },
      workshop: {
        select: {
          cohortId: true,
          day: true,
          venue: { select: { timeZone: true } },
          sessions: { select: { number: true, startsAt: true, endsAt: true } },
        },
      },
    },
  })
  return places.map(({ enrolmentId, enrolment, workshop: held }) => ({
    enrolmentId,
    cohortId: held.cohortId,
    day: held.day.toISOString().slice(0, 10),
    timeZone: held.venue.timeZone,
    handedIn: Boolean(enrolment.outcomes[0]?.handedInAt),
    sessions: held.sessions,
  }))
}

function marksOf(tx: Tx, activityId: string, enrolmentIds: string[]) {
  return tx.$queryRaw<(AttendanceEntry & { enrolmentId: string; number: number })[]>`
    select a.id, a."enrolmentId", s.number, a.mark, a.minutes, a.authority as by, a."recordedAt"
    from "AttendanceEntry" a
    join "WorkshopSession" s on s.id = a."sessionId"
    join "Workshop" w on w.id = s."workshopId"
    where w."activityId" = ${activityId}::uuid and a."enrolmentId" = any(${enrolmentIds}::uuid[])`
}
