import { addMinutes, subMinutes } from 'date-fns'
import type { LivePresence, LiveSession } from '#generated/client/client'
import { db, inTransaction, type Tx } from '~/db.server'
import type { Actor } from '~/domain/actor'
import { newId } from '~/domain/ids.server'
import { isLate } from '~/domain/learning/deadlines'
import type { TraineeActivity } from '~/domain/learning/learning.access.server'
import { lockEnrolments, recordOutcome } from '~/domain/learning/outcomes.server'
import type { ServerFace } from '../kind.server'
import { type LiveConfig, type LiveWork, live } from './live'
import type { LiveSessionToMark } from './live.access.server'

/** The door opens so many minutes before the start, and closes as many after the planned end. */
export const DOOR_MINUTES = 15

export const liveServer: ServerFace<'live'> = {
  kind: 'live',
  work: async (activity) => workOf(await presencesOf(db, activity.enrolmentId, activity.activity.id)),
}

export function liveSessionOf(cohortId: string, activityId: string): Promise<LiveSession | null> {
  return db.liveSession.findUnique({ where: { cohortId_activityId: { cohortId, activityId } } })
}

export type Door = 'not-set' | 'not-yet' | 'open' | 'over'

export function doorOf(session: Pick<LiveSession, 'startsAt' | 'endsAt'> | null, at: Date): Door {
  if (!session) return 'not-set'
  if (at < subMinutes(session.startsAt, DOOR_MINUTES)) return 'not-yet'
  return at < addMinutes(session.endsAt, DOOR_MINUTES) ? 'open' : 'over'
}

/** Joins by the link, which is handed in; gives the link. Refuses 'not-set', 'not-yet' and 'over'. */
export async function joinLive(actor: Actor, activity: TraineeActivity<'live'>) {
  const session = await liveSessionOf(activity.cohort.id, activity.activity.id)
  const door = doorOf(session, actor.at)
  if (!session || door !== 'open') return { refused: door as Exclude<Door, 'open'> }
  await inTransaction(async (tx) => {
    await lockEnrolments(tx, [activity])
    const { enrolmentId } = activity
    const presences = await presencesOf(tx, enrolmentId, activity.activity.id)
    if (!presences.some((one) => one.kind === 'joined')) {
      await tx.livePresence.create({
        data: { ...rowOf(actor, enrolmentId, activity.activity.id), kind: 'joined' },
      })
    }
    const late = isLate(activity.deadline, actor.at)
    await report(tx, actor, 'joined', {
      enrolmentId,
      activityId: activity.activity.id,
      versionId: activity.activity.versionId,
      config: activity.activity.config,
      late,
    })
  })
  return { link: session.link }
}

/**
 * Marks by hand how many minutes people were present; the latest mark of each holds. Refuses 'absent' where one of
 * them is not among those that the actor may mark, and writes nothing then.
 */
export async function markLiveMinutes(
  actor: Actor,
  session: LiveSessionToMark,
  marks: { enrolmentId: string; minutes: number }[],
) {
  const mine = new Set(session.enrolmentIds)
  if (marks.some((mark) => !mine.has(mark.enrolmentId))) return { refused: 'absent' as const }
  return inTransaction(async (tx) => {
    await lockEnrolments(tx, marks)
    for (const { enrolmentId, minutes } of marks) {
      const row = rowOf(actor, enrolmentId, session.activityId)
      await tx.livePresence.create({ data: { ...row, kind: 'marked', minutes } })
      await report(tx, actor, 'marked', { ...session, enrolmentId, late: false })
    }
    return { marked: marks.length }
  })
}

type Reported = {
  enrolmentId: string
  activityId: string
  versionId: string
  config: LiveConfig
  late: boolean
}

async function report(tx: Tx, actor: Actor, cause: 'joined' | 'marked', of: Reported) {
  const work = workOf(await presencesOf(tx, of.enrolmentId, of.activityId))
  const { handedIn, confirmed, awaits } = live.progress(of.config, work)
  await recordOutcome(tx, actor, {
    enrolmentId: of.enrolmentId,
    activityId: of.activityId,
    activityVersionId: of.versionId,
    cause,
    handedIn: handedIn || work.joined,
    confirmed,
    score: null,
    awaits,
    late: of.late,
    occurredAt: actor.at,
  })
}

function rowOf(actor: Actor, enrolmentId: string, activityId: string) {
  const byId = actor.person?.id ?? null
  return { id: newId(), enrolmentId, activityId, byId, occurredAt: actor.at, recordedAt: actor.at }
}

function presencesOf(reader: Tx | typeof db, enrolmentId: string, activityId: string) {
  return reader.livePresence.findMany({
    where: { enrolmentId, activityId },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
  })
}

function workOf(presences: LivePresence[]): LiveWork {
  const marks = presences.filter((one) => one.kind === 'marked')
  return {
    joined: presences.some((one) => one.kind === 'joined'),
    minutesPresent: marks.at(-1)?.minutes ?? 0,
    marked: false,
  }
}
