// What every kind of activity tells the rest of the house, and nothing about how it works inside.

/** The kinds there are; the registry in kinds.ts does not compile while one of them has no face. */
export type Kind =
  | 'video'
  | 'reading'
  | 'quiz'
  | 'case-study'
  | 'assignment'
  | 'discussion'
  | 'practice'
  | 'workshop'
  | 'live'
  | 'survey'

/** What authorities split credit hours by. */
export type HourType = 'online' | 'discussion' | 'practice' | 'workshop'

/** Whose move may still change an outcome; null is nobody's, unless a concession allows one more. */
export type Awaits = 'trainee' | 'mentor' | null

/** What is still to be done: a word, and the numbers that its sentence names. */
export type Missing = { word: string }

/**
 * Where somebody stands in one activity.
 *   handedIn   what opens next looks at this; `nextOutcome` never takes it back
 *   confirmed  completion and credit hours look at this
 *   score      percent from 0 to 100, unrounded; null while there is no mark, or where a kind gives none
 *   awaits     whose move may still confirm it, or raise its score; a deadline is not looked at here
 *   missing    null exactly when confirmed
 */
export type Progress<M extends Missing = Missing> = {
  handedIn: boolean
  confirmed: boolean
  score: number | null
  awaits: Awaits
  missing: M | null
}

/** A sentence for each word, in both languages. */
export type MissingWords<M extends Missing> = {
  [Locale in 'zh-CN' | 'en']: { [Word in M['word']]: (missing: Extract<M, { word: Word }>) => string }
}

/**
 * The pure face of a kind.
 *   Config     what the author set, parsed from the database's JSON by the kind's schema
 *   Work       the facts of one person's work, as the kind's own tables hold them
 *   forTrainee what may travel to a trainee's device: never an answer
 */
export type KindFace<K extends Kind, Config, Work, M extends Missing, Shown> = {
  kind: K
  hours: HourType
  forTrainee: (config: Config) => Shown
  progress: (config: Config, work: Work) => Progress<M>
  missingWords: MissingWords<M>
}

/** A face of which only the kind is known, as the registry holds it. */
export type AnyFace<K extends Kind> = {
  kind: K
  hours: HourType
  forTrainee: (config: never) => unknown
  progress: (config: never, work: never) => Progress
  missingWords: { [Locale in 'zh-CN' | 'en']: Record<string, (missing: never) => string> }
}

export function notYet<M extends Missing>(
  missing: M,
  so: Partial<Omit<Progress<M>, 'missing' | 'confirmed'>> = {},
): Progress<M> {
  return { handedIn: false, score: null, awaits: 'trainee', ...so, confirmed: false, missing }
}

export function confirmed(score: number | null = null, awaits: Awaits = null): Progress<never> {
  return { handedIn: true, confirmed: true, score, awaits, missing: null }
}
