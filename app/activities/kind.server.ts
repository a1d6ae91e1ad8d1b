import type { Actor } from '~/domain/actor'
import type { TraineeActivity } from '~/domain/learning/learning.access.server'
import type { Kind } from './kind'
import type { WorkOf } from './kinds'

/** The server face of a kind, as the registry holds it. Its commands are called by its own pages. */
export type ServerFace<K extends Kind> = {
  kind: K
  /** The facts of one trainee's work, from the kind's own tables: what `progress` of the pure face judges. */
  work: (activity: TraineeActivity<K>) => Promise<WorkOf<K>>
  /** What time alone ends, such as an attempt that ran out; called every minute, does nothing the second time. */
  sweep?: (actor: Actor) => Promise<void>
}
