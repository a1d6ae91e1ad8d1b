// A short programme in a cohort that a university far off runs for the county, with people of two townships: for tests
// of what becomes of them in the end.
import { db, inTransaction } from '~/db.server'
import { createPerson } from '~/domain/accounts/accounts.server'
import { cohortToManage } from '~/domain/cohorts/cohort.access.server'
import { openCohort } from '~/domain/cohorts/cohort.server'
import type { CompletionRule } from '~/domain/completion/rule'
import { enrolmentToManage } from '~/domain/enrolment/enrolment.access.server'
import { newId } from '~/domain/ids.server'
import { postHours } from '~/domain/learning/hours.server'
import { recordOutcome } from '~/domain/learning/outcomes.server'
import { createProgramme, publishVersion } from '~/domain/programmes/programme.server'
import type { Mark } from '~/domain/workshops/attendance'
import { later, monday, newIdentityNumber, newTelephone, organisation, type Someone, world } from './world'

const days = (count: number) => count * 24 * 60 * 60 * 1000

/** An instant of the cohort: nine in the morning of the week's day, 1 being Monday. */
export function inWeek(week: number, day = 1, minutes = 0): Date {
  return new Date(monday.getTime() + days((week - 1) * 7 + day - 1) + minutes * 60_000)
}

const rule: CompletionRule = {
  completion: {
    kind: 'all',
    of: [
      { kind: 'modules', modules: null },
      { kind: 'hours', atLeast: 900, type: null },
      { kind: 'attendance', share: 0.5, sessions: 2 },
      {
        kind: 'score',
        atLeast: 60,
        weights: [
          { kind: 'quiz', weight: 0.5 },
          { kind: 'practice', weight: 0.5 },
        ],
      },
    ],
  },
  distinction: {
    kind: 'all',
    of: [
      { kind: 'score', atLeast: 90, weights: [{ kind: 'quiz', weight: 1 }] },
      { kind: 'full-attendance', sessions: 2 },
    ],
  },
}

const question = {
  id: 'q1',
  stem: '户外活动前先做什么？',
  why: '先看场地。',
  type: 'truefalse' as const,
  answer: true,
}

export async function completionWorld({ certificateValidYears = null as number | null } = {}) {
  const people = await world()
  const { organisations, manager } = people
  const secondTownship = await organisation(
    people.system,
    '金滩镇中心校',
    'township',
    organisations.county.id,
  )
  const made = await createProgramme(manager, organisations.university.id, {
    title: '大名县农村幼儿园教师专业发展混合式研修项目',
    titleEn: 'Blended professional development for rural kindergarten teachers, Daming County',
    track: 'teacher',
    organiser: '大名县教育局',
    deliveredBy: '北京开放大学',
    weeks: 8,
    groupSizeMin: 2,
    groupSizeMax: 18,
    mentorTitle: '导学教师',
    certificateValidYears,
    rule,
    modules: [
      {
        title: '模块一',
        aim: '观察。',
        opensWeek: 1,
        closesWeek: 4,
        requires: null,
        activities: [
          {
            kind: 'reading',
            title: '观察记录怎么写',
            required: true,
            hours: 200,
            config: { text: '看。', minutes: 20 },
            after: [],
          },
          {
            kind: 'quiz',
            title: '模块一自测',
            required: true,
            hours: 100,
            config: {
              questions: [question],
              drawn: 1,
              attempts: 2,
              passMark: 60,
              minutes: null,
              shuffle: false,
            },
            after: [],
          },
          {
            kind: 'workshop',
            title: '第一次面授',
            required: true,
            hours: 600,
            config: {
              description: '',
              venue: null,
              sessions: [
                { number: 1, title: '上午', starts: '09:00', ends: '12:00' },
                { number: 2, title: '下午', starts: '14:00', ends: '17:00' },
              ],
            },
            after: [],
          },
        ],
      },
      {
        title: '模块二',
        aim: '岗位实践。',
        opensWeek: 5,
        closesWeek: 8,
        requires: null,
        activities: [
          {
            kind: 'practice',
            title: '改造一个区角',
            required: true,
            hours: 400,
            config: { instructions: '', items: ['区角照片'], evidence: ['text'] },
            after: [],
          },
        ],
      },
    ],
  })
  if (made.refused) throw new Error(made.refused)
  await publishVersion(manager, { id: made.versionId, programmeId: made.programmeId })
  const opened = await openCohort(manager, {
    programmeVersionId: made.versionId,
    runById: organisations.university.id,
    heldForId: organisations.county.id,
    title: '第一期',
    startsOn: '2026-09-07',
    endsOn: '2026-11-01',
    timeZone: 'Asia/Shanghai',
    groupSizeMin: 2,
    groupSizeMax: 18,
    contactName: '办公室',
    contactTelephone: '0310-6562000',
    contactHours: '工作日 9:00—17:00',
    acceptsWithoutNumber: false,
  })
  if (opened.refused) throw new Error(opened.refused)
  const versions = await db.activityVersion.findMany({
    where: { moduleVersion: { programmeVersionId: made.versionId } },
    include: { activity: true },
  })
  const activities = Object.fromEntries(
    versions.map((one) => [one.activity.kind, { id: one.activityId, versionId: one.id }]),
  ) as Record<'reading' | 'quiz' | 'workshop' | 'practice', { id: string; versionId: string }>
  const workshop = await layWorkshop(opened.cohortId, organisations.county.id, activities.workshop.id)
  return {
    ...people,
    organisations: { ...organisations, secondTownship },
    cohort: (await cohortToManage(manager, opened.cohortId))!,
    activities,
    workshop,
  }
}

export type CompletionWorld = Awaited<ReturnType<typeof completionWorld>>

async function layWorkshop(cohortId: string, organisationId: string, activityId: string) {
  const venue = await db.venue.create({
    data: {
      id: newId(),
      organisationId,
      name: `学习基地 ${newId()}`,
      address: '大名县',
      capacity: 200,
      timeZone: 'Asia/Shanghai',
      recordedAt: monday,
    },
  })
  const at = (hour: number) => new Date(inWeek(3, 6).getTime() + (hour - 9) * 3_600_000)
  const workshop = await db.workshop.create({
    data: {
      id: newId(),
      cohortId,
      activityId,
      turn: 1,
      venueId: venue.id,
      day: new Date('2026-09-26'),
      recordedAt: monday,
      sessions: {
        create: [
          { id: newId(), number: 1, title: '上午', startsAt: at(9), endsAt: at(12), hours: 3 },
          { id: newId(), number: 2, title: '下午', startsAt: at(14), endsAt: at(17), hours: 3 },
        ],
      },
    },
    include: { sessions: { orderBy: { number: 'asc' } } },
  })
  return { id: workshop.id, sessions: workshop.sessions.map((one) => one.id) }
}

export type Trainee = { id: string; actor: Someone }

/** Somebody enrolled, arrived, and expected at the workshop; sent by the kindergarten unless another is named. */
export async function trainee(world: CompletionWorld, name: string, sentById?: string): Promise<Trainee> {
  const { personId } = await createPerson(db, world.system, {
    name,
    telephone: newTelephone(),
    identityNumber: newIdentityNumber(),
  })
  return enrolledAs(world, { id: personId, name }, sentById)
}

/** The same for somebody who is known already. */
export async function enrolledAs(
  world: CompletionWorld,
  person: { id: string; name: string },
  sentById?: string,
): Promise<Trainee> {
  const stamps = { occurredAt: monday, recordedAt: monday }
  const enrolment = await db.enrolment.create({
    data: {
      id: newId(),
      cohortId: world.cohort.id,
      personId: person.id,
      sentById: sentById ?? world.organisations.kindergarten.id,
      ...stamps,
      arrival: { create: { id: newId(), via: 'first-sign-in', ...stamps } },
      expected: {
        create: {
          id: newId(),
          workshopId: world.workshop.id,
          activityId: world.activities.workshop.id,
          from: monday,
        },
      },
    },
  })
  return { id: enrolment.id, actor: { person, at: monday, through: 'page' } }
}

export function managed(world: CompletionWorld, one: Trainee) {
  return enrolmentToManage(world.manager, one.id).then((enrolment) => enrolment!)
}

/** What somebody reached in one activity, recorded at an instant. */
export async function reach(
  world: CompletionWorld,
  one: Trainee,
  kind: 'reading' | 'quiz' | 'practice',
  {
    at = inWeek(4),
    score = null as number | null,
    confirmed = true,
    awaits = null as 'trainee' | 'mentor' | 'nobody' | null,
  } = {},
) {
  const activity = world.activities[kind]
  await inTransaction(async (tx) => {
    await recordOutcome(tx, later(one.actor, at), {
      enrolmentId: one.id,
      activityId: activity.id,
      activityVersionId: activity.versionId,
      cause: 'submitted',
      handedIn: true,
      confirmed: awaits === null && confirmed,
      score: awaits === null ? score : null,
      late: false,
      occurredAt: at,
    })
    if (awaits === null) return
    const id = newId()
    const entry = { handedInAt: at, confirmedAt: confirmed ? at : null, score, awaits, recordedAt: at }
    const key = { enrolmentId: one.id, activityId: activity.id }
    await tx.outcomeEntry.create({
      data: {
        id,
        ...key,
        activityVersionId: activity.versionId,
        cause: 'submitted',
        ...entry,
        occurredAt: at,
      },
    })
    await tx.outcome.update({ where: { enrolmentId_activityId: key }, data: { entryId: id, ...entry } })
  })
}

/** A manager's mark for one session, entered at an instant, with the hours that it is worth. */
export async function mark(
  world: CompletionWorld,
  one: Trainee,
  session: 1 | 2,
  as: Mark,
  at: Date = inWeek(3, 7),
) {
  const sessionId = world.workshop.sessions[session - 1]!
  const manager = later(world.manager, at)
  await inTransaction(async (tx) => {
    const id = newId()
    await tx.attendanceEntry.create({
      data: {
        id,
        sessionId,
        enrolmentId: one.id,
        mark: as,
        authority: 'manager',
        via: 'sheet',
        byId: manager.person.id,
        occurredAt: at,
        recordedAt: at,
      },
    })
    const due = as === 'present' || as === 'late' || as === 'made-up' ? 300 : 0
    await postHours(tx, manager, {
      enrolmentId: one.id,
      activityId: world.activities.workshop.id,
      sessionId,
      due,
      attendanceEntryId: id,
      occurredAt: at,
    })
  })
}

/** All that completion asks for, by the end of week seven. */
export async function finish(world: CompletionWorld, one: Trainee, { score = 80, full = true } = {}) {
  await reach(world, one, 'reading')
  await reach(world, one, 'quiz', { score })
  await mark(world, one, 1, 'present')
  await mark(world, one, 2, full ? 'present' : 'absent')
  await reach(world, one, 'practice', { at: inWeek(7), score })
}
