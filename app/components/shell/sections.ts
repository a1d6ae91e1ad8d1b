import { paths } from '~/paths'
import type { IconName } from '../icon'

/** What somebody may come here as; one person may be several. */
export type StaffRole = 'mentor' | 'instructor' | 'manager' | 'bureau' | 'administrator'

type SectionKey =
  | 'mentoring'
  | 'signOffs'
  | 'grading'
  | 'rolls'
  | 'cohorts'
  | 'programmes'
  | 'people'
  | 'organisations'
  | 'certificates'
  | 'reports'
  | 'bureau'
  | 'bureauReports'
  | 'openCohorts'
  | 'audit'

export type Area = {
  key: 'mentoring' | 'managing' | 'bureau' | 'administration'
  sections: { key: SectionKey; to: string; end?: boolean }[]
}

/** The areas of the sidebar for somebody's roles. A page that is not listed here is still guarded by its loader. */
export function areasFor(roles: StaffRole[]): Area[] {
  const areas: Area[] = []
  if (roles.includes('mentor')) areas.push(mentoring)
  else if (roles.includes('instructor')) areas.push(instructing)
  if (roles.includes('manager')) areas.push(managing)
  if (roles.includes('bureau')) areas.push(bureau)
  if (roles.includes('administrator')) areas.push(administration)
  return areas
}

const mentoring: Area = {
  key: 'mentoring',
  sections: [
    { key: 'mentoring', to: paths.mentoring(), end: true },
    { key: 'signOffs', to: paths.signOffs() },
    { key: 'grading', to: paths.grading() },
    { key: 'rolls', to: paths.rolls() },
  ],
}

const instructing: Area = {
  key: 'mentoring',
  sections: mentoring.sections.filter((section) => section.key === 'grading' || section.key === 'rolls'),
}

const managing: Area = {
  key: 'managing',
  sections: [
    { key: 'cohorts', to: paths.cohorts() },
    { key: 'programmes', to: paths.programmes() },
    { key: 'certificates', to: paths.certificates() },
    { key: 'reports', to: paths.reports() },
  ],
}

const bureau: Area = {
  key: 'bureau',
  sections: [
    { key: 'bureau', to: paths.bureau(), end: true },
    { key: 'bureauReports', to: paths.bureauReports() },
  ],
}

const administration: Area = {
  key: 'administration',
  sections: [
    { key: 'organisations', to: paths.organisations() },
    { key: 'people', to: paths.people() },
    { key: 'openCohorts', to: paths.openCohorts() },
    { key: 'audit', to: paths.audit() },
  ],
}

export type Tab = {
  key: 'today' | 'outline' | 'group' | 'workshops' | 'me'
  to: string
  icon: IconName
  end?: boolean
}

export function tabsFor(enrolmentId: string): Tab[] {
  return [
    { key: 'today', to: paths.today(enrolmentId), icon: 'home' },
    { key: 'outline', to: paths.outline(enrolmentId), icon: 'list', end: true },
    { key: 'group', to: paths.group(enrolmentId), icon: 'chat' },
    { key: 'workshops', to: paths.workshops(enrolmentId), icon: 'calendar' },
    { key: 'me', to: paths.me(enrolmentId), icon: 'person' },
  ]
}
