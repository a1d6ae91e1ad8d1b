// The rows of a workshop's turns: each turn's day and venue, and its sessions in the venue's time.
import { TZDate } from '@date-fns/tz'
import type { Tx } from '~/db.server'
import type { Actor } from '../actor'
import type { ManagedCohort } from '../cohorts/cohort.access.server'
import { dayOpensAt } from '../cohorts/weeks'
import { newId } from '../ids.server'
import type { CurriculumActivity } from '../learning/curriculum'
import { decimalOf, splitHours } from '../learning/ledger'

/** A turn as it is wished for: `people` are the enrolments of its groups. */
export type ArrangedTurn = { day: string; venueId: string; timeZone: string; people: string[] }

type Before = Awaited<ReturnType<typeof turnsBefore>>

export function turnsBefore(tx: Tx, cohortId: string, activityId: string) {
  return tx.workshop.findMany({
    where: { cohortId, activityId },
    orderBy: { turn: 'asc' },
    include: {
      venue: { select: { timeZone: true } },
      // Of those who are in a group still: who has withdrawn holds no turn as it was.
      expected: {
        where: { until: null, enrolment: { memberships: { some: { until: null } } } },
        select: { id: true, enrolmentId: true },
      },
      sessions: { include: { _count: { select: { attendance: true, rolls: true, checkIns: true } } } },
    },
  })
}

/** The number of a turn that has begun and that this would change; null where there is none. */
export function heldChange(actor: Actor, before: Before, after: ArrangedTurn[]): number | null {
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

/** Makes the turns as arranged, and the sessions of each; one that stays as it was keeps its row. `kept`: all did. */
export async function keepTurns(
  tx: Tx,
  actor: Actor,
  cohort: ManagedCohort,
  activity: CurriculumActivity<'workshop'>,
  turns: ArrangedTurn[],
  before: Before,
) {
  const workshopIds: string[] = []
  let kept = true
  for (const [place, { venueId, day, timeZone }] of turns.entries()) {
    const turn = place + 1
    const there = before.find((workshop) => workshop.turn === turn)
    const fields = { venueId, day: new Date(day), byId: actor.person?.id ?? null, recordedAt: actor.at }
    const id = there?.id ?? newId()
    workshopIds.push(id)
    if (there?.venueId === venueId && dayText(there.day) === day) continue
    kept = false
    if (there) await tx.workshop.update({ where: { id }, data: fields })
    else
      await tx.workshop.create({
        data: { id, cohortId: cohort.id, activityId: activity.id, turn, ...fields },
      })
    await keepSessions(tx, id, activity, day, timeZone)
  }
  return { workshopIds, kept }
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

function timeAt(day: string, time: string, timeZone: string) {
  const [year, month, date] = day.split('-').map(Number)
  const [hour, minute] = time.split(':').map(Number)
  return new Date(new TZDate(year!, month! - 1, date!, hour!, minute!, timeZone).getTime())
}

function dayText(day: Date) {
  return day.toISOString().slice(0, 10)
}
