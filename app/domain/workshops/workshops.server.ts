// A workshop activity of a cohort is held in turns; each turn has the sessions of the activity's config, on its day and
// in its venue's time. Whoever sets turns holds the cohort's row.
// Invariants:
// 1. Each member of a group is expected in exactly one turn, from and until.
// 2. No turn expects more people than its venue holds.
// 3. A turn that has begun, or in which somebody has been marked, stays as it was.
import { TZDate } from '@date-fns/tz'
import { sql } from 'kysely'
import { inTransaction, type Tx } from '~/db.server'
import type { Actor } from '../actor'
import { audit } from '../audit/audit.server'
import type { ManagedCohort } from '../cohorts/cohort.access.server'
import { lockCohort } from '../cohorts/group-plans.server'
import { dayOpensAt } from '../cohorts/weeks'
import { newId } from '../ids.server'
import type { CurriculumActivity } from '../learning/curriculum'
import { curriculumOf } from '../learning/curriculum.server'
import { decimalOf, splitHours } from '../learning/ledger'
import { refusalOfArrangement } from './turns'

export type TurnInput = { venueId: string /** 2027-03-15 */; day: string; groupIds: string[] }

/**
 * Sets the turns of a workshop activity: where and on which day each is held, and which groups come. Said again it
 * changes nothing; changed, people are moved from now on. Refuses 'absent' for an activity, venue or group that is not
 * the cohort's, what `refusalOfArrangement` refuses, and 'held' with the turn for a change to one that has begun.
 */
export async function setWorkshop(
  actor: Actor,
  cohort: ManagedCohort,
  activityId: string,
  { turns }: { turns: TurnInput[] },
) {
  return inTransaction(async (tx) => {
    await lockCohort(tx, cohort.id)
    const activity = await workshopActivity(tx, actor, cohort.id, activityId)
    if (!activity) return { refused: 'absent' as const }
    const all = await groupsWithPeople(tx, actor, cohort.id)
    const arranged = await arrangedTurns(tx, cohort, turns, all)
    if (!arranged) return { refused: 'absent' as const }
    const day = (date: Date) => date.toISOString().slice(0, 10)
    const refusal = refusalOfArrangement(arranged, all, {
      startsOn: day(cohort.startsOn),
      endsOn: day(cohort.endsOn),
    })
    if (refusal) return refusal
    const before = await turnsBefore(tx, cohort.id, activityId)
    const held = heldChange(actor, before, arranged)
    if (held) return { refused: 'held' as const, turn: held }

    const workshopIds = await keepTurns(tx, actor, cohort, activity, arranged, before)
    await keepPlaces(tx, actor, activity.id, arranged, workshopIds)
    await audit(tx, actor, {
      action: 'workshop.set',
      subjectKind: 'activity',
      subjectId: activityId,
      cohortId: cohort.id,
      details: {
        turns: arranged.map(({ day, venueId, people }) => ({ day, venueId, people: people.length })),
      },
    })
    return { workshopIds }
  })
}

export async function workshopActivity(tx: Tx, actor: Actor, cohortId: string, activityId: string) {
  const version = await tx.cohortVersion.findFirstOrThrow({
    where: { cohortId, OR: [{ until: null }, { until: { gt: actor.at } }] },
    orderBy: { from: 'asc' },
  })
  const activity = (await curriculumOf(version.programmeVersionId, tx)).activities.get(activityId)
  return activity?.kind === 'workshop' ? activity : null
}

type GroupPeople = { id: string; people: number; enrolmentIds: string[] }

async function groupsWithPeople(tx: Tx, actor: Actor, cohortId: string): Promise<GroupPeople[]> {
  const rows = await tx.$queryRaw<{ id: string; enrolmentIds: string[] }[]>`
    select g.id, array(
      select m."enrolmentId"::text from "GroupMembership" m
      where m."groupId" = g.id and m."from" <= ${actor.at} and (m."until" is null or m."until" > ${actor.at})
        and not exists(select 1 from "Withdrawal" w where w."enrolmentId" = m."enrolmentId"
          and not exists(select 1 from "Reinstatement" r where r."withdrawalId" = w.id))
    ) as "enrolmentIds"
    from "MentorGroup" g where g."cohortId" = ${cohortId}::uuid order by g.position`
  return rows.map((row) => ({ ...row, people: row.enrolmentIds.length }))
}

type Arranged = {
  day: string
  venueId: string
  timeZone: string
  capacity: number
  groups: GroupPeople[]
  people: string[]
}

async function arrangedTurns(tx: Tx, cohort: ManagedCohort, turns: TurnInput[], all: GroupPeople[]) {
  const venues = await tx.venue.findMany({
    where: { id: { in: turns.map((turn) => turn.venueId) }, organisationId: cohort.runById },
  })
  const arranged: Arranged[] = []
  for (const { venueId, day, groupIds } of turns) {
    const venue = venues.find((one) => one.id === venueId)
    const groups = groupIds.map((id) => all.find((group) => group.id === id))
    if (!venue || groups.some((group) => !group)) return null
    const known = groups.filter((group) => group !== undefined)
    const people = known.flatMap((group) => group.enrolmentIds)
    arranged.push({ day, venueId, timeZone: venue.timeZone, capacity: venue.capacity, groups: known, people })
  }
  return arranged
}

type Before = Awaited<ReturnType<typeof turnsBefore>>

function turnsBefore(tx: Tx, cohortId: string, activityId: string) {
  return tx.workshop.findMany({
    where: { cohortId, activityId },
    orderBy: { turn: 'asc' },
    include: {
      venue: { select: { timeZone: true } },
      expected: { where: { until: null }, select: { id: true, enrolmentId: true } },
      sessions: { include: { _count: { select: { attendance: true, rolls: true, checkIns: true } } } },
    },
  })
}

/** The number of a turn that has begun and that this would change; null where there is none. */
function heldChange(actor: Actor, before: Before, after: Arranged[]): number | null {
  for (const workshop of before) {
    const begun =
      dayOpensAt(dayText(workshop.day), workshop.venue.timeZone) <= actor.at ||
      workshop.sessions.some(
        ({ _count: { attendance, rolls, checkIns } }) => attendance + rolls + checkIns > 0,
      )
    if (!begun || !workshop.expected.length) continue
    const next = after[workshop.turn - 1]
    if (next?.venueId !== workshop.venueId || next.day !== dayText(workshop.day)) return workshop.turn
    const staying = new Set(next.people)
    if (workshop.expected.some(({ enrolmentId }) => !staying.has(enrolmentId))) return workshop.turn
  }
  return null
}

async function keepTurns(
  tx: Tx,
  actor: Actor,
  cohort: ManagedCohort,
  activity: CurriculumActivity<'workshop'>,
  turns: Arranged[],
  before: Before,
) {
  const ids: string[] = []
  for (const [place, { venueId, day, timeZone }] of turns.entries()) {
    const turn = place + 1
    const there = before.find((workshop) => workshop.turn === turn)
    const fields = { venueId, day: new Date(day), byId: actor.person?.id ?? null, recordedAt: actor.at }
    const id = there?.id ?? newId()
    ids.push(id)
    if (there?.venueId === venueId && dayText(there.day) === day) continue
    if (there) await tx.workshop.update({ where: { id }, data: fields })
    else
      await tx.workshop.create({
        data: { id, cohortId: cohort.id, activityId: activity.id, turn, ...fields },
      })
    await keepSessions(tx, id, activity, day, timeZone)
  }
  return ids
}

async function keepSessions(
  tx: Tx,
  workshopId: string,
  { config, hours }: CurriculumActivity<'workshop'>,
  day: string,
  timeZone: string,
) {
  const shares = splitHours(hours, config.sessions.length)
  for (const [place, { number, title, starts, ends }] of config.sessions.entries()) {
    const times = { startsAt: timeAt(day, starts, timeZone), endsAt: timeAt(day, ends, timeZone) }
    await tx.workshopSession.upsert({
      where: { workshopId_number: { workshopId, number } },
      create: { id: newId(), workshopId, number, title, hours: decimalOf(shares[place]!), ...times },
      update: times,
    })
  }
}

/** Ends places in another turn and begins those in this one; who had none is expected from the turn's day at the latest. */
async function keepPlaces(
  tx: Tx,
  actor: Actor,
  activityId: string,
  turns: Arranged[],
  workshopIds: string[],
) {
  const places = turns.flatMap(({ people, day, timeZone }, place) =>
    people.map((enrolmentId) => ({
      enrolmentId,
      workshopId: workshopIds[place]!,
      first: earlier(actor.at, dayOpensAt(day, timeZone)),
    })),
  )
  await placePeople(tx, actor, activityId, places)
}

export type NewPlace = {
  enrolmentId: string
  workshopId: string /** From when, for who had no place. */
  first: Date
}

/** One turn for each of these people from now on; whose turn it is already keeps it. */
export async function placePeople(tx: Tx, actor: Actor, activityId: string, places: NewPlace[]) {
  const enrolments = places.map((one) => one.enrolmentId)
  const now = await tx.expectedPlace.findMany({
    where: { activityId, until: null, enrolmentId: { in: enrolments } },
  })
  const held = new Map(now.map((place) => [place.enrolmentId, place]))
  const changed = places.filter((place) => held.get(place.enrolmentId)?.workshopId !== place.workshopId)
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
}

function timeAt(day: string, time: string, timeZone: string) {
  const [year, month, date] = day.split('-').map(Number)
  const [hour, minute] = time.split(':').map(Number)
  return new Date(new TZDate(year!, month! - 1, date!, hour!, minute!, timeZone).getTime())
}

function dayText(day: Date) {
  return day.toISOString().slice(0, 10)
}

function earlier(one: Date, other: Date) {
  return one < other ? one : other
}
