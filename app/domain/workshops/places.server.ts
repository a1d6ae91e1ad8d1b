import { sql } from 'kysely'
import type { Tx } from '~/db.server'
import type { Actor } from '../actor'
import { newId } from '../ids.server'

export type NewPlace = {
  enrolmentId: string
  workshopId: string /** From when, for who had no place. */
  first: Date
}

/** One turn for each of these people from now on; whose turn it is already keeps it. How many were moved. */
export async function placePeople(tx: Tx, actor: Actor, activityId: string, places: NewPlace[]) {
  const enrolments = places.map((one) => one.enrolmentId)
  const now = await tx.expectedPlace.findMany({
    where: { activityId, until: null, enrolmentId: { in: enrolments } },
  })
  const held = new Map(now.map((place) => [place.enrolmentId, place]))
  const changed = places.filter((place) => held.get(place.enrolmentId)?.workshopId !== place.workshopId)
  if (!changed.length) return 0
  const ended = changed.flatMap((place) => held.get(place.enrolmentId) ?? [])
  // A place that began this very instant was never anybody's.
  await tx.expectedPlace.deleteMany({
    where: { id: { in: ended.filter((place) => place.from >= actor.at).map((place) => place.id) } },
  })
  await tx.expectedPlace.updateMany({
    where: { id: { in: ended.map((place) => place.id) } },
    data: { until: actor.at },
  })
  await sql`insert into "ExpectedPlace" (id, "workshopId", "activityId", "enrolmentId", "from", "byId")
    select id, workshop, ${activityId}::uuid, enrolment, since, ${actor.person?.id ?? null}::uuid
    from unnest(
      ${changed.map(() => newId())}::uuid[], ${changed.map((one) => one.workshopId)}::uuid[],
      ${changed.map((one) => one.enrolmentId)}::uuid[],
      ${changed.map((one) => (held.has(one.enrolmentId) ? actor.at : one.first))}::timestamptz[]
    ) as one(id, workshop, enrolment, since)`.execute(tx.$kysely)
  return changed.length
}

type Row = { activityId: string; workshopId: string; place: string | null; people: number; capacity: number }

/**
 * Whoever joins a group is expected where the group is, in each workshop whose days have not come: neither that of the
 * group's turn nor that of their own. Where the venue is full they keep the turn that they have.
 */
export async function followGroup(tx: Tx, actor: Actor, enrolmentId: string, groupId: string) {
  const rows = await tx.$queryRaw<Row[]>`
    select distinct on (w."activityId") w."activityId", w.id as "workshopId", own."workshopId" as place, v.capacity,
      (select count(*)::int from "ExpectedPlace" y
        join "GroupMembership" z on z."enrolmentId" = y."enrolmentId" and z."until" is null
        where y."workshopId" = w.id and y."until" is null) as people
    from "GroupMembership" m
    join "ExpectedPlace" x on x."enrolmentId" = m."enrolmentId" and x."until" is null
    join "Workshop" w on w.id = x."workshopId"
    join "Venue" v on v.id = w."venueId"
    left join "ExpectedPlace" own
      on own."enrolmentId" = ${enrolmentId}::uuid and own."activityId" = w."activityId" and own."until" is null
    left join "Workshop" mine on mine.id = own."workshopId"
    where m."groupId" = ${groupId}::uuid and m."until" is null and m."enrolmentId" <> ${enrolmentId}::uuid
      and (w.day::timestamp at time zone v."timeZone") > ${actor.at}
      and (mine.day is null or (mine.day::timestamp at time zone v."timeZone") > ${actor.at})
    group by w."activityId", w.id, w.day, own."workshopId", v.capacity
    order by w."activityId", count(*) desc, w.id`
  for (const { activityId, workshopId, place, people, capacity } of rows) {
    if (place === workshopId || people >= capacity) continue
    await placePeople(tx, actor, activityId, [{ enrolmentId, workshopId, first: actor.at }])
  }
}
