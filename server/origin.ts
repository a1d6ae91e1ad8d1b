import type { IncomingMessage } from 'node:http'
import express, { type RequestHandler } from 'express'

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])
const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/
const LOCAL_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

// No browser adds a header of its own that begins with x-, and proxies have no end of such names; two that programs on
// this machine send, an old library's and a collector's of metrics, say nothing of a proxy. The rest is what proxies
// send without an x-.
const HARMLESS = /^x-(requested-with|prometheus-scrape-timeout-seconds)$/
const OF_A_PROXY =
  /^(x[-_]|via$|(cf|cdn|ali|fastly|akamai|incap|wl|fly)-)|forwarded|client-?ip|real-?ip|connecting-?ip|remote-?(ip|addr)|proxy|original-/

/**
 * Lets a write through only from a page of ours: its Origin names the host that was asked, or the address that
 * the site is known by. A form of another site carries that site's Origin, or `null`.
 */
export function refuseForeignWrites(siteOrigin: string | null, trusts: Trust): RequestHandler {
  return (request, response, next) => {
    if (READS.has(request.method)) return next()
    if (isOwnOrigin(request.headers.origin, hostOf(request, trusts), siteOrigin)) return next()
    response
      .status(403)
      .type('text/plain; charset=utf-8')
      .send(
        '这个请求不是从本站的页面发出的，没有执行。\nThis request did not come from a page of this site.\n',
      )
  }
}

/** Whether a peer is a proxy that is believed, as Express reads `trust proxy`. */
export type Trust = (address: string, hop: number) => boolean

export function trustOf(trustProxy: number | string[] | false): Trust {
  return express().set('trust proxy', trustProxy).get('trust proxy fn')
}

/** The host that was asked for: behind a trusted proxy the forwarded one. */
export function hostOf({ headersDistinct, headers, socket }: IncomingMessage, trusts: Trust) {
  const forwarded = headersDistinct['x-forwarded-host']?.[0]?.split(',')[0]?.trim()
  return forwarded && trusts(socket.remoteAddress ?? '', 0) ? forwarded : headers.host
}

/** Whether an Origin header names this site. A browser always sends one with a write and with a socket. */
export function isOwnOrigin(origin: string | undefined, host: string | undefined, siteOrigin: string | null) {
  if (!origin || !URL.canParse(origin)) return false
  if (siteOrigin && origin === siteOrigin) return true
  return new URL(origin).host === host?.toLowerCase()
}

/**
 * Whether a request comes from this machine's own browser: loopback peer, one local host name, and no sign of a
 * proxy that could have brought it from elsewhere, such as a target that is a whole address.
 */
export function isLocal(request: IncomingMessage): boolean {
  const peer = request.socket.remoteAddress ?? ''
  const hosts = request.headersDistinct.host ?? []
  const target = 'originalUrl' in request ? String(request.originalUrl) : (request.url ?? '')
  const forwarded = Object.keys(request.headers).some((name) => OF_A_PROXY.test(name) && !HARMLESS.test(name))
  return (
    LOOPBACK.test(peer) &&
    hosts.length === 1 &&
    LOCAL_HOST.test(hosts[0]!) &&
    target.startsWith('/') &&
    !forwarded
  )
}
