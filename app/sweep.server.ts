import { sweepKinds } from './activities/kinds.server'
import { forgetExpiredSessions } from './domain/accounts/sessions.server'
import { forgetAttempts } from './domain/accounts/throttle.server'
import type { Actor } from './domain/actor'
import { releaseDue } from './domain/learning/releases.server'

/** What comes due by time alone, a line each; every one does nothing when nothing is due. */
const sweeps: ((actor: Actor) => Promise<unknown>)[] = [
  forgetAttempts,
  forgetExpiredSessions,
  sweepKinds,
  releaseDue,
]

/** Called each minute, by one node at a time, with the present. */
export async function sweep(actor: Actor) {
  for (const one of sweeps) await one(actor)
}
