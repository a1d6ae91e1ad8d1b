// Every address of the site, as a function of its parts. Nothing else writes one.

type Params = Record<string, string | number | null | undefined>

/** Adds what is asked for behind the question mark, leaving out what is empty. */
export function asking(path: string, params: Params) {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return text === '' ? path : `${path}?${text}`
}

export const paths = {
  home: () => '/',
  language: () => '/language',

  signIn: (to?: string) => asking('/sign-in', { to }),
  signOut: () => '/sign-out',
  account: () => '/account',

  study: (enrolmentId: string) => `/study/${enrolmentId}`,
  outline: (enrolmentId: string) => `/study/${enrolmentId}/outline`,
  group: (enrolmentId: string) => `/study/${enrolmentId}/group`,
  workshops: (enrolmentId: string) => `/study/${enrolmentId}/workshops`,
  me: (enrolmentId: string) => `/study/${enrolmentId}/me`,

  mentoring: () => '/mentoring',
  signOffs: () => '/mentoring/sign-offs',
  grading: () => '/mentoring/grading',
  rolls: () => '/mentoring/rolls',

  cohorts: () => '/cohorts',
  programmes: () => '/programmes',
  organisations: () => '/organisations',
  people: () => '/people',
  venues: () => '/venues',
  certificates: () => '/certificates',
  reports: () => '/reports',
  audit: () => '/audit',

  bureau: () => '/bureau',
  bureauReports: () => '/bureau/reports',

  verify: () => '/verify',
}
