// A workshop activity of a cohort is held in turns; each turn has the sessions of the activity's config, on its day and
// in its venue's time. Whoever sets turns holds the cohort's row.
// Invariants:
// 1. Each member of a group is expected in exactly one turn, from and until.
// 2. No turn expects more people than its venue holds.
// 3. A turn that has begun, or in which somebody has been marked, stays as it was.
import { inTransaction, type Tx } from '~/db.server'
import type { Actor } from '../actor'
import { audit } from '../audit/audit.server'
import type { ManagedCohort } from '../cohorts/cohort.access.server'
import { settingsOf } from '../cohorts/cohorts.queries.server'
import { lockCohort } from '../cohorts/group-plans.server'
import { dayOpensAt } from '../cohorts/weeks'
import { curriculumOf } from '../learning/curriculum.server'
import { placePeople } from './places.server'
import { refusalOfArrangement } from './turns'
import { type ArrangedTurn, heldChange, keepTurns, turnsBefore } from './turns.server'

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
    // Whoever moves the cohort's dates holds its row too.
    const { startsOn, endsOn } = settingsOf(await tx.cohort.findUniqueOrThrow({ where: { id: cohort.id } }))
    const refusal = refusalOfArrangement(arranged, all, { startsOn, endsOn })
    if (refusal) return refusal
    const before = await turnsBefore(tx, cohort.id, activityId)
    const held = heldChange(actor, before, arranged)
    if (held) return { refused: 'held' as const, turn: held }

    const { workshopIds, kept } = await keepTurns(tx, actor, cohort, activity, arranged, before)
    const moved = await keepPlaces(tx, actor, activity.id, arranged, workshopIds)
    if (kept && moved === 0) return { workshopIds }
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
      order by m."enrolmentId"
    ) as "enrolmentIds"
    from "MentorGroup" g where g."cohortId" = ${cohortId}::uuid order by g.position`
  return rows.map((row) => ({ ...row, people: row.enrolmentIds.length }))
}

type Arranged = ArrangedTurn & { capacity: number; groups: GroupPeople[] }

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

/**
 * Ends places in another turn and begins those in this one; who had none is expected from the turn's day at the latest.
 * How many were changed.
 */
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
  return placePeople(tx, actor, activityId, places)
}

function earlier(one: Date, other: Date) {
  return one < other ? one : other
}
