// The wire of one group page: a socket, what it hears, what it asks for, and the outbox that leaves by it. Loaded
// after first paint. It decides nothing about what is shown; that is room.ts.
//
//   closed → joining   the socket connects, or connects again
//   joining → open     the server told where the log stands: what is missing is asked for, what waits is sent
//   open → closed      the network went, the server stopped, the session ended
import type { Socket } from 'socket.io-client'
import type { LogLine, ShownPost } from '~/domain/mentoring/log'
import { type Answer, flush, type Waiting } from './outbox'
import { misses, type Room } from './room'

export type Told = {
  line(line: LogLine): void
  caughtUp(lines: LogLine[], upTo: number): void
  here(personIds: string[]): void
  presence(personId: string, here: boolean): void
  typing(personId: string, name: string): void
  connected(connected: boolean): void
  /** The outbox has changed. */
  waiting(): void
  /** The group is theirs no more, or not as it was: the page is to be loaded anew. */
  changed(): void
  signedOut(): void
}

type Place = { groupId: string; topicId: string; personId: string; as: string }

const ANSWER_WITHIN = 8_000
const SETTLE = 400
const TYPING_EVERY = 2_500

export type LiveRoom = ReturnType<typeof openLiveRoom>

export function openLiveRoom(place: Place, room: () => Room, told: Told) {
  const { groupId, topicId, personId } = place
  let socket: Socket | null = null
  let closed = false
  let catching = false
  let sending = false
  let lastTyping = 0
  const timers = new Set<number>()

  void import('socket.io-client').then(({ io }) => {
    if (closed) return
    socket = io({
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      reconnectionDelayMax: 10_000,
    })
    socket.on('connect', join)
    socket.on('announcements', (heard: { type: string; data: unknown }[]) => heard.forEach(hear))
    socket.on('beat', beat)
    socket.on('disconnect', (reason) => {
      told.connected(false)
      // The server that stops says goodbye; its successor is asked after a moment.
      if (reason === 'io server disconnect') again(1_000 + Math.random() * 2_000)
    })
    socket.on('connect_error', (error) => {
      told.connected(false)
      if (error.message === 'signed-out') told.signedOut()
      else if (!socket?.active) again(5_000)
    })
  })

  function again(milliseconds: number) {
    later(milliseconds, () => socket?.connect())
  }

  function later(milliseconds: number, work: () => void) {
    const timer = window.setTimeout(() => {
      timers.delete(timer)
      if (!closed) work()
    }, milliseconds)
    timers.add(timer)
  }

  async function ask<T>(event: string, message: object): Promise<(T & { refused?: string }) | null> {
    if (!socket?.connected) return null
    try {
      return await socket.timeout(ANSWER_WITHIN).emitWithAck(event, message)
    } catch {
      return null
    }
  }

  async function join() {
    const joined = await ask<{ upTo: number; here: string[] }>('join', { groupId })
    if (closed || !joined) return
    if (joined.refused === 'absent') return told.changed()
    if (joined.refused) return later(3_000, () => void join())
    told.connected(true)
    told.here(joined.here)
    if (misses(room(), joined.upTo)) void catchUp()
    void send()
  }

  function hear({ type, data }: { type: string; data: unknown }) {
    if (closed) return
    if (type === 'line') {
      const line = data as LogLine
      told.line(line)
      if (line.groupId === groupId && (line.kind === 'joined' || line.kind === 'left')) told.changed()
      // Two lines may overtake one another; a gap that stays is asked for.
      if (misses(room())) later(SETTLE, () => misses(room()) && void catchUp())
      return
    }
    const about = data as { groupId: string; topicId: string; personId: string; name: string; here: boolean }
    if (about.groupId !== groupId) return
    if (type === 'gone') return told.changed()
    if (type === 'presence') told.presence(about.personId, about.here)
    if (type === 'typing' && about.topicId === topicId) told.typing(about.personId, about.name)
  }

  type Beat = { groupId: string; gone?: boolean; as?: string; upTo: number; here: string[] } | null

  function beat(beaten: Beat) {
    if (closed || !beaten || beaten.groupId !== groupId) return
    if (beaten.gone || beaten.as !== place.as) return told.changed()
    told.here(beaten.here)
    if (misses(room(), beaten.upTo)) void catchUp()
    void send()
  }

  async function catchUp() {
    if (catching) return
    catching = true
    for (let more = true; more && !closed; ) {
      const number = room().upTo
      const caught = await ask<{ lines: LogLine[]; upTo: number; more: boolean }>('catch-up', {
        groupId,
        number,
      })
      if (!caught || caught.refused) {
        if (caught?.refused === 'absent') told.changed()
        break
      }
      told.caughtUp(caught.lines, caught.upTo)
      more = caught.more
    }
    catching = false
  }

  /** Sends what waits on this device; of several open pages one at a time. */
  async function send() {
    if (sending || closed || !socket?.connected) return
    sending = true
    const run = () => flush(window.localStorage, personId, post, answered)
    const locks = navigator.locks as LockManager | undefined
    const left = await (locks ? locks.request(`outbox:${personId}`, run) : run())
    sending = false
    if (left === 'later') later(3_000, () => void send())
  }

  function post({ refused: _, ...draft }: Waiting): Promise<Answer> {
    return closed ? Promise.resolve(null) : ask<{ post?: unknown }>('post', draft)
  }

  function answered(entry: Waiting, answer: Answer) {
    const post = answer?.post as ShownPost | undefined
    if (post && entry.groupId === groupId) {
      told.line({ kind: 'post', groupId, number: post.eventNumber, at: post.at, post })
    }
    told.waiting()
  }

  return {
    send,
    typing() {
      const now = performance.now()
      if (lastTyping > 0 && now - lastTyping < TYPING_EVERY) return
      lastTyping = now
      socket?.connected && socket.volatile.emit('typing', { groupId, topicId })
    },
    read(number: number) {
      socket?.connected && socket.volatile.emit('read', { groupId, topicId, number })
    },
    close() {
      closed = true
      for (const timer of timers) window.clearTimeout(timer)
      socket?.disconnect()
    },
  }
}
