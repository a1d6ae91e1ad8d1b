import { db } from '~/db.server'
import { managedEnrolments, mentoredEnrolments } from '~/domain/access/scope.server'
import type { Actor } from '~/domain/actor'
import type { LiveConfig } from './live'
import { LiveConfigSchema } from './live.schema'

/** A cohort's live activity, with those whose minutes the actor may mark. */
export type LiveSessionToMark = {
  cohortId: string
  activityId: string
  versionId: string
  config: LiveConfig
  enrolmentIds: string[]
}

/** For a mentor of their groups, for a manager of the cohort. Null where nobody there is theirs to mark. */
export async function liveToMark(
  actor: Actor,
  cohortId: string,
  activityId: string,
): Promise<LiveSessionToMark | null> {
  const enrolments = await db.enrolment.findMany({
    where: { cohortId, OR: [managedEnrolments(actor), mentoredEnrolments(actor)] },
    select: { id: true },
  })
  if (!enrolments.length) return null
  const version = await db.activityVersion.findFirst({
    where: {
      activityId,
      activity: { kind: 'live' },
      moduleVersion: {
        programmeVersion: {
          cohorts: {
            some: { cohortId, from: { lte: actor.at }, OR: [{ until: null }, { until: { gt: actor.at } }] },
          },
        },
      },
    },
  })
  if (!version) return null
  const config = LiveConfigSchema.parse(version.config)
  return {
    cohortId,
    activityId,
    versionId: version.id,
    config,
    enrolmentIds: enrolments.map((one) => one.id),
  }
}
