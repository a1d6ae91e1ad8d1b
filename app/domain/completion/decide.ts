import { isDistinguished } from './judge'
import type { Verdict } from './verdict'

export type Decided = { verdict: 'completed' | 'not-completed'; distinction: boolean }
export type DecideRefusal = 'withdrawn' | 'still-open'

/**
 * What a manager's confirmation makes of a verdict. What is still open is not decided unless the manager says
 * "not completed" of it in so many words; nothing that they say makes a completion of what is none.
 */
export function decide(
  verdict: Verdict,
  { withdrawn, notCompleted }: { withdrawn: boolean; notCompleted: boolean },
): Decided | { refused: DecideRefusal } {
  if (withdrawn) return { refused: 'withdrawn' }
  if (verdict.complete) return { verdict: 'completed', distinction: isDistinguished(verdict) }
  if (verdict.state === 'not-yet' && !notCompleted) return { refused: 'still-open' }
  return { verdict: 'not-completed', distinction: false }
}
