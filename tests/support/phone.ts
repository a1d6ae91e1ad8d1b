// A phone of somebody: a socket as their page opens it, and what it has heard.
import { randomUUID } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'
import { signedIn } from './sessions'

type Heard = { type: string; data: unknown }
type Site = { origin: string }

const opened: Socket[] = []

export type Phone = Awaited<ReturnType<typeof connect>>

/** Somebody's phone at a site, signed in at an instant of its clock. */
export async function phoneOf(
  site: Site,
  { person }: { person: { id: string; name: string } },
  at: Date,
  { cookie, ...options }: Partial<ConnectOptions> & { cookie?: string } = {},
) {
  const Cookie = cookie ?? (await signedIn(person, at))
  return connect(site, { headers: { Cookie, Origin: site.origin }, ...options })
}

type ConnectOptions = {
  headers: Record<string, string>
  /** Whom its page was drawn for. */
  personId?: string
  reconnects?: boolean
}

export async function connect(site: Site, { headers, personId, reconnects = false }: ConnectOptions) {
  const socket = io(site.origin, {
    transports: ['websocket'],
    reconnection: reconnects,
    reconnectionDelay: 50,
    reconnectionDelayMax: 200,
    forceNew: true,
    extraHeaders: headers,
    ...(personId && { auth: { personId } }),
  })
  opened.push(socket)
  const heard: Heard[] = []
  socket.on('announcements', (some: Heard[]) => heard.push(...some))
  const refused = await new Promise<string | null>((resolve) => {
    socket.once('connect', () => resolve(null))
    socket.once('connect_error', (error) => resolve(error.message))
  })
  const ask = (event: string, message: unknown) =>
    socket.timeout(10_000).emitWithAck(event, message) as Promise<Record<string, unknown>>
  return {
    socket,
    heard,
    refused,
    ask,
    post: (groupId: string, topicId: string, text: string, clientId: string = randomUUID()) =>
      ask('post', { groupId, topicId, clientId, text }),
    hears: (text: string) => until(() => heard.find((one) => JSON.stringify(one).includes(text))),
    /** Waits until the server, or the way to it, has cut it. */
    cut: () => until(() => !socket.connected),
  }
}

export function hangUpAll() {
  for (const socket of opened.splice(0)) socket.disconnect()
}

export async function until<T>(
  look: () => T | undefined | false | null | Promise<T | undefined | false | null>,
  within = 8_000,
): Promise<T> {
  for (let waited = 0; waited < within; waited += 25) {
    const seen = await look()
    if (seen) return seen
    await pause(25)
  }
  throw new Error('it did not come to pass')
}

export function pause(milliseconds: number) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
