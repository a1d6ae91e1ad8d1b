// In which order the rolls stand for whoever calls them: what was missed, what is of today, what is to come, what is done.
import { dayOf } from '../cohorts/weeks'

export type Callable = {
  startsAt: Date
  endsAt: Date
  timeZone: string
  /** Everybody expected has a mark. */
  called: boolean
  /** The cohort has ended, and no roll is taken any more. */
  closed: boolean
}

export type CallingStage = 'missed' | 'today' | 'to-come' | 'past'

const stages: CallingStage[] = ['missed', 'today', 'to-come', 'past']

export function callingStage(
  { startsAt, endsAt, timeZone, called, closed }: Callable,
  at: Date,
): CallingStage {
  if (called || closed) return 'past'
  if (endsAt <= at) return 'missed'
  return startsAt <= at || dayOf(startsAt, timeZone) === dayOf(at, timeZone) ? 'today' : 'to-come'
}

/** Missed rolls first, the oldest before the others; then today's and those to come by their time; past ones last, the latest first. */
export function inOrderOfCalling<S extends Callable>(sessions: readonly S[], at: Date) {
  return sessions
    .map((session) => ({ ...session, stage: callingStage(session, at) }))
    .sort((a, b) => {
      const apart = a.startsAt.getTime() - b.startsAt.getTime()
      return stages.indexOf(a.stage) - stages.indexOf(b.stage) || (a.stage === 'past' ? -apart : apart)
    })
}
