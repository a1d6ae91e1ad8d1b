// A completion rule as data. It stands in a RuleVersion and is never edited: a change adds a version.
import type { HourType, Kind } from '~/activities/kind'
import type { Hundredths } from '../learning/ledger'

export type Rule =
  | { kind: 'all'; of: Rule[] }
  | { kind: 'any'; of: Rule[] }
  | { kind: 'count'; atLeast: number; of: Rule[] }
  /** All required activities confirmed, in these modules or (null) in all; workshops are left to attendance. */
  | { kind: 'modules'; modules: string[] | null }
  /** Of one type, or (null) of all together. */
  | { kind: 'hours'; atLeast: Hundredths; type: HourType | null }
  /** A share, 0 to 1, of so many planned sessions. */
  | { kind: 'attendance'; share: number; sessions: number }
  /** Each planned session present, late or made up. */
  | { kind: 'full-attendance'; sessions: number }
  /** Substantial posts, wherever in the cohort's groups. */
  | { kind: 'posts'; atLeast: number }
  /** The weighted mean, in percent, of the means of these kinds. */
  | { kind: 'score'; atLeast: number; weights: KindWeight[] }

export type KindWeight = { kind: Kind; weight: number }

export type CompletionRule = {
  completion: Rule
  /** 优秀学员; null where the programme has none. */
  distinction: Rule | null
}
