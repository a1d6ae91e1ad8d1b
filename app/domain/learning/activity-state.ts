// Where one trainee stands in one activity, in a word.
//   locked   something opens it first, and the reasons say what
//   open     nothing of it has been done
//   started  something has, and nothing has been handed in
//   waiting  handed in, and somebody else's move
//   again    handed in and not confirmed, and their own move: a returned work, a quiz below its pass mark
//   done     confirmed, or exempted
//   over     not handed in, and nothing more is taken
// Of a workshop whose day is over:
//   roll     a session's roll has not been taken
//   missed   a session does not count as attended
import { discussion } from '~/activities/discussion/discussion'
import { weekClosesAt } from '../cohorts/weeks'
import type { CurriculumActivity } from './curriculum'
import { refusalAt } from './deadlines'
import { isDone } from './outcome'
import type { Opening, Reason, ReleaseFacts } from './release'
import { activityOpening, deadlineFor, type Study } from './study'

export type ActivityState =
  | 'locked'
  | 'open'
  | 'started'
  | 'waiting'
  | 'again'
  | 'done'
  | 'over'
  | 'roll'
  | 'missed'

export type ActivityStanding = {
  state: ActivityState
  reasons: Reason[]
  dueAt: Date
  late: boolean
  score: number | null
}

export function activityStanding(
  study: Study,
  activity: CurriculumActivity,
  facts: ReleaseFacts,
  ofModule?: Opening,
): ActivityStanding {
  const outcome = study.outcomes.get(activity.id) ?? null
  const deadline = deadlineFor(study, activity)
  const so = {
    reasons: [],
    dueAt: deadline.dueAt,
    late: outcome?.late ?? false,
    score: outcome?.score ?? null,
  }
  if (isDone(outcome)) return { ...so, state: 'done' }
  // A workshop is its day, whoever came; what counts of it is its sessions' own marks.
  if (activity.kind === 'workshop' && facts.handedIn.has(activity.id)) {
    if (attendedAll(study, activity.id, facts)) return { ...so, state: 'done' }
    return { ...so, state: outcome && outcome.awaits !== 'mentor' ? 'missed' : 'roll' }
  }
  if (outcome?.handedInAt) return { ...so, state: outcome.awaits === 'trainee' ? 'again' : 'waiting' }
  const opening = activityOpening(study, activity, facts, ofModule)
  if (!opening.open) return { ...so, state: 'locked', reasons: opening.reasons }
  if (activity.kind !== 'workshop' && refusalAt(deadline, facts.at)) return { ...so, state: 'over' }
  return { ...so, state: hasBegun(study, activity) ? 'started' : 'open' }
}

/** How far something begun has come, where its kind can tell: the share of a film, 0 to 1, or items of a practice. */
export type HowFar = { watched: number } | { noted: number; of: number }

/** Null where nothing has been begun, or nothing can be counted. */
export function howFarOf(study: Study, activity: CurriculumActivity): HowFar | null {
  if (!hasBegun(study, activity)) return null
  const film = study.films.get(activity.id)
  if (film?.seconds) return { watched: Math.min(1, film.watchedSeconds / film.seconds) }
  return activity.kind === 'practice'
    ? { noted: study.noted.get(activity.id) ?? 0, of: activity.config.items.length }
    : null
}

/** Whether somebody has done anything of it: watched, noted an item, written, or drawn the questions of a quiz. */
export function hasBegun(study: Study, { id }: CurriculumActivity): boolean {
  return (
    (study.films.get(id)?.watchedSeconds ?? 0) > 0 ||
    study.noted.has(id) ||
    study.posts.has(id) ||
    study.attempting.has(id)
  )
}

/** How many substantial posts a discussion still asks for. */
export function postsLeftOf(study: Study, activity: CurriculumActivity<'discussion'>): number {
  const work = { substantialPosts: study.posts.get(activity.id) ?? 0 }
  const { missing } = discussion.progress(activity.config, work)
  return missing?.posts ?? 0
}

/** Required work whose week is over and that is not handed in; workshops are left to their attendance. */
export function overdueOf(study: Study, facts: ReleaseFacts): CurriculumActivity[] {
  return [...study.curriculum.activities.values()].filter(
    (activity) =>
      activity.required &&
      activity.kind !== 'workshop' &&
      !facts.handedIn.has(activity.id) &&
      deadlineFor(study, activity).dueAt <= facts.at,
  )
}

/** The module that the calendar is in: the first whose last week is not over. */
export function moduleOfWeek(study: Study, at: Date) {
  const { modules } = study.curriculum
  return modules.find((one) => at < weekClosesAt(study.cohort, one.closesWeek)) ?? modules.at(-1) ?? null
}

function attendedAll(study: Study, activityId: string, facts: ReleaseFacts): boolean {
  const planned = study.turns.find((turn) => turn.activityId === activityId)?.sessions.length ?? 0
  return planned > 0 && (facts.attended.get(activityId) ?? 0) >= planned
}
