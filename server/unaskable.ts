import type { Request, RequestHandler } from 'express'

// What a Request of the Fetch standard cannot be made for.
const METHODS = new Set(['TRACE', 'TRACK', 'CONNECT'])

/** Where nothing is: the page that says so answers for every address that is no page's. */
export const NOWHERE = '/nowhere'

/**
 * Answers what Remix cannot be asked: a method that is no page's, a target or a host that no address can be made of,
 * and a path that cannot be read, which is no page.
 */
export function answerUnaskable(): RequestHandler {
  return (request, response, next) => {
    if (METHODS.has(request.method)) {
      response.status(405).set('Allow', 'GET, HEAD, POST').type('text/plain').send('Method not allowed\n')
      return
    }
    if (!request.url.startsWith('/') || !hasHost(request)) {
      response.status(400).type('text/plain').send('Bad request\n')
      return
    }
    if (!isReadable(request.path)) {
      request.url = NOWHERE
      request.originalUrl = NOWHERE
    }
    next()
  }
}

// Express gives the name that was asked for, or a trusted proxy's; Remix takes the port from either header.
function hasHost(request: Request) {
  const ports = [request.get('host'), request.get('x-forwarded-host')].map(
    (host) => host?.split(':')[1] ?? '',
  )
  return [...ports, ''].every((port) =>
    URL.canParse(`http://${request.hostname}:${Number.parseInt(port, 10) || ''}`),
  )
}

function isReadable(path: string) {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
