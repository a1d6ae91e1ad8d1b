import type { Actor } from './actor'

/** An open page that listens: one connection of one signed-in person. */
export type Connection = {
  id: string
  personId: string
  sessionId: string
  /** Tells this page alone. */
  tell(type: string, data: unknown): void
}

/** Answers one event; what it returns is the acknowledgement that the page gets. It parses `input` itself. */
export type SocketHandler = (actor: SignedInActor, input: unknown, connection: Connection) => Promise<unknown>

export type SignedInActor = Actor & { person: { id: string; name: string } }

export type SocketRegistry = {
  events: Record<string, SocketHandler>
  /** A page has come, or gone (its tab closed, its network lost, its session ended). */
  opened?: (actor: SignedInActor, connection: Connection) => Promise<void>
  closed?: (actor: SignedInActor, connection: Connection) => Promise<void>
  /** What each page is told every 15 seconds: the numbers of its groups' logs, so that it sees what it missed. */
  beat?: (actor: SignedInActor, connection: Connection) => Promise<unknown>
}
