// The one reader of a clock. Everything else gets its time from an actor or as an argument.
//
// Three sources, the first that applies:
//   withClock(clock, work)   the demonstration and tests run `work` on a clock of their own
//   moveClock(to)            outside production a test moves the whole process
//   the machine
import { AsyncLocalStorage } from 'node:async_hooks'

const own = new AsyncLocalStorage<() => Date>()

// Kept beside the modules, because a reloaded build is a new instance of this one.
const kept = globalThis as { gongxueClock?: { offset: number; listening: boolean } }

function shared() {
  kept.gongxueClock ??= { offset: 0, listening: false }
  return kept.gongxueClock
}

/** The present, to the millisecond. */
export function now(): Date {
  return own.getStore()?.() ?? new Date(Date.now() + shared().offset)
}

/**
 * An instant of ours as far from the machine's present as it is from ours, for a library that looks at the
 * machine's clock; `fromMachine` is the way back.
 */
export function toMachine(instant: Date): Date {
  return new Date(instant.getTime() - now().getTime() + Date.now())
}

export function fromMachine(instant: Date): Date {
  return new Date(instant.getTime() - Date.now() + now().getTime())
}

/** Runs `work`, and all that it starts, on another clock: a fixed instant or a function that tells the time. */
export function withClock<T>(clock: Date | (() => Date), work: () => T): T {
  return own.run(typeof clock === 'function' ? clock : () => clock, work)
}

/** Moves the whole process to an instant, from which time runs on; null goes back to the machine's time. */
export function moveClock(to: Date | null) {
  shared().offset = to ? to.getTime() - Date.now() : 0
}

/**
 * Lets the parent process move the clock by a message `{ clock: ISO instant | null }`, answered by
 * `{ clock: ISO instant }`. Never reachable by an address, and never called in production.
 */
export function obeyClockMessages() {
  if (shared().listening || !process.send) return
  shared().listening = true
  process.on('message', (message: unknown) => {
    if (typeof message !== 'object' || message === null || !('clock' in message)) return
    const { clock } = message
    moveClock(typeof clock === 'string' ? new Date(clock) : null)
    process.send?.({ clock: now().toISOString() })
  })
}
