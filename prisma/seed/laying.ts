import type { Staff } from './staff'
import type { Stage } from './stage'
import type { Talk, Texts } from './texts'

/** What every cohort of the demonstration is laid with. */
export type Laying = {
  stage: Stage
  staff: Staff
  /** Organisations by their code. */
  codes: ReadonlyMap<string, string>
  /** Seconds of a film by its slug. */
  films: ReadonlyMap<string, number>
  texts: Texts
  talk: Talk
  /** Of the password that people chose. Nobody is told it: in a demonstration one signs in by one press. */
  passwordHash: string
}
