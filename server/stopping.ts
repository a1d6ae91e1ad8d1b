// What a start has begun is undone in reverse when the program is told to stop, whenever that is: while it lays a
// database as well as while it serves.
import { say } from './words.mjs'

export type Stopping = {
  /** To be undone before all that was begun earlier. */
  undo(step: () => unknown): void
  /** Undoes everything, once. */
  stop(): Promise<void>
  begun(): boolean
}

export function makeStopping(): Stopping {
  const steps: (() => unknown)[] = []
  let stopped: Promise<void> | null = null

  async function undoAll() {
    for (let step = steps.pop(); step; step = steps.pop()) await step()
  }

  return {
    undo: (step) => {
      steps.push(step)
    },
    stop: () => {
      stopped ??= undoAll()
      return stopped
    },
    begun: () => stopped !== null,
  }
}

/** Stops in order at a signal, and at once at a second one; `code` tells what the process then ends with. */
export function obeySignals(stopping: Stopping, code: () => number) {
  function obey() {
    // Whoever asks twice does not want to wait.
    if (stopping.begun()) process.exit(1)
    say('stopping')
    void stopping.stop().finally(() => process.exit(code()))
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, obey)
  // A parent that started us by fork is a test; when it is gone, so are we.
  process.on('disconnect', obey)
}

/** Waits for something, but not for longer than so many milliseconds. */
export function within(milliseconds: number, work: Promise<unknown>) {
  const late = new Promise((resolve) => setTimeout(resolve, milliseconds).unref())
  return Promise.race([work, late])
}
