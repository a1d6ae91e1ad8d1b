import { db } from '~/db.server'
import { inForce } from '../access/in-force'
import { managesWhole } from '../access/whole-person.server'
import type { Actor } from '../actor'
import type { ManagedCohort } from '../cohorts/cohort.access.server'

/** People of a cohort who said that their name or number is wrong, and whom nobody has answered. */
function openIn(cohort: ManagedCohort) {
  return { resolvedAt: null, person: { enrolments: { some: { cohortId: cohort.id } } } }
}

export function countDoubts(cohort: ManagedCohort) {
  return db.detailsDoubt.count({ where: openIn(cohort) })
}

/**
 * What they said, the oldest first. `mine`: all of the person lies in the actor's scope, so that the actor may correct
 * it; anybody else's an administrator does.
 */
export async function doubtsIn(actor: Actor, cohort: ManagedCohort) {
  const doubts = await db.detailsDoubt.findMany({
    where: openIn(cohort),
    orderBy: { occurredAt: 'asc' },
    select: {
      id: true,
      message: true,
      occurredAt: true,
      person: {
        select: {
          id: true,
          name: true,
          identityNumbers: { where: inForce(actor.at), select: { masked: true } },
          enrolments: {
            where: { cohortId: cohort.id },
            select: { id: true, sentBy: { select: { name: true } } },
          },
        },
      },
    },
  })
  return Promise.all(
    doubts.map(async ({ id, message, occurredAt, person }) => ({
      id,
      message,
      at: occurredAt.getTime(),
      personId: person.id,
      enrolmentId: person.enrolments[0]!.id,
      name: person.name,
      unit: person.enrolments[0]!.sentBy.name,
      masked: person.identityNumbers[0]?.masked ?? null,
      mine: person.id !== actor.person?.id && (await managesWhole(db, actor, person.id)),
    })),
  )
}

/** Whose doubt it is; null for one that is answered, absent, or of nobody in this cohort. */
export function openDoubtIn(cohort: ManagedCohort, id: string) {
  return db.detailsDoubt.findFirst({ where: { id, ...openIn(cohort) }, select: { id: true, personId: true } })
}
