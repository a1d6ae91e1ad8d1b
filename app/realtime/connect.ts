import { io, type Socket } from 'socket.io-client'
import type { ShownPost } from '~/domain/mentoring/log'

/**
 * A socket of the person whose page this is, until `signal` ends it: where somebody else has signed in on this device
 * meanwhile, the server refuses it, so that nobody's words leave under another's name.
 */
export function connect(personId: string, signal: AbortSignal): Socket {
  const socket = io({
    auth: { personId },
    autoConnect: !signal.aborted,
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelayMax: 10_000,
  })
  signal.addEventListener('abort', () => socket.disconnect())
  // A network that is back is tried at once, not at the next of ever longer whiles.
  window.addEventListener('online', () => again(socket), { signal })
  return socket
}

function again(socket: Socket) {
  if (socket.active && !socket.connected) socket.disconnect().connect()
}

export type Acknowledged = { post?: ShownPost }

const ANSWER_WITHIN = 8_000

/** What the server answers to an event; null where no answer came. */
export async function ask<T>(
  socket: Socket,
  event: string,
  message: object,
): Promise<(T & { refused?: string }) | null> {
  if (!socket.connected) return null
  try {
    return await socket.timeout(ANSWER_WITHIN).emitWithAck(event, message)
  } catch {
    return null
  }
}
