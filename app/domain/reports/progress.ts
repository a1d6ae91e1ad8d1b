// Whether somebody keeps up, week by week: how many of the required activities they handed in, against how many the
// weeks that have passed would have it. Workshops are left out: their day is set by others.
export type PacedModule = { opensWeek: number; closesWeek: number; required: readonly string[] }

export type Lag =
  /** A week has passed, and they have not yet been seen. */
  | { word: 'not-arrived' }
  /** Modules whose weeks are over, with activities that were not handed in. */
  | { word: 'overdue'; activities: number }
  /** Behind the pace of the modules that are open. */
  | { word: 'slow'; activities: number }
  /** Sessions that were missed and can be lost for good. */
  | { word: 'missed'; sessions: number }

export type Standing = 'withdrawn' | 'complete' | 'out-of-reach' | 'behind' | 'on-pace'

export type Pace = { handedIn: number; required: number; due: number; lags: Lag[] }

/** One activity less than the weeks would have it is nobody's trouble. */
const SLACK = 1

/** `week` is the number of the week that is running: nought or less before the first. */
export function paceOf(
  modules: readonly PacedModule[],
  facts: { handedIn: ReadonlySet<string>; week: number; arrived: boolean; missedSessions: number },
): Pace {
  const { week } = facts
  const has = (activity: string) => facts.handedIn.has(activity)
  const required = modules.flatMap((module) => module.required)
  const handedIn = required.filter(has).length
  const due = modules.reduce((sum, module) => sum + dueOf(module, week), 0)
  const overdue = modules
    .filter((module) => week > module.closesWeek)
    .flatMap((module) => module.required)
    .filter((activity) => !has(activity)).length
  const lags: Lag[] = []
  if (!facts.arrived && week > 1) lags.push({ word: 'not-arrived' })
  if (overdue > 0) lags.push({ word: 'overdue', activities: overdue })
  else if (due - handedIn > SLACK) lags.push({ word: 'slow', activities: due - handedIn })
  if (facts.missedSessions > 0) lags.push({ word: 'missed', sessions: facts.missedSessions })
  return { handedIn, required: required.length, due, lags }
}

export function standingOf(
  pace: Pace,
  facts: { withdrawn: boolean; state: 'done' | 'not-yet' | 'can-no-longer' },
): Standing {
  if (facts.withdrawn) return 'withdrawn'
  if (facts.state === 'done') return 'complete'
  if (facts.state === 'can-no-longer') return 'out-of-reach'
  return pace.lags.some((lag) => lag.word !== 'missed') ? 'behind' : 'on-pace'
}

/** An equal share of a module's activities with each of its weeks that has passed. */
function dueOf({ opensWeek, closesWeek, required }: PacedModule, week: number): number {
  const weeks = closesWeek - opensWeek + 1
  const passed = Math.min(Math.max(week - opensWeek, 0), weeks)
  return Math.floor((required.length * passed) / weeks)
}
