import { TZDate } from '@date-fns/tz'
import { db, inTransaction } from '~/db.server'
import type { Actor } from '~/domain/actor'
import { audit } from '~/domain/audit/audit.server'
import type { ManagedCohort } from '~/domain/cohorts/cohort.access.server'
import { newId } from '~/domain/ids.server'
import { type LiveSessionToMark, liveActivitiesOf } from './live.access.server'

export type SessionInput = { activityId: string; day: string; from: string; until: string; link: string }

/**
 * Sets when and where a cohort's live activity takes place, in the cohort's time zone; anew as often as it moves.
 * Refuses ('absent') an activity that is no live one of this cohort.
 */
export async function setLiveSession(actor: Actor, cohort: ManagedCohort, input: SessionInput) {
  const known = await liveActivitiesOf(actor, cohort.id)
  if (!known.some((one) => one.activityId === input.activityId)) return { refused: 'absent' as const }
  const startsAt = instantOf(input.day, input.from, cohort.timeZone)
  const endsAt = instantOf(input.day, input.until, cohort.timeZone)
  const key = { cohortId: cohort.id, activityId: input.activityId }
  const set = { startsAt, endsAt, link: input.link, recordedAt: actor.at, byId: actor.person?.id ?? null }
  await inTransaction(async (tx) => {
    await tx.liveSession.upsert({
      where: { cohortId_activityId: key },
      create: { id: newId(), ...key, ...set },
      update: set,
    })
    await audit(tx, actor, {
      action: 'live.set',
      subjectKind: 'activity',
      subjectId: input.activityId,
      cohortId: cohort.id,
      details: { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
    })
  })
  return { refused: null }
}

export type LiveMark = {
  enrolmentId: string
  name: string
  unit: string
  group: string | null
  joined: boolean
  minutes: number | null
}

/** Those whose minutes may be marked, with what is known of each. */
export async function liveMarks(session: LiveSessionToMark): Promise<LiveMark[]> {
  return db.$queryRaw<LiveMark[]>`
    select e.id as "enrolmentId", p.name, o.name as unit, g.name as "group",
      exists(select 1 from "LivePresence" l where l."enrolmentId" = e.id
        and l."activityId" = ${session.activityId}::uuid and l.kind = 'joined') as joined,
      (select l.minutes from "LivePresence" l where l."enrolmentId" = e.id
        and l."activityId" = ${session.activityId}::uuid and l.kind = 'marked'
        order by l."recordedAt" desc, l.id desc limit 1) as minutes
    from "Enrolment" e join "Person" p on p.id = e."personId" join "Organisation" o on o.id = e."sentById"
    left join "GroupMembership" m on m."enrolmentId" = e.id and m."until" is null
    left join "MentorGroup" g on g.id = m."groupId"
    where e.id = any(${session.enrolmentIds}::uuid[])
    order by o.name collate "zh-x-icu", p.name collate "zh-x-icu"`
}

function instantOf(day: string, time: string, zone: string): Date {
  const [year, month, date] = day.split('-').map(Number)
  const [hours, minutes] = time.split(':').map(Number)
  return new Date(new TZDate(year!, month! - 1, date!, hours!, minutes!, zone).getTime())
}
