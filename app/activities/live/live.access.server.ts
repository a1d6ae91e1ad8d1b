import { db } from '~/db.server'
import { managedEnrolments, mentoredEnrolments } from '~/domain/access/scope.server'
import type { Actor } from '~/domain/actor'
import type { LiveConfig } from './live'
import { LiveConfigSchema } from './live.schema'

export type LiveActivity = { activityId: string; versionId: string; title: string; config: LiveConfig }

/** A cohort's live activity, with those whose minutes the actor may mark. */
export type LiveSessionToMark = LiveActivity & { cohortId: string; zone: string; enrolmentIds: string[] }

/** For a mentor of their groups, for a manager of the cohort. Null where nobody there is theirs to mark. */
export async function liveToMark(
  actor: Actor,
  cohortId: string,
  activityId: string,
): Promise<LiveSessionToMark | null> {
  const session = (await livesToMark(actor, cohortId))?.find((one) => one.activityId === activityId)
  return session ?? null
}

/** The same for all live activities of a cohort; null where the actor has nobody there. */
export async function livesToMark(actor: Actor, cohortId: string): Promise<LiveSessionToMark[] | null> {
  const enrolments = await db.enrolment.findMany({
    where: { cohortId, OR: [managedEnrolments(actor), mentoredEnrolments(actor)] },
    select: { id: true, cohort: { select: { timeZone: true } } },
  })
  const zone = enrolments[0]?.cohort.timeZone
  if (!zone) return null
  const enrolmentIds = enrolments.map((one) => one.id)
  const activities = await liveActivitiesOf(actor, cohortId)
  return activities.map((activity) => ({ ...activity, cohortId, zone, enrolmentIds }))
}

/** What the cohort's version has of live activities, in its order. Opens no row of anybody. */
export async function liveActivitiesOf(actor: Actor, cohortId: string): Promise<LiveActivity[]> {
  const inForce = { from: { lte: actor.at }, OR: [{ until: null }, { until: { gt: actor.at } }] }
  const versions = await db.activityVersion.findMany({
    where: {
      activity: { kind: 'live' },
      moduleVersion: { programmeVersion: { cohorts: { some: { cohortId, ...inForce } } } },
    },
    orderBy: [{ moduleVersion: { position: 'asc' } }, { position: 'asc' }],
  })
  return versions.map(({ id, activityId, title, config }) => ({
    activityId,
    versionId: id,
    title,
    config: LiveConfigSchema.parse(config),
  }))
}
