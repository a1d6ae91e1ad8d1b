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

export type QuotaDraft = { organisationId: string; seats: number }

/** Where an enrolment counts: the nearest of its organisation and those above that has a quota. */
export function nearestQuota<Q extends { organisationId: string }>(
  /** From the sending organisation upwards. */
  ancestry: readonly string[],
  quotas: readonly Q[],
): Q | null {
  for (const organisationId of ancestry) {
    const quota = quotas.find((one) => one.organisationId === organisationId)
    if (quota) return quota
  }
  return null
}
