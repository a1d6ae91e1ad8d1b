import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import { type Logger, pino } from 'pino'

declare module 'http' {
  interface IncomingMessage {
    requestId: string
  }
}

/**
 * Structured logs without personal data: no query strings, no bodies, no addresses, no names; of an error its
 * kind, its place and the first lines of its message.
 */
export function makeLogger(level: string): Logger {
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime, serializers: { error } })
}

/** Numbers each request and, when it is answered, writes a line about it. */
export function logRequests(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const began = performance.now()
    request.requestId = randomUUID()
    response.setHeader('X-Request-Id', request.requestId)
    response.on('close', () => {
      logger.info({
        requestId: request.requestId,
        method: request.method,
        path: withoutTokens(request.originalUrl),
        status: response.writableFinished ? response.statusCode : 499,
        milliseconds: Math.round(performance.now() - began),
      })
    })
    next()
  }
}

// A path may hold what opens a door, such as the token of a certificate. Identifiers open none.
function withoutTokens(address: string) {
  return address
    .split('?')[0]!
    .split('/')
    .map((part) => (part.length >= 20 && !/^[0-9a-f-]{36}$/.test(part) && !part.includes('.') ? '…' : part))
    .join('/')
}

function error(thrown: unknown) {
  if (!(thrown instanceof Error)) return { name: typeof thrown }
  const { code } = thrown as { code?: unknown }
  const places = (thrown.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    name: thrown.name,
    code: typeof code === 'string' ? code : undefined,
    // Prisma ends with what went wrong, after the values that it was called with.
    message: thrown.message.trim().split('\n').at(-1)?.slice(0, 300),
    stack: places.slice(0, 12).map((line) => line.trim()),
  }
}
