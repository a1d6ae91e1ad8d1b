import { index, layout, type RouteConfig, route } from '@remix-run/route-config'

// Every component on one page, for whoever works on them; no build that people use has it.
const gallery = process.env.GALLERY === 'on' ? [route('gallery', 'routes/gallery/route.tsx')] : []

export default [
  index('routes/home/route.ts'),
  route('learn/:enrolmentId', 'routes/trainee/route.tsx', []),
  layout('routes/staff/route.tsx', [
    route('cohorts', 'routes/cohorts/route.tsx'),
    route('cohorts/new', 'routes/cohort-new/route.tsx'),
    route('cohorts/:cohortId', 'routes/cohort/route.tsx'),
    route('cohorts/:cohortId/quotas', 'routes/cohort-quotas/route.tsx'),
    route('cohorts/:cohortId/roster', 'routes/cohort-roster/route.tsx'),
    route('cohorts/:cohortId/roster/:importId', 'routes/cohort-import/route.tsx'),
    route('cohorts/:cohortId/people', 'routes/cohort-people/route.tsx'),
    route('programmes', 'routes/programmes/route.tsx'),
    route('programmes/:programmeId', 'routes/programme/route.tsx'),
    route('me', 'routes/account/route.tsx'),
  ]),
  route('cohorts/:cohortId/slips.pdf', 'routes/cohort-slips/route.ts'),
  route('cohorts/:cohortId/roster/:importId/marked.xlsx', 'routes/cohort-marked/route.ts'),
  route('sign-in', 'routes/sign-in/route.tsx'),
  route('sign-out', 'routes/sign-out/route.ts'),
  route('first-sign-in', 'routes/first-sign-in/route.tsx'),
  route('forgotten', 'routes/forgotten/route.tsx'),
  route('language', 'routes/language/route.ts'),
  ...gallery,
  route('*', 'routes/missing/route.tsx'),
] satisfies RouteConfig
