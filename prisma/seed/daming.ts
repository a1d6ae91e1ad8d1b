// The Daming cohort in its ninth week, act by act.
import { db } from '~/db.server'
import { currentConsent } from '~/domain/accounts/consent'
import { giveConsent } from '~/domain/accounts/own-account.server'
import { sweep } from '~/sweep.server'
import { groupDaming, openDaming, scheduleDaming } from './daming-opening'
import { studyDaming } from './daming-weeks'
import { seedOrganisations } from './organisations'
import { layFilms, layProgramme, programmeSources } from './programmes'
import type { Progress } from './seed'
import { layStaff } from './staff'
import { acting, must, on, type Stage, theSystem } from './stage'

/** Lays it, and answers whom the sign-in page offers. */
export async function layDaming(stage: Stage, progress: Progress) {
  const before = stage.at(-2, 1, '09:00')
  const system = theSystem(before)
  const codes = await on(before, () => seedOrganisations(system))
  const staff = await on(before, () => layStaff(before, codes))
  const films = await on(before, () => layFilms(system))
  const manager = { ...system, person: staff.manager }
  const programme = await on(before, async () =>
    layProgramme(manager, codes.get('BJ-OU')!, 'daming-programme.json', await programmeSources(films)),
  )
  const laying = { stage, staff, codes }
  progress('cohort', 0, 1)
  const cohort = await openDaming(laying, programme)
  await groupDaming(laying, cohort)
  await scheduleDaming(laying, cohort, programme)
  progress('cohort', 1, 1)
  await studyDaming({ stage, cohort, staff }, progress)
  const today = stage.at(9, 1, '00:00')
  await on(today, () => sweep(theSystem(today)))
  const people = await signingIn(cohort.id, staff)
  for (const { personId, name } of people) {
    const actor = acting({ id: personId, name }, today)
    await on(today, async () => must(await giveConsent(actor, currentConsent)))
  }
  return people
}

async function signingIn(cohortId: string, staff: Awaited<ReturnType<typeof layStaff>>) {
  const mentor = await db.mentorAssignment.findFirstOrThrow({
    where: { group: { cohortId } },
    orderBy: { group: { position: 'asc' } },
    select: { person: true, group: { select: { id: true, name: true } } },
  })
  const trainee = await db.enrolment.findFirstOrThrow({
    where: {
      cohortId,
      arrival: { isNot: null },
      withdrawals: { none: {} },
      memberships: { some: { groupId: mentor.group.id } },
    },
    orderBy: { id: 'asc' },
    select: { person: true },
  })
  const note = (zh: string, en: string) => ({ 'zh-CN': zh, en })
  return [
    {
      personId: staff.manager.id,
      name: staff.manager.name,
      role: 'manager',
      note: note('北京开放大学社会教育学院', 'Runs the Daming cohort'),
    },
    {
      personId: mentor.person.id,
      name: mentor.person.name,
      role: 'mentor',
      note: note(mentor.group.name, mentor.group.name),
    },
    {
      personId: trainee.person.id,
      name: trainee.person.name,
      role: 'trainee',
      note: note(mentor.group.name, mentor.group.name),
    },
    {
      personId: staff.officer.id,
      name: staff.officer.name,
      role: 'bureau-officer',
      note: note('大名县教育局', 'Daming County'),
    },
    {
      personId: staff.otherOfficer.id,
      name: staff.otherOfficer.name,
      role: 'bureau-officer',
      note: note('密云区教育委员会', 'Miyun District'),
    },
    {
      personId: staff.administrator.id,
      name: staff.administrator.name,
      role: 'administrator',
      note: note('全平台', 'The whole site'),
    },
  ]
}
