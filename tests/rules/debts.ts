// Imports that break the table of docs/architecture.md and are known to. A file leaves this list when it is mended; one
// that breaks no rule any more fails the test, and so does every breach by a file that is not here.
export const debts: Record<string, string> = {
  'app/activities/quiz/quiz.action.server.ts':
    'the page’s action stands in the kind’s server face; it belongs to its trainee page',
  'app/activities/video/playing.ts': 'the address that takes reports of watching; it belongs to the routes',
  'app/activities/video/use-playing.ts': 'a hook of the video’s page beside its pure face',
  'app/activities/sweep.server.ts': 'hands the registry of kinds to the sweep',
  'app/domain/mentoring/discussion-outcome.server.ts': 'reads the pure face of the kind that it reports for',
  'app/domain/mentoring/sign-off.server.ts': 'reads the pure face of the kind that it reports for',
  'app/domain/workshops/outcomes.server.ts': 'reads the pure face of the kind that it reports for',
  'app/routes/cohort-live/route.tsx': 'the manager’s form of a live session uses that kind’s own schema',
  'app/routes/film/route.ts': 'finds a film’s file through its kind’s server file',
}
