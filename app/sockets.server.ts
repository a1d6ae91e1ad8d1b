import type { SocketRegistry } from './domain/socket-events'
import { groupSockets } from './sockets/group-sockets.server'

/** The one list of what a socket may ask for. The server calls nothing that does not stand here. */
export const sockets: SocketRegistry = groupSockets
