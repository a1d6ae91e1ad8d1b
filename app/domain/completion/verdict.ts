// What a rule says of one person, as data; words.ts makes sentences of it.
import type { Awaits, HourType } from '~/activities/kind'
import type { Mark } from '../workshops/attendance'
import type { SessionStanding } from './record'
import type { KindWeight } from './rule'

/** `can-no-longer` holds unless a manager's concession, a make-up or a correction changes the facts. */
export type State = 'done' | 'not-yet' | 'can-no-longer'

export type MissingActivity = { activity: string; awaits: Awaits; until: Date | null }

/** How many hundredths of an hour an activity, or what is left of a workshop, can still bring. */
export type HourWay = { activity: string; hundredths: number; until: Date | null }

export type OpenSession = {
  activity: string
  session: number
  standing: Exclude<SessionStanding, 'counts'>
  mark: Mark | null
  /** When it begins, or until when it may be made up. */
  by: Date | null
}

/** `mean` is null while a mark is missing, and where all of the kind's activities are exempted (`of` is 0). */
export type KindScore = KindWeight & { mean: number | null; marked: number; of: number }

export type Part =
  | { kind: 'all' | 'any'; state: State; parts: Part[] }
  | { kind: 'count'; state: State; atLeast: number; parts: Part[] }
  | { kind: 'modules'; state: State; modules: number; have: number; need: number; missing: MissingActivity[] }
  /** In hundredths. */
  | { kind: 'hours'; state: State; type: HourType | null; have: number; need: number; ways: HourWay[] }
  | {
      kind: 'attendance' | 'full-attendance'
      state: State
      have: number
      need: number
      planned: number
      /** The sessions that do not count, or not yet. */
      open: OpenSession[]
    }
  | { kind: 'posts'; state: State; have: number; need: number; until: Date | null }
  | {
      kind: 'score'
      state: State
      /** Unrounded; null while a mark is missing, and where every activity is exempted. */
      score: number | null
      need: number
      kinds: KindScore[]
      missing: MissingActivity[]
      /** Activities with a mark that may still be raised. */
      improvable: MissingActivity[]
    }

export type PartOf<K extends Part['kind']> = Extract<Part, { kind: K }>

export type Verdict = {
  state: State
  complete: boolean
  completion: Part
  distinction: Part | null
}

/** The parts that a page lists: those of an "all" one by one, anything else as it is. */
export function listedParts(part: Part): Part[] {
  return part.kind === 'all' ? part.parts.flatMap(listedParts) : [part]
}

/** Binary fractions, and the six decimals of a stored score, may miss a whole number by less than this. */
export const HAIR = 1e-6

/** Pages show one decimal, rounded down: nobody reads 60.0 and fails by a hundredth. */
export function shownScore(score: number): number {
  return Math.floor((score + HAIR) * 10) / 10
}
