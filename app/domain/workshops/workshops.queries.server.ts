// What the manager's page of workshops shows.
import { db } from '~/db.server'
import type { Actor } from '../actor'
import type { ManagedCohort } from '../cohorts/cohort.access.server'
import { settingsOf } from '../cohorts/cohorts.queries.server'
import { weekOfDay } from '../cohorts/weeks'
import { curriculumOf } from '../learning/curriculum.server'
import { proposeTurns, type TurnGroup, type TurnsRefusal } from './propose-turns'

export type TurnRow = {
  workshopId: string
  turn: number
  day: string
  /** Of the cohort, that its day lies in. */
  week: number
  venueId: string
  venue: string
  capacity: number
  timeZone: string
  people: number
  groups: { id: string; name: string; people: number }[]
  sessions: { id: string; number: number; title: string; startsAt: Date; endsAt: Date }[]
}

export type WorkshopRow = {
  activityId: string
  title: string
  module: string
  opensWeek: number
  closesWeek: number
  proposedVenue: string | null
  sessions: { title: string; starts: string; ends: string }[]
  turns: TurnRow[]
}

/** Each workshop activity of a cohort in its order, with the turns that were set. */
export async function workshopsOf(actor: Actor, cohort: ManagedCohort): Promise<WorkshopRow[]> {
  const version = await db.cohortVersion.findFirstOrThrow({
    where: { cohortId: cohort.id, OR: [{ until: null }, { until: { gt: actor.at } }] },
    orderBy: { from: 'asc' },
  })
  const curriculum = await curriculumOf(version.programmeVersionId)
  const turns = await turnsOf(cohort)
  return curriculum.modules.flatMap((module) =>
    module.activities.flatMap((activity) => {
      if (activity.kind !== 'workshop') return []
      const { config } = activity
      return {
        activityId: activity.id,
        title: activity.title,
        module: module.title,
        opensWeek: module.opensWeek,
        closesWeek: module.closesWeek,
        proposedVenue: config.venue,
        sessions: config.sessions.map(({ title, starts, ends }) => ({ title, starts, ends })),
        turns: turns.filter((turn) => turn.activityId === activity.id),
      }
    }),
  )
}

/** Whether a turn lies outside of the weeks that its module takes: it may, but seldom by intent. */
export function hasOtherWeek({ opensWeek, closesWeek, turns }: WorkshopRow) {
  return turns.some(({ week }) => week < opensWeek || week > closesWeek)
}

async function turnsOf(cohort: ManagedCohort): Promise<(TurnRow & { activityId: string })[]> {
  const workshops = await db.workshop.findMany({
    where: { cohortId: cohort.id, expected: { some: { until: null } } },
    orderBy: { turn: 'asc' },
    include: {
      venue: true,
      sessions: {
        orderBy: { number: 'asc' },
        select: { id: true, number: true, title: true, startsAt: true, endsAt: true },
      },
    },
  })
  const groups = await db.$queryRaw<{ workshopId: string; id: string; name: string; people: number }[]>`
    select x."workshopId", g.id, g.name, count(*)::int as people
    from "ExpectedPlace" x
    join "Workshop" w on w.id = x."workshopId" and w."cohortId" = ${cohort.id}::uuid
    join "GroupMembership" m on m."enrolmentId" = x."enrolmentId" and m."until" is null
    join "MentorGroup" g on g.id = m."groupId"
    where x."until" is null
    group by x."workshopId", g.id
    order by g.position`
  const { startsOn } = settingsOf(cohort)
  return workshops.map((workshop) => {
    const day = workshop.day.toISOString().slice(0, 10)
    const here = groups.filter((group) => group.workshopId === workshop.id)
    return {
      activityId: workshop.activityId,
      workshopId: workshop.id,
      turn: workshop.turn,
      day,
      week: weekOfDay(startsOn, day),
      venueId: workshop.venueId,
      venue: workshop.venue.name,
      capacity: workshop.venue.capacity,
      timeZone: workshop.venue.timeZone,
      people: here.reduce((sum, group) => sum + group.people, 0),
      groups: here.map(({ id, name, people }) => ({ id, name, people })),
      sessions: workshop.sessions,
    }
  })
}

export type NamedGroup = TurnGroup & { name: string }

/** The groups of a cohort with how many are in each now. */
export function groupSizesOf(actor: Actor, cohort: ManagedCohort): Promise<NamedGroup[]> {
  return db.$queryRaw<NamedGroup[]>`
    select g.id, g.name, count(m.id)::int as people
    from "MentorGroup" g
    left join "GroupMembership" m on m."groupId" = g.id
      and m."from" <= ${actor.at} and (m."until" is null or m."until" > ${actor.at})
    where g."cohortId" = ${cohort.id}::uuid
    group by g.id order by g.position`
}

export type Proposal = { turnOf: Record<string, number>; refusal: TurnsRefusal | null }

/** Which turn each group is put into: as it was set where there are as many turns, else as the venue's capacity allows. */
export function proposedTurns(
  groups: NamedGroup[],
  set: TurnRow[],
  { turns, capacity }: { turns: number; capacity: number },
): Proposal {
  const turnOf: Record<string, number> = {}
  if (set.length === turns) {
    for (const { turn, groups: here } of set) for (const { id } of here) turnOf[id] = turn
    return { turnOf, refusal: null }
  }
  const proposed = proposeTurns(groups, turns, capacity)
  if ('refused' in proposed) return { turnOf, refusal: proposed }
  for (const [place, { groups: here }] of proposed.entries())
    for (const { id } of here) turnOf[id] = place + 1
  return { turnOf, refusal: null }
}
