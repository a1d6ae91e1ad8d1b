import { index, layout, type RouteConfig, route } from '@remix-run/route-config'

// Every component on one page, for whoever works on them; no build that people use has it.
const gallery = process.env.GALLERY === 'on' ? [route('gallery', 'routes/gallery/route.tsx')] : []

export default [
  index('routes/home/route.ts'),
  route('learn/:enrolmentId', 'routes/trainee/route.tsx', []),
  layout('routes/staff/route.tsx', []),
  route('language', 'routes/language/route.ts'),
  ...gallery,
  route('*', 'routes/missing/route.tsx'),
] satisfies RouteConfig
