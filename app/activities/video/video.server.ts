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
    const [length, progress] = await Promise.all([lengthOf(activity), progressOf(activity)])
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
    const { enrolmentId, personId } = activity
    const [film] = await tx.$queryRaw<{ seconds: number | null }[]>`/* film-to-open */
      select f.seconds from "Person" p left join "Film" f on f.slug = ${activity.activity.config.film}
      where p.id = ${personId}::uuid for no key update of p`
    if (film!.seconds === null) return { refused: 'no-film' }
    await tx.$executeRaw`/* video-openings-ended */
      update "VideoOpening" set "endedAt" = ${actor.at} where "personId" = ${personId}::uuid and "endedAt" is null`
    const openingId = newId()
    const [progress] = await tx.$queryRaw<Kept[]>`/* video-opened */
      with opened as (
        insert into "VideoOpening" (id, "enrolmentId", "activityId", "personId", "openedAt", "lastReportAt")
        values (${openingId}::uuid, ${enrolmentId}::uuid, ${activity.activity.id}::uuid, ${personId}::uuid,
          ${actor.at}, ${actor.at}))
      select intervals, "positionSeconds" from "VideoProgress"
      where "enrolmentId" = ${enrolmentId}::uuid and "activityId" = ${activity.activity.id}::uuid`
    return {
      openingId,
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
    const { length } = opening
    if (length === null) return { refused: 'no-film' }
    const before = await watchedSoFar(tx, activity)
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
    const position = Math.min(length, Math.max(0, input.positionSeconds))
    await saveProgress(tx, actor, activity, { openingId: opening.id, watched, position })
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

type Kept = { intervals: unknown; positionSeconds: number }
type Opening = { id: string; openedAt: Date; lastReportAt: Date; length: number | null }

async function lockedOpening(tx: Tx, activity: Film, id: string) {
  const [opening] = await tx.$queryRaw<Opening[]>`/* video-opening */
    select o.id, o."openedAt", o."lastReportAt", f.seconds as length
    from "VideoOpening" o left join "Film" f on f.slug = ${activity.activity.config.film}
    where o.id = ${id}::uuid and o."enrolmentId" = ${activity.enrolmentId}::uuid
      and o."activityId" = ${activity.activity.id}::uuid and o."endedAt" is null
    for update of o`
  return opening ?? null
}

// Asked under the lock of the playing, and not by the statement that waits for it: that would see what was before.
async function watchedSoFar(tx: Tx, { enrolmentId, activity }: Film): Promise<Interval[]> {
  const [progress] = await tx.$queryRaw<{ intervals: unknown }[]>`/* video-watched */
    select intervals from "VideoProgress"
    where "enrolmentId" = ${enrolmentId}::uuid and "activityId" = ${activity.id}::uuid`
  return intervalsOf(progress?.intervals)
}

async function saveProgress(
  tx: Tx,
  { at }: Actor,
  { enrolmentId, activity }: Film,
  { openingId, watched, position }: { openingId: string; watched: Interval[]; position: number },
) {
  const intervals = watched.map(({ from, until }) => [thousandths(from), thousandths(until)])
  const watchedSeconds = Math.floor(coveredSeconds(watched))
  const positionSeconds = Math.floor(Number.isFinite(position) ? position : 0)
  await tx.$executeRaw`/* video-progress */
    with reported as (
      update "VideoOpening" set "lastReportAt" = ${at} where id = ${openingId}::uuid)
    insert into "VideoProgress" ("enrolmentId", "activityId", intervals, "watchedSeconds", "positionSeconds", "recordedAt")
    values (${enrolmentId}::uuid, ${activity.id}::uuid, ${JSON.stringify(intervals)}::jsonb, ${watchedSeconds},
      ${positionSeconds}, ${at})
    on conflict ("enrolmentId", "activityId") do update set intervals = excluded.intervals,
      "watchedSeconds" = excluded."watchedSeconds", "positionSeconds" = excluded."positionSeconds",
      "recordedAt" = excluded."recordedAt"`
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

function progressOf(activity: Film) {
  const key = { enrolmentId: activity.enrolmentId, activityId: activity.activity.id }
  return db.videoProgress.findUnique({ where: { enrolmentId_activityId: key } })
}

async function lengthOf(activity: Film): Promise<number | null> {
  const { film: slug } = activity.activity.config
  if (slug === null) return null
  const film = await db.film.findUnique({ where: { slug }, select: { seconds: true } })
  return film?.seconds ?? null
}

function intervalsOf(json: unknown): Interval[] {
  return ((json ?? []) as [number, number][]).map(([from, until]) => ({ from, until }))
}

function thousandths(seconds: number) {
  return Math.round(seconds * 1000) / 1000
}
