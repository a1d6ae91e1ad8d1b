import { dayOf } from './weeks'

/** What a manager says when opening a cohort. Days are written 2027-03-15. */
export type CohortDraft = {
  programmeVersionId: string
  runById: string
  heldForId: string
  title: string
  startsOn: string
  endsOn: string
  timeZone: string
  groupSizeMin: number
  groupSizeMax: number
  contactName: string
  contactTelephone: string
  contactHours: string
  acceptsWithoutNumber: boolean
}

export type CohortState = 'not-started' | 'running' | 'over'

/** Both its first day and its last one belong to a cohort. */
export function cohortState(
  { startsOn, endsOn, timeZone }: Pick<CohortDraft, 'startsOn' | 'endsOn' | 'timeZone'>,
  at: Date,
): CohortState {
  const today = dayOf(at, timeZone)
  if (today < startsOn) return 'not-started'
  return today > endsOn ? 'over' : 'running'
}

/** What can be corrected of a cohort that is open. */
export type CohortSettings = Omit<CohortDraft, 'programmeVersionId' | 'runById' | 'heldForId' | 'timeZone'>

/**
 * What stands against other dates for a cohort: an end before the start; another first day once it has come, or one that
 * is past; another last day that is past. Null where nothing does.
 */
export function refusalOfDates(
  now: Pick<CohortDraft, 'startsOn' | 'endsOn' | 'timeZone'>,
  wished: Pick<CohortDraft, 'startsOn' | 'endsOn'>,
  at: Date,
): 'dates' | 'begun' | 'start-past' | 'end-past' | null {
  const today = dayOf(at, now.timeZone)
  if (wished.endsOn < wished.startsOn) return 'dates'
  if (wished.startsOn !== now.startsOn) {
    if (cohortState(now, at) !== 'not-started') return 'begun'
    if (wished.startsOn < today) return 'start-past'
  }
  return wished.endsOn !== now.endsOn && wished.endsOn < today ? 'end-past' : null
}

export type QuotaDraft = { organisationId: string; seats: number }
