import type { Tx } from '~/db.server'
import type { Actor } from '../actor'
import { placePeople } from './workshops.server'

type Row = { activityId: string; workshopId: string; place: string | null; people: number; capacity: number }

/**
 * Whoever joins a group is expected where the group is, in each workshop whose days have not come: neither that of the
 * group's turn nor that of their own. Where the venue is full they keep the turn that they have.
 */
export async function followGroup(tx: Tx, actor: Actor, enrolmentId: string, groupId: string) {
  const rows = await tx.$queryRaw<Row[]>`
    select distinct on (w."activityId") w."activityId", w.id as "workshopId", own."workshopId" as place, v.capacity,
      (select count(*)::int from "ExpectedPlace" y where y."workshopId" = w.id and y."until" is null) as people
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
