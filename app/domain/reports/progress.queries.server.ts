// How a bureau's own people do, from the first week: each of them by the organisation that sent them, and by no other
// door. Nothing of a cohort shows but its name, its contact, and those people.
import { sql } from 'kysely'
import { db } from '~/db.server'
import { overseenOrganisationIds } from '../access/scope.server'
import type { Actor } from '../actor'
import { weekNumber } from '../cohorts/weeks'
import { type Evaluated, evaluateEach } from '../completion/facts.queries.server'
import { type Learner, learnersOverseen } from '../completion/learners.queries.server'
import { standingOf as sessionStanding } from '../completion/record'
import { lackingOf, sessionsOf } from '../completion/summary'
import { type Lag, paceOf, type Standing, standingOf } from './progress'

export type OverseenCohort = {
  id: string
  title: string
  programme: string
  programmeEn: string
  startsOn: string
  endsOn: string
  timeZone: string
  people: number
  contactName: string
  contactTelephone: string
  contactHours: string
}

/** Cohorts that the actor's organisations have sent people to, the latest first. */
export async function cohortsOverseen(actor: Actor): Promise<OverseenCohort[]> {
  const { rows } = await sql<OverseenCohort>`
    select c.id, c.title, v.title as programme, v."titleEn" as "programmeEn",
      to_char(c."startsOn", 'YYYY-MM-DD') as "startsOn", to_char(c."endsOn", 'YYYY-MM-DD') as "endsOn", c."timeZone",
      x.people, c."contactName", c."contactTelephone", c."contactHours"
    from (select e."cohortId", count(*)::int as people from "Enrolment" e
      where e."sentById" in (${overseenOrganisationIds(actor)}) group by 1) x
    join "Cohort" c on c.id = x."cohortId"
    join "CohortVersion" w on w."cohortId" = c.id and w."until" is null
    join "ProgrammeVersion" v on v.id = w."programmeVersionId"
    order by c."startsOn" desc, c.title, c.id`.execute(db.$kysely)
  return rows
}

export type ProgressRow = Pick<
  Learner,
  | 'enrolmentId'
  | 'name'
  | 'unit'
  | 'township'
  | 'inTownship'
  | 'telephone'
  | 'mentor'
  | 'mentorTelephone'
  | 'group'
> & {
  standing: Standing
  arrived: boolean
  handedIn: number
  required: number
  due: number
  hours: number
  attended: number
  sessions: number
  lags: Lag[]
  lacking: string[]
  decided: 'completed' | 'not-completed' | null
}

/** The actor's people in one cohort, each with where they stand. Nobody for a cohort that none of theirs is in. */
export async function progressOf(actor: Actor, cohort: OverseenCohort): Promise<ProgressRow[]> {
  const learners = await learnersOverseen(actor, { cohortId: cohort.id })
  if (!learners.length) return []
  const { frame, people } = await evaluateEach(
    {
      cohortId: cohort.id,
      enrolmentIds: learners.map((one) => one.enrolmentId),
      at: actor.at,
      cutOff: actor.at,
    },
    figuresOf,
  )
  const week = weekNumber(frame.calendar, actor.at)
  const modules = frame.curriculum.modules.map((module) => ({
    opensWeek: module.opensWeek,
    closesWeek: module.closesWeek,
    required: module.activities.filter((one) => one.required && one.kind !== 'workshop').map((one) => one.id),
  }))
  return learners.map((learner) => {
    const { handedIn, missedSessions, ...figures } = people.get(learner.enrolmentId)!
    const { arrived } = learner
    const pace = paceOf(modules, { handedIn, week, arrived, missedSessions })
    const decided = learner.decision?.verdict ?? null
    const state = decided === 'completed' ? 'done' : figures.state
    return {
      enrolmentId: learner.enrolmentId,
      name: learner.name,
      unit: learner.unit,
      township: learner.township,
      inTownship: learner.inTownship,
      telephone: learner.telephone,
      mentor: learner.mentor,
      mentorTelephone: learner.mentorTelephone,
      group: learner.group,
      standing: standingOf(pace, { withdrawn: learner.withdrawn, state }),
      ...pace,
      arrived,
      hours: figures.hours,
      attended: figures.attended,
      sessions: figures.sessions,
      lacking: figures.lacking,
      decided,
    }
  })
}

function figuresOf({ verdict, record, handedIn }: Evaluated) {
  return {
    state: verdict.state,
    handedIn,
    missedSessions: record.sessions.filter((one) => sessionStanding(one, record.at) === 'lost').length,
    hours: record.earned.total / 100,
    ...sessionsOf(record),
    lacking: lackingOf(verdict),
  }
}

export type ProgressCounts = { name: string; people: number } & Record<Standing, number>

/** Counts over a list, by township or by unit, in the order in which the list names them. */
export function countedBy(rows: readonly ProgressRow[], by: (row: ProgressRow) => string): ProgressCounts[] {
  const groups = new Map<string, ProgressCounts>()
  for (const row of rows) {
    const name = by(row)
    const counts = groups.get(name) ?? { name, people: 0, ...noCounts }
    counts.people += 1
    counts[row.standing] += 1
    groups.set(name, counts)
  }
  return [...groups.values()]
}

const noCounts: Record<Standing, number> = {
  withdrawn: 0,
  complete: 0,
  'out-of-reach': 0,
  behind: 0,
  'on-pace': 0,
}
