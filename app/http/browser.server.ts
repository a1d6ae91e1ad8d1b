// Between a browser and the accounts: what it is known by, and the cookies that it keeps.
import type { AppLoadContext } from '@remix-run/node'
import { deviceName } from '~/domain/accounts/device-name'
import { SESSION_COOKIE } from '~/domain/accounts/lucia.server'
import { sessionTokenIn } from '~/domain/accounts/sessions.server'
import type { Browser, Started } from '~/domain/accounts/sign-in.server'
import { env } from '~/env.server'
import type { Locale } from '~/i18n'

const DEVICE = 'device'
const LANGUAGE = 'lang'
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
export function signedIn({ sessionToken, deviceToken }: Started) {
  const headers = new Headers()
  headers.append('Set-Cookie', cookie(SESSION_COOKIE, sessionToken, year))
  headers.append('Set-Cookie', cookie(DEVICE, deviceToken, year))
  return headers
}

export function signedOut() {
  return new Headers({ 'Set-Cookie': cookie(SESSION_COOKIE, '', 0) })
}

/** Keeps the language that somebody chose. */
export function speaking(locale: Locale) {
  return new Headers({ 'Set-Cookie': cookie(LANGUAGE, locale, year) })
}

/** Whether this request may sign in by one press, where there is a demonstration. */
export function mayDemonstrate(context: AppLoadContext) {
  return context.isLocal || env().demo
}

// That a cookie goes back over TLS alone is added where it is known how the request came: server/security-headers.ts.
function cookie(name: string, value: string, maxAge: number) {
  return `${name}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax`
}
