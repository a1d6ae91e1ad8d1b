// Sockets are an adapter: they find out who is there, hand events to the application, and carry announcements to
// people. Each connection stands in two rooms: `person:<id>` and `session:<id>`.
//
// Invariants:
// 1. A socket opens only for an own Origin and a session in force, and only for the person whose page asks for it;
//    each event looks at the session anew.
// 2. Announcements go to people, named by the transaction that wrote, never to a room of a group.
// 3. What is under way at shutdown is acknowledged; what comes later is not taken, and stays in the browser.
import type { Server as HttpServer, IncomingMessage } from 'node:http'
import type pg from 'pg'
import type { Logger } from 'pino'
import { Server, type Socket } from 'socket.io'
import type { Bridge, CurrentBuild } from './bridge'
import { hostOf, isOwnOrigin, type Trust } from './origin'

type Announcement = { type: string; to: readonly string[]; data: unknown }
type Session = NonNullable<Awaited<ReturnType<Bridge['sessionFor']>>>

const WINDOW = 20
const BEAT = 15_000
const OTHER_NODES_ANSWER_WITHIN = 500

export type Realtime = {
  ports: {
    publish(announcement: Announcement): void
    disconnect(sessionIds: readonly string[]): void
    present(personIds: readonly string[]): Promise<string[]>
  }
  /** Starts to listen on a server. */
  attach(server: HttpServer, current: CurrentBuild): void
  /** Joins the other nodes that serve the same site. */
  join(pool: pg.Pool): Promise<void>
  count(): number
  /** Takes nothing new, waits for what is under way, then cuts all connections. */
  close(): Promise<void>
}

type Options = { origin: string | null; trusts: Trust; logger: Logger }

export function makeRealtime({ origin, trusts, logger }: Options): Realtime {
  const underWay = new Set<Promise<unknown>>()
  let closing = false
  let current: CurrentBuild | null = null

  const io = new Server({
    serveClient: false,
    maxHttpBufferSize: 256 * 1024,
    allowRequest: (request, answer) => {
      const own = isOwnOrigin(request.headers.origin, hostOf(request, trusts), origin)
      answer(null, !closing && (own || isPollWithoutOrigin(request)))
    },
  })

  async function bridge() {
    if (!current) throw new Error('The sockets are asked before they are attached')
    return (await current()).entry.module
  }

  async function sessionOf(socket: Socket): Promise<Session | null> {
    const cookie = socket.request.headers.cookie
    if (!cookie) return null
    const { sessionFor } = await bridge()
    const session = await sessionFor(new Request('http://localhost/socket', { headers: { Cookie: cookie } }))
    // As for pages: nobody comes in who has not agreed to the use of their data.
    return session?.consented ? session : null
  }

  io.use((socket, next) => {
    sessionOf(socket).then(
      (session) => {
        if (!session || !isFor(socket, session)) return next(new Error('signed-out'))
        socket.data.session = session
        next()
      },
      (error) => {
        logger.error({ error }, 'a socket could not be opened')
        next(new Error('unavailable'))
      },
    )
  })

  io.on('connection', (socket) => {
    const session = socket.data.session as Session
    socket.join([`person:${session.person.id}`, `session:${session.id}`])
    const connection = {
      id: socket.id,
      personId: session.person.id,
      sessionId: session.id,
      tell: (type: string, data: unknown) => {
        socket.emit('announcements', [{ type, data }])
      },
    }

    async function handle(event: string, input: unknown) {
      const app = await bridge()
      const handler = Object.hasOwn(app.sockets.events, event) ? app.sockets.events[event] : undefined
      if (!handler) return { refused: 'unknown-event' }
      const there = await sessionOf(socket)
      if (!there) {
        socket.disconnect(true)
        return { refused: 'signed-out' }
      }
      return handler({ person: there.person, at: app.now(), through: 'socket' }, input, connection)
    }

    async function tellApp(hook: 'opened' | 'closed') {
      const app = await bridge()
      const actor = { person: session.person, at: app.now(), through: 'socket' as const }
      await app.sockets[hook]?.(actor, connection)
    }

    async function beat() {
      const app = await bridge()
      const there = await sessionOf(socket)
      if (!there) return socket.disconnect(true)
      const actor = { person: there.person, at: app.now(), through: 'socket' as const }
      if (app.sockets.beat) socket.emit('beat', await app.sockets.beat(actor, connection))
    }

    /** Under way until what it came to is told. */
    function follow(work: Promise<unknown>, what: string, tell: (answer: unknown) => void = () => undefined) {
      const told = work
        .catch((error) => {
          logger.error({ error, event: what }, 'a socket event failed')
          return { refused: 'failed' }
        })
        .then(tell)
        .finally(() => underWay.delete(told))
      underWay.add(told)
    }

    socket.onAny((event: string, ...rest: unknown[]) => {
      if (closing) return
      const ack = rest.at(-1)
      const [input] = rest.filter((one) => typeof one !== 'function')
      follow(handle(event, input), event, (answer) => typeof ack === 'function' && ack(answer))
    })
    const beating = setInterval(() => follow(beat(), 'beat'), BEAT)
    socket.on('disconnect', () => {
      clearInterval(beating)
      follow(tellApp('closed'), 'closed')
    })
    follow(tellApp('opened'), 'opened')
  })

  async function settled() {
    while (underWay.size > 0) await Promise.allSettled(underWay)
  }

  return {
    ports: {
      publish: gathered((people, announcements) => {
        io.to(people.map((id) => `person:${id}`)).emit('announcements', announcements)
      }),
      disconnect: (sessionIds) => {
        if (sessionIds.length > 0) io.in(sessionIds.map((id) => `session:${id}`)).disconnectSockets(true)
      },
      present: async (personIds) => {
        if (personIds.length === 0) return []
        const rooms = personIds.map((id) => `person:${id}`)
        // A node that was killed answers no more: what is here is told then, and its own people come here anyway.
        const sockets = await io
          .timeout(OTHER_NODES_ANSWER_WITHIN)
          .in(rooms)
          .fetchSockets()
          .catch(() => io.local.in(rooms).fetchSockets())
        return [...new Set(sockets.map((socket) => (socket.data.session as Session).person.id))]
      },
    },
    attach: (server, build) => {
      current = build
      io.attach(server)
    },
    join: (pool) => joinNodes(io, pool),
    count: () => io.engine?.clientsCount ?? 0,
    async close() {
      closing = true
      await settled()
      io.local.disconnectSockets(true)
      io.engine?.close()
      // That they are gone is told too.
      await settled()
      await io.of('/').adapter.close()
    },
  }
}

/** A page that was drawn for somebody else, before another signed in on the same device, gets no socket. */
function isFor(socket: Socket, session: Session) {
  const { personId } = socket.handshake.auth
  return personId === undefined || personId === session.person.id
}

/** Hears and tells the other nodes over PostgreSQL; `migrate` has made the table that this takes. */
async function joinNodes(io: Server, pool: pg.Pool) {
  const { createAdapter } = await import('@socket.io/postgres-adapter')
  io.adapter(createAdapter(pool, { tableName: 'realtime.attachments' }))
}

// A busy group's events of a fiftieth of a second leave in one frame, and as one notification between nodes.
function gathered(send: (people: string[], announcements: { type: string; data: unknown }[]) => void) {
  let waiting = new Map<string, { people: string[]; announcements: { type: string; data: unknown }[] }>()

  function leave() {
    const leaving = waiting
    waiting = new Map()
    for (const { people, announcements } of leaving.values()) send(people, announcements)
  }

  return ({ type, to, data }: Announcement) => {
    if (to.length === 0) return
    if (waiting.size === 0) setTimeout(leave, WINDOW)
    const people = [...new Set(to)].sort()
    const key = people.join()
    const one = waiting.get(key) ?? { people, announcements: [] }
    one.announcements.push({ type, data })
    waiting.set(key, one)
  }
}

// Browsers leave the Origin out of a GET to the same site, and Fetch Metadata says which that is.
function isPollWithoutOrigin(request: IncomingMessage) {
  return !request.headers.origin && request.headers['sec-fetch-site'] === 'same-origin'
}
