import { db, inTransaction } from '~/db.server'
import type { Actor } from '../actor'
import { audit } from '../audit/audit.server'
import type { ManagedCohort } from '../cohorts/cohort.access.server'
import { newId } from '../ids.server'

export type VenueDraft = {
  name: string
  address: string
  capacity: number
  longitude?: number | null
  latitude?: number | null
}

/**
 * Adds a venue to those of the organisation that runs a cohort, in the cohort's time zone. Refuses 'name-taken', and
 * 'capacity' for fewer than one place.
 */
export async function createVenue(actor: Actor, cohort: ManagedCohort, draft: VenueDraft) {
  if (!Number.isInteger(draft.capacity) || draft.capacity < 1) return { refused: 'capacity' as const }
  return inTransaction(async (tx) => {
    const venue = { ...draft, id: newId(), organisationId: cohort.runById, timeZone: cohort.timeZone }
    const { count } = await tx.venue.createMany({
      data: [{ ...venue, recordedAt: actor.at }],
      skipDuplicates: true,
    })
    if (!count) return { refused: 'name-taken' as const }
    await audit(tx, actor, {
      action: 'venue.created',
      subjectKind: 'venue',
      subjectId: venue.id,
      organisationId: cohort.runById,
      details: { name: draft.name, capacity: draft.capacity },
    })
    return { venueId: venue.id }
  })
}

/** Where a cohort's workshops may be held: the venues of the organisation that runs it. */
export function venuesFor(cohort: ManagedCohort) {
  return db.venue.findMany({ where: { organisationId: cohort.runById }, orderBy: { recordedAt: 'asc' } })
}
