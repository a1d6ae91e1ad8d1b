import type { Tx } from '~/db.server'
import type { Actor } from '../actor'
import { newId } from '../ids.server'
import { decimalOf, type Hundredths, hoursOwed } from './ledger'
import { lockEnrolments } from './outcomes.server'
import { releaseMadeTrue } from './releases.server'

export type SessionHours = {
  enrolmentId: string
  activityId: string
  sessionId: string
  /** What the session is worth to them by its standing mark: all of its hours, or nought. */
  due: Hundredths
  attendanceEntryId: string
  occurredAt: Date
}

/**
 * Brings the posted hours of sessions to what is due: positive where a mark counts, negative where one that
 * counted no longer does, nothing where it is so already. A session is known by its activity and number, whatever
 * turn it was attended in. Who was exempted from the workshop keeps the concession's hours and gets no others.
 */
export async function postHours(tx: Tx, actor: Actor, input: SessionHours | SessionHours[]): Promise<void> {
  const inputs = Array.isArray(input) ? input : [input]
  if (!inputs.length) return
  await lockEnrolments(tx, inputs)
  const standing = await postedFor(tx, inputs)
  const data = inputs.flatMap((one, index) => {
    const { posted, exempt } = standing[index]!
    const difference = exempt ? null : hoursOwed([posted], one.due)
    if (difference === null) return []
    const { enrolmentId, activityId, sessionId, attendanceEntryId, occurredAt } = one
    const hours = decimalOf(difference)
    const source = { enrolmentId, activityId, sessionId, attendanceEntryId, hourType: 'workshop', hours }
    return [{ id: newId(), ...source, occurredAt, recordedAt: actor.at }]
  })
  await tx.ledgerEntry.createMany({ data })
  const enrolments = inputs.map((one) => one.enrolmentId)
  if (await anyAsksForAttendance(tx, enrolments)) await releaseMadeTrue(tx, actor, enrolments, 'attendance')
}

function postedFor(tx: Tx, inputs: SessionHours[]) {
  const enrolments = inputs.map((one) => one.enrolmentId)
  const activities = inputs.map((one) => one.activityId)
  const sessions = inputs.map((one) => one.sessionId)
  return tx.$queryRaw<{ posted: number; exempt: boolean }[]>`
    select (select coalesce((sum(l.hours) * 100)::int, 0) from "LedgerEntry" l
        join "WorkshopSession" x on x.id = l."sessionId" and x.number = s.number
        where l."enrolmentId" = i.enrolment and l."activityId" = i.activity) as posted,
      exists(select 1 from "Outcome" o
        where o."enrolmentId" = i.enrolment and o."activityId" = i.activity and o.exempt) as exempt
    from unnest(${enrolments}::uuid[], ${activities}::uuid[], ${sessions}::uuid[])
      with ordinality as i(enrolment, activity, session, n)
    join "WorkshopSession" s on s.id = i.session
    order by i.n`
}

async function anyAsksForAttendance(tx: Tx, enrolments: string[]): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from "Enrolment" e join "ReleaseVersion" v on v."cohortId" = e."cohortId"
    where e.id = any(${enrolments}::uuid[]) and v.conditions::text like '%"attendance"%' limit 1`
  return rows.length > 0
}
