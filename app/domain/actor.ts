/**
 * Who acts, when, and through what. Made once for each request, socket event or job from the one clock;
 * every command, query and access function takes it. `person` is null for the system itself.
 */
export type Actor = {
  person: { id: string; name: string } | null
  at: Date
  through: 'page' | 'socket' | 'job' | 'seed' | 'command'
}

/** The system acting at an instant: sweeps, releases, whatever nobody in particular asked for. */
export function systemActor(at: Date, through: Actor['through'] = 'job'): Actor {
  return { person: null, at, through }
}
