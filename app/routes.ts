import { index, layout, type RouteConfig, route } from '@remix-run/route-config'
import type { Kind } from './activities/kind'

// Every component on one page, for whoever works on them; no build that people use has it.
const gallery = process.env.GALLERY === 'on' ? [route('gallery', 'routes/gallery/route.tsx')] : []

// The page of each kind of activity: one line a kind. Its last segment is the kind's name.
const activityPages = {
  video: 'activities/video/trainee.tsx',
  reading: 'activities/reading/trainee.tsx',
  quiz: 'activities/quiz/trainee.tsx',
  survey: 'activities/survey/trainee.tsx',
  'case-study': 'activities/case-study/trainee.tsx',
  assignment: 'activities/assignment/trainee.tsx',
  practice: 'activities/practice/trainee.tsx',
  live: 'activities/live/trainee.tsx',
  discussion: 'activities/discussion/trainee.tsx',
  workshop: 'activities/workshop/trainee.tsx',
} satisfies { [K in Kind]?: string }

export default [
  index('routes/home/route.ts'),
  route('today', 'routes/today-door/route.ts'),
  route('learn/:enrolmentId', 'routes/trainee/route.tsx', [
    route('completion', 'routes/study-completion/route.tsx'),
    index('routes/outline/route.tsx'),
    route('today', 'routes/today/route.tsx'),
    route('me', 'routes/record/route.tsx'),
    route('group', 'routes/group/route.tsx', { id: 'group' }),
    route('group/topics/:topicId', 'routes/group/route.tsx', { id: 'group-topic' }),
    route('workshops', 'routes/workshops/route.tsx'),
    route('activities/:activityId', 'routes/activity/route.tsx', [
      index('routes/activity-door/route.ts'),
      ...Object.entries(activityPages).map(([kind, file]) => route(kind, file)),
    ]),
  ]),
  route('learn/:enrolmentId/activities/:activityId/playing', 'activities/video/playing.tsx'),
  route('films/:file', 'routes/film/route.ts'),
  route('files/:fileId', 'routes/file/route.ts'),
  layout('routes/staff/route.tsx', [
    route('mentoring/groups/:groupId', 'routes/group/route.tsx', { id: 'mentored-group' }),
    route('mentoring/groups/:groupId/topics/:topicId', 'routes/group/route.tsx', { id: 'mentored-topic' }),
    route('cohorts', 'routes/cohorts/route.tsx'),
    route('cohorts/new', 'routes/cohort-new/route.tsx'),
    route('cohorts/:cohortId', 'routes/cohort/route.tsx'),
    route('cohorts/:cohortId/quotas', 'routes/cohort-quotas/route.tsx'),
    route('cohorts/:cohortId/roster', 'routes/cohort-roster/route.tsx'),
    route('cohorts/:cohortId/roster/:importId', 'routes/cohort-import/route.tsx'),
    route('cohorts/:cohortId/live', 'routes/cohort-live/route.tsx'),
    route('cohorts/:cohortId/people', 'routes/cohort-people/route.tsx'),
    route('cohorts/:cohortId/people/:enrolmentId', 'routes/enrolment/route.tsx'),
    route('cohorts/:cohortId/completion', 'routes/cohort-completion/route.tsx'),
    route('certificates', 'routes/certificates/route.tsx'),
    route('reports', 'routes/reports/route.tsx'),
    route('bureau', 'routes/bureau/route.tsx'),
    route('bureau/reports', 'routes/bureau-reports/route.tsx'),
    route('cohorts/:cohortId/groups', 'routes/cohort-groups/route.tsx'),
    route('cohorts/:cohortId/workshops', 'routes/cohort-workshops/route.tsx'),
    route('mentoring/rolls', 'routes/rolls/route.tsx'),
    route('mentoring/sessions/:sessionId/groups/:groupId/roll', 'routes/roll/route.tsx'),
    route('mentoring/sessions/:sessionId/check-in', 'routes/check-in/route.tsx'),
    route('programmes', 'routes/programmes/route.tsx'),
    route('programmes/:programmeId', 'routes/programme/route.tsx'),
    route('mentoring', 'routes/mentoring/route.tsx'),
    route('mentoring/sign-offs', 'routes/sign-offs/route.tsx'),
    route('mentoring/grading', 'routes/grading/route.tsx'),
    route('mentoring/trainees/:enrolmentId', 'routes/mentored-trainee/route.tsx'),
    route('me', 'routes/account/route.tsx'),
  ]),
  route('cohorts/:cohortId/slips.pdf', 'routes/cohort-slips/route.ts'),
  route('cohorts/:cohortId/roster/:importId/marked.xlsx', 'routes/cohort-marked/route.ts'),
  route('sign-in', 'routes/sign-in/route.tsx'),
  route('sign-out', 'routes/sign-out/route.ts'),
  route('first-sign-in', 'routes/first-sign-in/route.tsx'),
  route('forgotten', 'routes/forgotten/route.tsx'),
  // <id>.pdf, and .xlsx for a report: an address has no part of a segment.
  route('certificates/:file', 'routes/certificate-file/route.ts'),
  route('bureau/reports/:file', 'routes/report-file/route.ts'),
  route('verify/:number?', 'routes/verify/route.tsx'),
  route('language', 'routes/language/route.ts'),
  ...gallery,
  route('*', 'routes/missing/route.tsx'),
] satisfies RouteConfig
