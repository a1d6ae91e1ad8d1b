import type { Actor } from '~/domain/actor'
import { releaseDue } from '~/domain/learning/releases.server'
import { sweepKinds } from './kinds.server'

/** What the calendar does to everybody's learning: modules open, attempts run out. Each minute, by the worker. */
export async function sweepLearning(actor: Actor): Promise<void> {
  await sweepKinds(actor)
  await releaseDue(actor)
}
