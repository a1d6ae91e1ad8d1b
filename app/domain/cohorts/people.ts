export const peopleStates = ['arrived', 'registered', 'withdrawn'] as const
export const peopleSorts = ['name', 'unit', 'group', 'hours'] as const

/** What the list of a cohort's people is asked for. */
export type PeopleAsked = {
  q: string
  state: (typeof peopleStates)[number] | ''
  /** The organisation just below the one that the cohort is held for, as `sendersOf` counts. */
  from: string
  sort: (typeof peopleSorts)[number] | `-${(typeof peopleSorts)[number]}` | ''
  page: number
}
