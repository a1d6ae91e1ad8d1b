// The wire of one group page: a socket, what it hears, what it asks for, and the outbox that leaves by it. It decides nothing about what is shown; that is room.ts.
//
//   closed → joining   the socket connects, or connects again
//   joining → open     the server told where the log stands: what is missing is asked for, what waits is sent
//   open → closed      the network went, the server stopped, the session ended
import type { LogLine } from '~/domain/mentoring/log'
import { type Acknowledged, ask, connect } from './connect'
import { type Answer, flushAlone, type Waiting } from './outbox'
import { misses, type Room } from './room'

export type Told = {
  line(line: LogLine): void
  caughtUp(lines: LogLine[], upTo: number): void
  here(personIds: string[]): void
  presence(personId: string, here: boolean): void
  typing(personId: string, name: string): void
  connected(connected: boolean): void
  /** The outbox has changed, or is held up for a reason that is not about its posts. */
  waiting(heldUp: string | null): void
  /** The group is theirs no more, or not as it was: the page is to be loaded anew. */
  changed(): void
  signedOut(): void
}

type Place = { groupId: string; topicId: string; personId: string; as: string }

const SETTLE = 400
const TYPING_EVERY = 2_500

export type LiveRoom = ReturnType<typeof openLiveRoom>

export function openLiveRoom(place: Place, room: () => Room, told: Told) {
  const { groupId, topicId, personId } = place
  const closing = new AbortController()
  const { signal } = closing
  const socket = connect(personId, signal)
  let catching = false
  let sending = false
  let lastTyping = 0
  const timers = new Set<number>()

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
    else if (!socket.active) again(5_000)
  })

  function again(milliseconds: number) {
    later(milliseconds, () => socket.connect())
  }

  function later(milliseconds: number, work: () => void) {
    const timer = window.setTimeout(() => {
      timers.delete(timer)
      if (!signal.aborted) work()
    }, milliseconds)
    timers.add(timer)
  }

  async function join() {
    const joined = await ask<{ upTo: number; here: string[] }>(socket, 'join', { groupId })
    if (signal.aborted) return
    if (!joined) return socket.connected ? later(3_000, () => void join()) : undefined
    if (joined.refused === 'absent') return told.changed()
    if (joined.refused) return later(3_000, () => void join())
    told.connected(true)
    told.here(joined.here)
    if (misses(room(), joined.upTo)) void catchUp()
    void send()
  }

  function hear({ type, data }: { type: string; data: unknown }) {
    if (signal.aborted) return
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
    if (signal.aborted || !beaten || beaten.groupId !== groupId) return
    if (beaten.gone || beaten.as !== place.as) return told.changed()
    told.here(beaten.here)
    if (misses(room(), beaten.upTo)) void catchUp()
    void send()
  }

  async function catchUp() {
    if (catching) return
    catching = true
    for (let more = true; more && !signal.aborted; ) {
      const number = room().upTo
      const caught = await ask<{ lines: LogLine[]; upTo: number; more: boolean }>(socket, 'catch-up', {
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

  async function send() {
    if (sending || signal.aborted || !socket.connected) return
    sending = true
    const left = await flushAlone(personId, post, answered)
    sending = false
    if (left === 'later') later(3_000, () => void send())
  }

  async function post({ refused: _, ...draft }: Waiting): Promise<Answer> {
    if (signal.aborted) return null
    const answer = await ask<Acknowledged>(socket, 'post', draft)
    // What was typed is said; the next letter is news again.
    lastTyping = 0
    told.waiting(answer?.refused ?? null)
    return answer
  }

  function answered(entry: Waiting, answer: Answer) {
    const post = (answer as Acknowledged | null)?.post
    if (post && entry.groupId === groupId) {
      told.line({ kind: 'post', groupId, number: post.eventNumber, at: post.at, post })
    }
    told.waiting(null)
  }

  return {
    send,
    typing() {
      const now = performance.now()
      if (lastTyping > 0 && now - lastTyping < TYPING_EVERY) return
      lastTyping = now
      socket.connected && socket.volatile.emit('typing', { groupId, topicId })
    },
    read(number: number) {
      socket.connected && socket.volatile.emit('read', { groupId, topicId, number })
    },
    close() {
      closing.abort()
      for (const timer of timers) window.clearTimeout(timer)
    },
  }
}
