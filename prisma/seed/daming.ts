// The Daming cohort in its ninth week, act by act.
import { db } from '~/db.server'
import { groupDaming, openDaming, scheduleDaming } from './daming-opening'
import { studyDaming } from './daming-weeks'
import type { Laying } from './laying'
import { layProgramme, type Sources } from './programmes'
import type { Progress } from './seed'
import { acting, on } from './stage'

/** Lays it, and answers a mentor and somebody who learns in the mentor's group. */
export async function layDaming(
  laying: Laying,
  sources: Sources,
  { groups, progress }: { groups: number; progress: Progress },
) {
  const { stage, staff, codes } = laying
  const at = stage.at(-2, 1, '09:00')
  const manager = acting(staff.manager, at)
  const programme = await on(at, () =>
    layProgramme(manager, codes.get('BJ-OU')!, 'daming-programme.json', sources),
  )
  const cohort = await openDaming(laying, programme)
  await groupDaming(laying, cohort)
  await scheduleDaming(laying, cohort, programme)
  progress('opened', 1, 1)
  await studyDaming(laying, cohort, { groups, progress })
  return pairOf(cohort.id)
}

async function pairOf(cohortId: string) {
  const mentor = await db.mentorAssignment.findFirstOrThrow({
    where: { group: { cohortId } },
    orderBy: { group: { position: 'asc' } },
    select: { person: { select: { id: true, name: true } }, group: { select: { id: true, name: true } } },
  })
  const trainee = await db.enrolment.findFirstOrThrow({
    where: {
      cohortId,
      arrival: { isNot: null },
      withdrawals: { none: {} },
      memberships: { some: { groupId: mentor.group.id } },
    },
    orderBy: { id: 'asc' },
    select: { person: { select: { id: true, name: true } } },
  })
  return { group: mentor.group.name, mentor: mentor.person, trainee: trainee.person }
}
