// One playing of a film is opened by the server, reports what it played, and ends when another is opened.
// Invariants:
// 1. Credit is limited by the server's time, never by what a player claims (played-intervals.ts).
// 2. One open playing for a person: two films side by side do not earn double.
// 3. Reports of a playing come one after the other, by its row's lock.
import { db, inTransaction, type Tx } from '~/db.server'
import type { Actor } from '~/domain/actor'
import { newId } from '~/domain/ids.server'
import { isLate, refusalAt } from '~/domain/learning/deadlines'
import type { TraineeActivity } from '~/domain/learning/learning.access.server'
import { recordOutcome } from '~/domain/learning/outcomes.server'
import type { ServerFace } from '../kind.server'
import { coveredSeconds, credit, frontier, type Interval } from './played-intervals'
import { video } from './video'

type Film = TraineeActivity<'video'>
type Refused = { refused: 'no-film' | 'module-closed' | 'cohort-closed' | 'not-playing' }

export type Progress = { watchedSeconds: number; share: number; frontier: number; done: boolean }

export const videoServer: ServerFace<'video'> = {
  kind: 'video',
  work: async (activity) => {
    const [length, progress] = await Promise.all([lengthOf(db, activity), progressOf(db, activity)])
    return { length, watched: intervalsOf(progress?.intervals) }
  },
}

/**
 * Begins a playing, and ends whatever this person had open. Answers where they stopped, in seconds of film.
 * Refuses where no film has been given yet, and where nothing more is taken: watching is free, but not counted.
 */
export async function openVideo(
  actor: Actor,
  activity: Film,
): Promise<Refused | { openingId: string; positionSeconds: number; watched: Interval[] }> {
  const refused = refusalAt(activity.deadline, actor.at)
  if (refused) return { refused }
  return inTransaction(async (tx) => {
    if ((await lengthOf(tx, activity)) === null) return { refused: 'no-film' }
    await tx.$queryRaw`select id from "Person" where id = ${activity.personId}::uuid for no key update`
    await tx.videoOpening.updateMany({
      where: { personId: activity.personId, endedAt: null },
      data: { endedAt: actor.at },
    })
    const { enrolmentId, personId } = activity
    const opening = await tx.videoOpening.create({
      data: {
        id: newId(),
        enrolmentId,
        activityId: activity.activity.id,
        personId,
        openedAt: actor.at,
        lastReportAt: actor.at,
      },
    })
    const progress = await progressOf(tx, activity)
    return {
      openingId: opening.id,
      positionSeconds: progress?.positionSeconds ?? 0,
      watched: intervalsOf(progress?.intervals),
    }
  })
}

export type PlayedInput = {
  openingId: string
  /** All that this playing has played, in seconds of film; a lost report costs nothing. */
  played: Interval[]
  /** The player's claim. */
  speed: number
  positionSeconds: number
}

/**
 * Credits what a playing reports. Refuses a playing that has ended (another was opened since) or is somebody
 * else's, and, like opening, what comes when nothing more is taken.
 */
export async function reportPlayed(
  actor: Actor,
  activity: Film,
  input: PlayedInput,
): Promise<Refused | Progress> {
  const refused = refusalAt(activity.deadline, actor.at)
  if (refused) return { refused }
  return inTransaction(async (tx) => {
    const opening = await lockedOpening(tx, activity, input.openingId)
    if (!opening) return { refused: 'not-playing' }
    const length = await lengthOf(tx, activity)
    if (length === null) return { refused: 'no-film' }
    const before = intervalsOf((await progressOf(tx, activity))?.intervals)
    const { watched } = credit(
      { at: actor.at, played: input.played, speed: input.speed },
      {
        openedAt: opening.openedAt,
        lastReportAt: opening.lastReportAt,
        length,
        watched: before,
        noSkip: activity.activity.config.noSkip,
      },
    )
    await tx.videoOpening.update({ where: { id: opening.id }, data: { lastReportAt: actor.at } })
    await saveProgress(tx, actor, activity, watched, Math.min(length, Math.max(0, input.positionSeconds)))
    const progress = video.progress(activity.activity.config, { length, watched })
    if (progress.confirmed) await recordWatched(tx, actor, activity)
    const watchedSeconds = Math.floor(coveredSeconds(watched))
    return {
      watchedSeconds,
      share: Math.min(1, coveredSeconds(watched) / length),
      frontier: frontier(watched),
      done: progress.confirmed,
    }
  })
}

async function lockedOpening(tx: Tx, activity: Film, id: string) {
  const [opening] = await tx.$queryRaw<{ id: string; openedAt: Date; lastReportAt: Date }[]>`
    select id, "openedAt", "lastReportAt" from "VideoOpening"
    where id = ${id}::uuid and "enrolmentId" = ${activity.enrolmentId}::uuid
      and "activityId" = ${activity.activity.id}::uuid and "endedAt" is null
    for update`
  return opening ?? null
}

async function saveProgress(tx: Tx, actor: Actor, activity: Film, watched: Interval[], position: number) {
  const row = {
    intervals: watched.map(({ from, until }) => [thousandths(from), thousandths(until)]),
    watchedSeconds: Math.floor(coveredSeconds(watched)),
    positionSeconds: Math.floor(Number.isFinite(position) ? position : 0),
    recordedAt: actor.at,
  }
  const key = { enrolmentId: activity.enrolmentId, activityId: activity.activity.id }
  await tx.videoProgress.upsert({
    where: { enrolmentId_activityId: key },
    create: { ...key, ...row },
    update: row,
  })
}

function recordWatched(tx: Tx, actor: Actor, activity: Film) {
  return recordOutcome(tx, actor, {
    enrolmentId: activity.enrolmentId,
    activityId: activity.activity.id,
    activityVersionId: activity.activity.versionId,
    cause: 'watched',
    handedIn: true,
    confirmed: true,
    score: null,
    awaits: null,
    late: isLate(activity.deadline, actor.at),
    occurredAt: actor.at,
  })
}

function progressOf(reader: Tx | typeof db, activity: Film) {
  const key = { enrolmentId: activity.enrolmentId, activityId: activity.activity.id }
  return reader.videoProgress.findUnique({ where: { enrolmentId_activityId: key } })
}

async function lengthOf(reader: Tx | typeof db, activity: Film): Promise<number | null> {
  const { film: slug } = activity.activity.config
  if (slug === null) return null
  const film = await reader.film.findUnique({ where: { slug }, select: { seconds: true } })
  return film?.seconds ?? null
}

function intervalsOf(json: unknown): Interval[] {
  return ((json ?? []) as [number, number][]).map(([from, until]) => ({ from, until }))
}

function thousandths(seconds: number) {
  return Math.round(seconds * 1000) / 1000
}
