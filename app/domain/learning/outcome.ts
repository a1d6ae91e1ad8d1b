import type { Missing, Progress } from '~/activities/kind'

/** The latest of an enrolment in an activity, as the table of outcomes holds it. */
export type OutcomeState = Omit<Progress, 'missing'> & { missing: Missing | null }

/**
 * What follows on an outcome when a kind reports progress, or null where nothing has changed. A return, an
 * undone signature or a hidden post takes "confirmed" away, never "handed in".
 */
export function nextOutcome(before: OutcomeState | null, progress: Progress): OutcomeState | null {
  const next = { ...progress, handedIn: progress.handedIn || (before?.handedIn ?? false) }
  return before && sameOutcome(before, next) ? null : next
}

function sameOutcome(a: OutcomeState, b: OutcomeState): boolean {
  return (
    a.handedIn === b.handedIn &&
    a.confirmed === b.confirmed &&
    a.score === b.score &&
    a.awaits === b.awaits &&
    sameMissing(a.missing, b.missing)
  )
}

/** The database gives keys back in an order of its own. */
function sameMissing(a: Missing | null, b: Missing | null): boolean {
  const sorted = (missing: Missing | null) => JSON.stringify(missing && Object.entries(missing).sort())
  return sorted(a) === sorted(b)
}
