import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react'
import type { ShownPost, ShownTopic } from '~/domain/mentoring/log'
import { type LiveRoom, openLiveRoom } from './live-room'
import { drop, put, type Waiting, waitingIn } from './outbox'
import { caughtUp, type Loaded, postsOf, type Room, reloaded, roomOf, withEarlier, withLine } from './room'

type Options = {
  loaded: Loaded
  personId: string
  as: string
  here: readonly string[]
  /** Whether this page hears and speaks: an older page of a topic does not. */
  live: boolean
  onChanged(): void
}

export type LiveTopic = {
  posts: readonly ShownPost[]
  topics: readonly ShownTopic[]
  /** What waits for this topic, and what was refused, wherever it was meant for. */
  waiting: readonly Waiting[]
  /** Why nothing leaves though there is a connection: 'too-fast', 'failed', or null. */
  heldUp: string | null
  here: ReadonlySet<string>
  typing: readonly string[]
  connected: boolean
  signedOut: boolean
  /** Keeps a post on the device and sends it; false where the device keeps nothing. */
  post(text: string, replyToId: string | null): boolean
  /** Shows an earlier page of the topic too. */
  earlier(page: Loaded): void
  forget(entry: Waiting): void
  typed(): void
}

const TYPING_FOR = 5_000

/** A topic as it is now: what was loaded, what came since, what waits to be sent, who is here and who is typing. */
export function useRoom({ loaded, personId, as, here, live, onChanged }: Options): LiveTopic {
  const [room, change] = useLatest<Room>(() => roomOf(loaded))
  const [waiting, setWaiting] = useState<Waiting[]>([])
  const [heldUp, setHeldUp] = useState<string | null>(null)
  const [present, setPresent] = useState<ReadonlySet<string>>(() => new Set(here))
  const [typing, setTyping] = useState<ReadonlyMap<string, string>>(new Map())
  const [connected, setConnected] = useState(false)
  const [signedOut, setSignedOut] = useState(false)
  const wire = useRef<LiveRoom | null>(null)
  const stopTyping = useRef(new Map<string, number>())
  const { groupId, topicId } = loaded

  const look = useCallback(() => setWaiting(waitingIn(window.localStorage, personId)), [personId])
  useEffect(() => change((now) => reloaded(now, loaded)), [loaded, change])
  useEffect(() => setPresent(new Set(here)), [here])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a wire is of a place; `onChanged` is only called
  useEffect(() => {
    if (!live) return
    const quiet = (id: string) =>
      setTyping((now) => new Map([...now].filter(([personId]) => personId !== id)))
    const opened = openLiveRoom({ groupId, topicId, personId, as }, () => room.current, {
      line(line) {
        change((now) => withLine(now, line))
        if (line.kind === 'post') quiet(line.post.authorId)
      },
      caughtUp: (lines, upTo) => change((now) => caughtUp(now, lines, upTo)),
      here: (ids) => setPresent(new Set(ids)),
      presence: (id, is) =>
        setPresent((now) => new Set(is ? [...now, id] : [...now].filter((one) => one !== id))),
      typing(id, name) {
        setTyping((now) => new Map(now).set(id, name))
        window.clearTimeout(stopTyping.current.get(id))
        stopTyping.current.set(id, window.setTimeout(quiet, TYPING_FOR, id))
      },
      connected: setConnected,
      waiting(reason) {
        look()
        setHeldUp(reason)
      },
      changed: onChanged,
      signedOut: () => setSignedOut(true),
    })
    wire.current = opened
    look()
    window.addEventListener('storage', look)
    return () => {
      opened.close()
      wire.current = null
      window.removeEventListener('storage', look)
      for (const timer of stopTyping.current.values()) window.clearTimeout(timer)
    }
  }, [live, groupId, topicId, personId, as])

  const { upTo } = room.current
  useEffect(() => {
    if (connected && document.visibilityState === 'visible') wire.current?.read(upTo)
  }, [connected, upTo])

  const { current } = room
  const posts = useMemo(() => postsOf(current), [current])
  const arrived = new Set(posts.map((one) => one.clientId))
  return {
    posts,
    topics: current.topics,
    waiting: waiting.filter((one) => one.refused || (one.topicId === topicId && !arrived.has(one.clientId))),
    heldUp,
    here: present,
    typing: [...typing.values()],
    connected,
    signedOut,
    post(text, replyToId) {
      const clientId = newClientId()
      const entry = {
        clientId,
        groupId,
        topicId,
        text,
        replyToId,
        claimedAt: new Date().toISOString(),
        refused: null,
      }
      if (!put(window.localStorage, personId, entry)) return false
      look()
      void wire.current?.send()
      return true
    },
    earlier: (page) => change((now) => withEarlier(now, page)),
    forget(entry) {
      drop(window.localStorage, personId, entry.clientId)
      look()
    },
    typed: () => wire.current?.typing(),
  }
}

/** State whose latest value can be read at once, by what hears before the next drawing. */
function useLatest<T>(first: () => T) {
  const [, draw] = useReducer((n: number) => n + 1, 0)
  const latest = useRef<T | null>(null)
  latest.current ??= first()
  const change = useCallback((next: (now: T) => T) => {
    const now = latest.current as T
    latest.current = next(now)
    if (latest.current !== now) draw()
  }, [])
  return [latest as { current: T }, change] as const
}

// `randomUUID` is not there on a page without TLS, such as a school's own server.
function newClientId() {
  if (crypto.randomUUID) return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
