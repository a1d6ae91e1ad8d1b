// Sends what waits on this device from whichever page is open; a group's page sends by its own socket.
import { type Acknowledged, ask, connect } from './connect'
import { flushAlone } from './outbox'

const AGAIN = 3_000

/** Opens a socket, sends until nothing waits, and closes it; `leaving` ends it before. */
export async function sendWaiting(personId: string, leaving: AbortSignal) {
  const done = new AbortController()
  leaving.addEventListener('abort', () => done.abort())
  const socket = connect(personId, done.signal)
  let timer: number | undefined

  async function send() {
    window.clearTimeout(timer)
    const left = await flushAlone(personId, ({ refused: _, ...draft }) =>
      ask<Acknowledged>(socket, 'post', draft),
    )
    if (left === 'empty') done.abort()
    else if (!done.signal.aborted) timer = window.setTimeout(() => void send(), AGAIN)
  }

  socket.on('connect', () => void send())
  socket.on('connect_error', () => socket.active || done.abort())
}
