import { randomBytes } from 'node:crypto'
import type { RequestHandler, Response } from 'express'

declare module 'http' {
  interface ServerResponse {
    nonce: string
  }
}

/** What each answer says of itself, a file's too: it is of the kind that it says, and for this site alone. */
export function answerHeaders(): RequestHandler {
  return (request, response, next) => {
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
    if (request.secure) response.setHeader('Strict-Transport-Security', 'max-age=31536000')
    next()
  }
}

/** The headers that narrow what a browser may do with our pages. Scripts and styles of ours carry the nonce. */
export function pageHeaders({ dev, origin }: { dev: boolean; origin: string | null }): RequestHandler {
  return (request, response, next) => {
    if (request.secure || origin?.startsWith('https:')) secureCookies(response)
    response.nonce = randomBytes(16).toString('base64')
    // Older Safari does not count sockets of the same host as 'self'.
    const host = request.headers.host ?? ''
    const sockets = /^[\w.:[\]-]+$/.test(host) ? `ws://${host} wss://${host}` : ''
    // Vite's client puts styles into the page without a nonce, and hears of changes by a socket on another port.
    const styles = dev ? "'unsafe-inline'" : `'nonce-${response.nonce}'`
    response.setHeader(
      'Content-Security-Policy',
      [
        "default-src 'self'",
        `script-src 'self' 'nonce-${response.nonce}'`,
        `style-src 'self' ${styles}`,
        "style-src-attr 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "media-src 'self' blob:",
        `connect-src 'self' ${dev ? 'ws:' : sockets}`,
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ].join('; '),
    )
    response.setHeader('X-Frame-Options', 'DENY')
    response.setHeader('Referrer-Policy', 'same-origin')
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
    response.setHeader('Permissions-Policy', 'camera=(self), geolocation=(), microphone=(), payment=()')
    next()
  }
}

/** What is kept by a browser that came over TLS (a trusted proxy says so, or the site's own address) goes back over TLS alone. */
function secureCookies(response: Response) {
  const { writeHead } = response
  response.writeHead = ((...head: Parameters<typeof writeHead>) => {
    const cookies = response.getHeader('Set-Cookie')
    if (cookies)
      response.setHeader(
        'Set-Cookie',
        [cookies].flat().map((cookie) => `${cookie}; Secure`),
      )
    return writeHead.apply(response, head)
  }) as typeof writeHead
}
