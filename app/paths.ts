// Every address of the site, as a function of its parts. Nothing else writes one.
import type { Kind } from '~/activities/kind'

type Outcome = 'completed' | 'not-completed'
type Params = Record<string, string | number | null | undefined>

/** Adds what is asked for behind the question mark, leaving out what is empty. */
export function asking(path: string, params: Params) {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return text === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${text}`
}

export const paths = {
  home: () => '/',
  language: () => '/language',

  signIn: (to?: string) => asking('/sign-in', { to }),
  signOut: () => '/sign-out',
  firstSignIn: (step?: 'details') => asking('/first-sign-in', { step }),
  forgotten: () => '/forgotten',
  account: () => '/me',

  today: (enrolmentId: string) => `/learn/${enrolmentId}/today`,
  /** At a module or an activity of it, where one is named. */
  outline: (enrolmentId: string, at?: string) => `/learn/${enrolmentId}${at ? `#${at}` : ''}`,
  /** Leads on to the page of the activity's kind, or says what would open it. */
  activity: (enrolmentId: string, activityId: string) => `/learn/${enrolmentId}/activities/${activityId}`,
  activityOf: (enrolmentId: string, activityId: string, kind: Kind) =>
    `/learn/${enrolmentId}/activities/${activityId}/${kind}`,
  /** Where a player reports what it has played. */
  playing: (enrolmentId: string, activityId: string) =>
    `/learn/${enrolmentId}/activities/${activityId}/playing`,
  film: (slug: string, ending: 'mp4' | 'webm' | 'jpg') => `/films/${slug}.${ending}`,
  group: (enrolmentId: string) => `/learn/${enrolmentId}/group`,
  /** A group that they have left is read by naming it. */
  groupLeft: (enrolmentId: string, groupId: string) =>
    asking(`/learn/${enrolmentId}/group`, { left: groupId }),
  groupTopic: (enrolmentId: string, topicId: string, left?: string | null) =>
    asking(`/learn/${enrolmentId}/group/topics/${topicId}`, { left }),
  workshops: (enrolmentId: string) => `/learn/${enrolmentId}/workshops`,
  file: (fileId: string) => `/files/${fileId}`,
  me: (enrolmentId: string) => `/learn/${enrolmentId}/me`,
  ownCompletion: (enrolmentId: string) => `/learn/${enrolmentId}/completion`,

  mentoring: () => '/mentoring',
  mentoredGroup: (groupId: string) => `/mentoring/groups/${groupId}`,
  mentoredTopic: (groupId: string, topicId: string) => `/mentoring/groups/${groupId}/topics/${topicId}`,
  signOffs: () => '/mentoring/sign-offs',
  grading: () => '/mentoring/grading',
  rolls: () => '/mentoring/rolls',
  mentoredTrainee: (enrolmentId: string) => `/mentoring/trainees/${enrolmentId}`,
  roll: (sessionId: string, groupId: string) => `/mentoring/sessions/${sessionId}/groups/${groupId}/roll`,
  rollSheet: (sessionId: string, groupId: string) =>
    `/mentoring/sessions/${sessionId}/groups/${groupId}/roll.pdf`,
  checkInScreen: (sessionId: string) => `/mentoring/sessions/${sessionId}/check-in`,

  cohorts: () => '/cohorts',
  newCohort: () => '/cohorts/new',
  cohort: (cohortId: string) => `/cohorts/${cohortId}`,
  cohortSettings: (cohortId: string) => `/cohorts/${cohortId}/settings`,
  quotas: (cohortId: string) => `/cohorts/${cohortId}/quotas`,
  roster: (cohortId: string) => `/cohorts/${cohortId}/roster`,
  rosterImport: (cohortId: string, importId: string) => `/cohorts/${cohortId}/roster/${importId}`,
  markedRoster: (cohortId: string, importId: string) => `/cohorts/${cohortId}/roster/${importId}/marked.xlsx`,
  toCheck: (cohortId: string) => `/cohorts/${cohortId}/to-check`,
  slips: (cohortId: string) => `/cohorts/${cohortId}/slips.pdf`,
  cohortPeople: (cohortId: string) => `/cohorts/${cohortId}/people`,
  cohortGroups: (cohortId: string) => `/cohorts/${cohortId}/groups`,
  cohortWorkshops: (cohortId: string) => `/cohorts/${cohortId}/workshops`,
  cohortLive: (cohortId: string) => `/cohorts/${cohortId}/live`,
  cohortCompletion: (cohortId: string) => `/cohorts/${cohortId}/completion`,
  /** Where a press is shown what it would do before it does it. */
  decide: (cohortId: string, outcome: Outcome) => `/cohorts/${cohortId}/completion/decide/${outcome}`,
  issueCertificates: (cohortId: string) => `/cohorts/${cohortId}/completion/issue`,
  issueReport: (cohortId: string, organisation?: string) =>
    asking(`/cohorts/${cohortId}/completion/report`, { organisation }),
  enrolment: (cohortId: string, enrolmentId: string) => `/cohorts/${cohortId}/people/${enrolmentId}`,
  programmes: () => '/programmes',
  programme: (programmeId: string) => `/programmes/${programmeId}`,
  organisations: (asked: Params = {}) => asking('/admin/organisations', asked),
  organisation: (organisationId: string) => `/admin/organisations/${organisationId}`,
  people: (asked: Params = {}) => asking('/admin/people', asked),
  openCohorts: () => '/admin/cohorts',
  person: (personId: string) => `/admin/people/${personId}`,
  /** Where a mentor or manager gives somebody a new code for a forgotten password. */
  newCode: (personId: string, back?: string) => asking(`/people/${personId}/code`, { back }),
  certificates: () => '/certificates',
  certificate: (certificateId: string, lang?: 'en') => asking(`/certificates/${certificateId}.pdf`, { lang }),
  reports: () => '/reports',
  audit: (asked: Params = {}) => asking('/admin/audit', asked),

  bureau: () => '/bureau',
  bureauReports: () => '/bureau/reports',
  reportFile: (packageId: string, form: 'pdf' | 'xlsx') => `/bureau/reports/${packageId}.${form}`,

  verify: () => '/verify',
  /** `number` as the paper writes it, or the year and place that its code carries: 2017-0123. */
  verifyNumber: (number: string) => `/verify/${encodeURIComponent(number)}`,
}
