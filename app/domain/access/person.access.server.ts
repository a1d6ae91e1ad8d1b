import { db } from '~/db.server'
import type { Actor } from '~/domain/actor'
import { isAdministrator, managedEnrolments, mentoredEnrolments, visibleCohorts } from './scope.server'
import { wholeWithin } from './whole-person.server'

/**
 * Somebody whom an actor may help at signing in: in a group that they mentor, a cohort that they manage, or anybody
 * for an administrator. `whole` says whether they may give the code themselves. Null for "absent" and "not theirs".
 */
export async function personToHelp(actor: Actor, personId: string) {
  const cohort = visibleCohorts(actor)
  const person = await db.person.findFirst({
    where: {
      id: personId,
      ...((await isAdministrator(actor))
        ? {}
        : {
            OR: [
              { enrolments: { some: { OR: [managedEnrolments(actor), mentoredEnrolments(actor)] } } },
              { mentorAssignments: { some: { group: { cohort } } } },
              { instructorAssignments: { some: { cohort } } },
            ],
          }),
    },
    select: { id: true, name: true, account: { select: { id: true } } },
  })
  if (!person?.account) return null
  const whole = person.id !== actor.person?.id && (await wholeWithin(db, actor, personId))
  return { id: person.id, name: person.name, accountId: person.account.id, whole }
}
