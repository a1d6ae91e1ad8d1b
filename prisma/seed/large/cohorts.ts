// A cohort of the large seed from its opening to its groups: opened and given its quotas by commands, its people made
// by the function that imports use, everything else by COPY.
import { db, inTransaction } from '~/db.server'
import { createPeople } from '~/domain/accounts/accounts.server'
import { currentConsent } from '~/domain/accounts/consent'
import { cohortToManage, type ManagedCohort } from '~/domain/cohorts/cohort.access.server'
import { openCohort, setQuotas } from '~/domain/cohorts/cohort.server'
import { enrolmentToManage } from '~/domain/enrolment/enrolment.access.server'
import { withdraw } from '~/domain/enrolment/withdrawal.server'
import type { Curriculum } from '~/domain/learning/curriculum'
import { curriculumOf } from '~/domain/learning/curriculum.server'
import { randomInt } from '~/domain/random.server'
import { acting, must, on, type Someone, theSystem, timeZone } from '../stage'
import type { Attendee } from './attendees'
import { idAt, minutesAfter, type Weeks } from './calendar'
import { copyInto } from './copy'
import { type Group, layGroups } from './groups'

/** How far somebody got: all of it, here and there, not at all, or gone on the first morning. */
export type Pace = 'whole' | 'half' | 'none' | 'gone'

export type Sent = Attendee & { sentById: string; quotaOf: string }

export type CohortPlan = {
  title: string
  programmeVersionId: string
  runById: string
  heldForId: string
  weeks: Weeks
  groupSize: [least: number, most: number]
  manager: Someone & { telephone: string }
  people: Sent[]
}

export type Learner = { enrolmentId: string; person: Someone; pace: Pace; sentById: string; group: Group }

export type Cohort = {
  cohort: ManagedCohort
  curriculum: Curriculum
  weeks: Weeks
  manager: Someone
  groups: Group[]
  learners: Learner[]
}

const BATCH = 2000

export async function layCohort(plan: CohortPlan): Promise<Cohort> {
  const { weeks, manager } = plan
  const opened = weeks.at(-1, 1, 9 * 60)
  const cohort = await on(opened, () => openFor(plan, opened))
  const people = await makePeople(plan.people, opened)
  const enrolled = await enrol(cohort, plan, people)
  const groups = await layGroups(cohort, enrolled, plan.groupSize, weeks.at(0, 2, 10 * 60), manager)
  const groupOf = new Map(groups.flatMap((group) => group.members.map((one) => [one.enrolmentId, group])))
  const learners = enrolled.map((one) => ({ ...one, group: groupOf.get(one.enrolmentId)! }))
  const curriculum = await curriculumOf(plan.programmeVersionId)
  await layReleases(curriculum, weeks, learners)
  await leave(learners, weeks, manager)
  return { cohort, curriculum, weeks, manager, groups, learners }
}

async function openFor(plan: CohortPlan, at: Date): Promise<ManagedCohort> {
  const manager = acting(plan.manager, at)
  const { cohortId } = must(
    await openCohort(manager, {
      programmeVersionId: plan.programmeVersionId,
      runById: plan.runById,
      heldForId: plan.heldForId,
      title: plan.title,
      startsOn: plan.weeks.startsOn,
      endsOn: plan.weeks.endsOn,
      timeZone,
      groupSizeMin: plan.groupSize[0],
      groupSizeMax: plan.groupSize[1],
      contactName: plan.manager.name,
      contactTelephone: plan.manager.telephone,
      contactHours: '工作日 9:00—17:00',
      acceptsWithoutNumber: false,
    }),
  )
  const cohort = (await cohortToManage(manager, cohortId))!
  const seats = new Map<string, number>()
  for (const { quotaOf } of plan.people) seats.set(quotaOf, (seats.get(quotaOf) ?? 0) + 1)
  const quotas = [...seats].map(([organisationId, count]) => ({ organisationId, seats: count }))
  const set = await setQuotas(manager, cohort, quotas)
  if (set.refused) throw new Error(`The quotas were refused: ${set.refused}`)
  return cohort
}

async function makePeople(people: readonly Sent[], at: Date) {
  const made: { id: string; name: string; accountId: string }[] = []
  for (let start = 0; start < people.length; start += BATCH) {
    const batch = people.slice(start, start + BATCH)
    const rows = await on(at, () =>
      inTransaction((tx) =>
        createPeople(
          tx,
          theSystem(at),
          batch.map(({ name, telephone, number }) => ({ name, telephone, identityNumber: number })),
        ),
      ),
    )
    for (const [place, { personId: id, accountId }] of rows.entries()) {
      made.push({ id, accountId, name: batch[place]!.name })
    }
  }
  return made
}

type Made = Awaited<ReturnType<typeof makePeople>>

async function enrol(cohort: ManagedCohort, plan: CohortPlan, people: Made) {
  const { weeks, manager } = plan
  const at = weeks.at(-1, 2, 10 * 60)
  const quotas = await db.quota.findMany({ where: { cohortId: cohort.id } })
  const quotaOf = new Map(quotas.map((quota) => [quota.organisationId, quota.id]))
  const enrolled = people.map(({ id, name, accountId }, place) => ({
    enrolmentId: idAt(at),
    person: { id, name },
    accountId,
    pace: paceOf(randomInt(100)),
    sentById: plan.people[place]!.sentById,
    came: weeks.at(1, 1 + randomInt(5), 8 * 60 + randomInt(14 * 60)),
  }))
  await copyInto(
    'Enrolment',
    enrolled.map(({ enrolmentId, person, sentById }, place) => ({
      id: enrolmentId,
      cohortId: cohort.id,
      personId: person.id,
      sentById,
      quotaId: quotaOf.get(plan.people[place]!.quotaOf)!,
      position: plan.people[place]!.position,
      details: { unit: plan.people[place]!.unit },
      occurredAt: at,
      recordedAt: at,
      byId: manager.id,
    })),
  )
  await arrive(enrolled.filter((one) => one.pace === 'whole' || one.pace === 'half'))
  return enrolled.map(({ enrolmentId, person, pace, sentById: from }) => ({
    enrolmentId,
    person,
    pace,
    sentById: from,
  }))
}

function paceOf(drawn: number): Pace {
  if (drawn < 88) return 'whole'
  if (drawn < 95) return 'half'
  return drawn < 98 ? 'none' : 'gone'
}

type Arriving = { enrolmentId: string; person: Someone; accountId: string; came: Date }

/** Their first sign-in, with the agreement to the use of their data that it asks for. */
async function arrive(people: Arriving[]) {
  await copyInto(
    'Consent',
    people.map(({ accountId, came }) => ({
      id: idAt(came),
      accountId,
      version: currentConsent,
      occurredAt: came,
    })),
  )
  await copyInto(
    'Arrival',
    people.map(({ enrolmentId, person, came }) => ({
      id: idAt(came),
      enrolmentId,
      via: 'first-sign-in',
      byId: person.id,
      occurredAt: came,
      recordedAt: came,
    })),
  )
  await db.$executeRaw`
    update "Account" a set "firstSignedInAt" = x.came
    from unnest(${people.map((one) => one.accountId)}::uuid[], ${people.map((one) => one.came)}::timestamptz[])
      as x(id, came)
    where a.id = x.id`
}

/** Some withdraw on the first morning, each by the command, which ends their membership. */
async function leave(learners: Learner[], weeks: Weeks, manager: Someone) {
  const at = weeks.at(1, 1, 9 * 60)
  const actor = acting(manager, at)
  for (const { enrolmentId, pace } of learners) {
    if (pace !== 'gone') continue
    const enrolment = (await enrolmentToManage(actor, enrolmentId))!
    must(await on(at, () => withdraw(actor, enrolment, { reason: '工作调动' })))
  }
}

/** Each module at the beginning of its week; who had withdrawn by then gets none. */
async function layReleases(curriculum: Curriculum, weeks: Weeks, learners: Learner[]) {
  for (const module of curriculum.modules) {
    const at = minutesAfter(weeks.at(module.opensWeek, 1, 0), 1)
    const there = learners.filter((one) => one.pace !== 'gone' || module.opensWeek < 2)
    await copyInto(
      'Release',
      there.map(({ enrolmentId }) => ({
        enrolmentId,
        moduleId: module.id,
        cause: 'time',
        occurredAt: at,
        recordedAt: at,
      })),
    )
  }
}
