import type { Server } from 'node:http'
import { createServer, type Server as NetServer } from 'node:net'
import { Problem } from './words.mjs'

/** Takes a port for a moment, to say at once that it is in use, before minutes of work. */
export async function checkPort(host: string, port: number) {
  const probe = createServer()
  await listening(probe, host, port)
  await new Promise((resolve) => probe.close(resolve))
}

export async function freePort() {
  const probe = createServer()
  await listening(probe, '127.0.0.1', 0)
  const { port } = probe.address() as { port: number }
  await new Promise((resolve) => probe.close(resolve))
  return port
}

/**
 * Listens on an address. `localhost` means both of its addresses, because browsers try ::1 first and scripts
 * 127.0.0.1. Tells the port, which the machine chooses for 0, and how to stop listening.
 */
export async function listen(server: Server, host: string, port: number) {
  await listening(server, host === 'localhost' ? '127.0.0.1' : host, port)
  const taken = (server.address() as { port: number }).port
  const second = host === 'localhost' ? await alsoListening(server, taken) : null
  return {
    port: taken,
    close: () => {
      second?.close()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

async function alsoListening(server: Server, port: number): Promise<NetServer | null> {
  const second = createServer((socket) => server.emit('connection', socket))
  try {
    await listening(second, '::1', port)
    return second
  } catch {
    // A machine without IPv6, or one where somebody else has that port there.
    return null
  }
}

function listening(server: NetServer, host: string, port: number) {
  return new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(problemOf(error, host, port)))
    server.listen({ host: host === 'localhost' ? '127.0.0.1' : host, port, exclusive: true }, resolve)
  })
}

function problemOf(error: NodeJS.ErrnoException, host: string, port: number) {
  if (error.code === 'EADDRINUSE') return new Problem('portInUse', port)
  if (error.code === 'EACCES') return new Problem('portForbidden', port)
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') return new Problem('hostUnknown', host)
  return error
}
