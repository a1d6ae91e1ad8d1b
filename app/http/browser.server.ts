// Between a browser and the accounts: what it is known by, and the cookies that it keeps.
import type { AppLoadContext } from '@remix-run/node'
import { deviceName } from '~/domain/accounts/device-name'
import { sessionTokenIn } from '~/domain/accounts/sessions.server'
import type { Browser, Started } from '~/domain/accounts/sign-in.server'
import { env } from '~/env.server'

const SESSION = 'session'
const DEVICE = 'device'
const year = 31_536_000

export function browserOf(request: Request, context: AppLoadContext): Browser {
  const cookies = request.headers.get('Cookie')
  return {
    address: context.clientAddress,
    deviceToken: cookies?.match(/(?:^|;\s*)device=([\w-]{43})(?:;|$)/)?.[1] ?? null,
    device: deviceName(request.headers.get('User-Agent')),
    sessionToken: sessionTokenIn(cookies),
  }
}

/** The cookies of somebody who has just signed in. */
export function signedIn(request: Request, { sessionToken, deviceToken }: Started) {
  const headers = new Headers()
  headers.append('Set-Cookie', cookie(request, SESSION, sessionToken, year))
  headers.append('Set-Cookie', cookie(request, DEVICE, deviceToken, year))
  return headers
}

export function signedOut(request: Request) {
  return new Headers({ 'Set-Cookie': cookie(request, SESSION, '', 0) })
}

/** Whether this request may sign in by one press, where there is a demonstration. */
export function mayDemonstrate(context: AppLoadContext) {
  return context.isLocal || env().demo
}

function cookie(request: Request, name: string, value: string, maxAge: number) {
  return `${name}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${isSecure(request) ? '; Secure' : ''}`
}

/** Behind TLS: by the request itself (a trusted proxy says so), or by the address that the site is known at. */
function isSecure(request: Request) {
  return new URL(request.url).protocol === 'https:' || env().origin?.startsWith('https:') === true
}
