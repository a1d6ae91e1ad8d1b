// The workshop of a cohort: its turns are set by the command; the rolls that mentors called, the hours that marks are
// worth, and what the sweep reports of a day that is over come by COPY.
import { workshop } from '~/activities/workshop/workshop'
import { db } from '~/db.server'
import { dayClosesAt } from '~/domain/cohorts/weeks'
import type { CurriculumActivity } from '~/domain/learning/curriculum'
import { decimalOf, hundredthsOf } from '~/domain/learning/ledger'
import { counts, type Mark, plannedMinutes } from '~/domain/workshops/attendance'
import { proposeTurns } from '~/domain/workshops/propose-turns'
import { createVenue, type VenueDraft } from '~/domain/workshops/venues.server'
import { setWorkshop } from '~/domain/workshops/workshops.server'
import { between } from '../dice'
import { acting, must, on, timeZone } from '../stage'
import { idAt, minutesAfter } from './calendar'
import type { Cohort, Learner } from './cohorts'
import { copyInto, type Row } from './copy'
import { copySheet, newSheet, report } from './outcomes'

/** The venue, made at the first of its cohorts. */
export async function venueFor(cohort: Cohort, draft: VenueDraft): Promise<string> {
  const there = await db.venue.findFirst({
    where: { organisationId: cohort.cohort.runById, name: draft.name },
  })
  if (there) return there.id
  const at = cohort.weeks.at(0, 3, 15 * 60)
  return must(await on(at, () => createVenue(acting(cohort.manager, at), cohort.cohort, draft))).venueId
}

/** Held on weekends from the sixth week on, as many turns as the venue asks for. */
export async function layWorkshop(cohort: Cohort, venueId: string, capacity: number) {
  const activity = [...cohort.curriculum.activities.values()].find((one) => one.kind === 'workshop')
  if (activity?.kind !== 'workshop') return
  await setTurns(cohort, activity, venueId, capacity)
  const held = await heldTurns(cohort, activity)
  const sheet = newSheet()
  const rows: Record<'AttendanceEntry' | 'RollCall' | 'LedgerEntry', Row[]> = {
    AttendanceEntry: [],
    RollCall: [],
    LedgerEntry: [],
  }
  for (const { learners, sessions, day } of held) {
    for (const group of new Set(learners.map((one) => one.group))) {
      for (const session of sessions) {
        const at = minutesAfter(session.startsAt, 20)
        rows.RollCall.push({
          id: idAt(at),
          sessionId: session.id,
          groupId: group.id,
          byId: group.mentor.id,
          occurredAt: at,
          recordedAt: at,
        })
      }
    }
    for (const learner of learners) {
      const came = sessions.map((session) => attended(rows, activity, learner, session))
      const at = dayClosesAt(day, timeZone)
      const progress = workshop.progress(activity.config, { dayOver: true, sessions: came })
      report(sheet, learner.enrolmentId, activity, [{ cause: 'held', at, byId: null, progress }])
    }
  }
  await copyInto('RollCall', rows.RollCall)
  await copyInto('AttendanceEntry', rows.AttendanceEntry)
  await copyInto('LedgerEntry', rows.LedgerEntry)
  await copySheet(sheet)
}

async function setTurns(
  cohort: Cohort,
  activity: CurriculumActivity<'workshop'>,
  venueId: string,
  capacity: number,
) {
  const people = cohort.groups.map(({ id, members }) => ({ id, people: members.length }))
  const total = people.reduce((sum, one) => sum + one.people, 0)
  const turns = proposeTurns(people, Math.ceil(total / (capacity - 20)), capacity)
  if ('refused' in turns) throw new Error(`The turns were refused: ${turns.refused}`)
  const at = cohort.weeks.at(0, 3, 16 * 60)
  const set = turns.map(({ groups }, place) => ({
    venueId,
    day: cohort.weeks
      .at(6 + Math.floor(place / 2), 6 + (place % 2), 12 * 60)
      .toISOString()
      .slice(0, 10),
    groupIds: groups.map(({ id }) => id),
  }))
  must(
    await on(at, () => setWorkshop(acting(cohort.manager, at), cohort.cohort, activity.id, { turns: set })),
  )
}

type Session = { id: string; startsAt: Date; endsAt: Date; hours: number }

/** Each turn with those who were still there on its day. */
async function heldTurns(cohort: Cohort, activity: CurriculumActivity<'workshop'>) {
  const learners = new Map(cohort.learners.map((one) => [one.enrolmentId, one]))
  const turns = await db.workshop.findMany({
    where: { cohortId: cohort.cohort.id, activityId: activity.id },
    orderBy: { turn: 'asc' },
    select: {
      day: true,
      sessions: {
        orderBy: { number: 'asc' },
        select: { id: true, startsAt: true, endsAt: true, hours: true },
      },
      expected: { orderBy: { enrolmentId: 'asc' }, select: { enrolmentId: true } },
    },
  })
  return turns.map(({ day, sessions, expected }) => ({
    day: day.toISOString().slice(0, 10),
    sessions: sessions.map((one): Session => ({ ...one, hours: hundredthsOf(one.hours.toString()) })),
    learners: expected
      .map(({ enrolmentId }) => learners.get(enrolmentId)!)
      .filter((learner) => learner.pace !== 'gone'),
  }))
}

/** One mark of the mentor's roll, with the hours that it is worth; answers whether it counts. */
function attended(
  rows: { AttendanceEntry: Row[]; LedgerEntry: Row[] },
  activity: CurriculumActivity<'workshop'>,
  learner: Learner,
  session: Session,
) {
  const mark = markOf(learner)
  const at = minutesAfter(session.startsAt, 20)
  const id = idAt(at)
  rows.AttendanceEntry.push({
    id,
    sessionId: session.id,
    enrolmentId: learner.enrolmentId,
    groupId: learner.group.id,
    mark,
    authority: 'mentor',
    via: 'roll',
    byId: learner.group.mentor.id,
    occurredAt: at,
    recordedAt: at,
  })
  const planned = plannedMinutes({ start: session.startsAt, end: session.endsAt })
  if (!counts(mark, null, planned)) return false
  rows.LedgerEntry.push({
    id: idAt(at),
    enrolmentId: learner.enrolmentId,
    activityId: activity.id,
    sessionId: session.id,
    hours: decimalOf(session.hours),
    hourType: 'workshop',
    attendanceEntryId: id,
    occurredAt: at,
    recordedAt: at,
  })
  return true
}

function markOf({ pace }: Learner): Mark {
  if (pace === 'none') return 'absent'
  const drawn = between(1, 100)
  const seldom = pace === 'half' ? 40 : 0
  if (drawn <= 90 - seldom) return 'present'
  if (drawn <= 94 - seldom) return 'late'
  return drawn <= 97 ? 'excused' : 'absent'
}
