import type { RequestHandler } from 'express'

// What a Request of the Fetch standard cannot be made for.
const METHODS = new Set(['TRACE', 'TRACK', 'CONNECT'])
const NOWHERE = '/nowhere'

/** Answers what Remix cannot be asked: a method that is no page's, and an address that cannot be read, which is no page. */
export function answerUnaskable(): RequestHandler {
  return (request, response, next) => {
    if (METHODS.has(request.method)) {
      response.status(405).set('Allow', 'GET, HEAD, POST').type('text/plain').send('Method not allowed\n')
      return
    }
    if (!isReadable(request.path)) {
      request.url = NOWHERE
      request.originalUrl = NOWHERE
    }
    next()
  }
}

function isReadable(path: string) {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
