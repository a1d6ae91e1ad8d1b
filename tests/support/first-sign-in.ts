// The way in as a browser walks it, by HTTP.
import { expect } from 'vitest'
import { currentConsent } from '~/domain/accounts/consent'
import type { RunningServer } from './server'

/** The code that the program printed. */
export function printedCode(output: string) {
  const code = /code ([2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5})/.exec(output)?.[1]
  if (!code) throw new Error(`No code in:\n${output}`)
  return code
}

/** Types the code, chooses a password and agrees to the use of one's data; answers the cookie of the session. */
export async function firstSignIn(site: RunningServer, code: string, password: string) {
  const opened = await post(site, '/first-sign-in', { step: 'code', code })
  expect(opened.status).toBe(200)
  const chosen = await post(site, '/first-sign-in', {
    step: 'password',
    code,
    password,
    passwordAgain: password,
  })
  expect(chosen.status).toBe(302)
  const cookie = cookieOf(chosen)
  const agreed = await post(
    site,
    '/first-sign-in',
    { step: 'consent', version: currentConsent, agreed: 'on' },
    cookie,
  )
  expect(agreed.status).toBe(302)
  return cookie
}

export async function signInByPassword(site: RunningServer, name: string, password: string) {
  return post(site, '/sign-in', { name, password })
}

export function typeCode(site: RunningServer, code: string) {
  return post(site, '/first-sign-in', { step: 'code', code })
}

export function cookieOf(answer: Response) {
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0]!)
    .join('; ')
}

function post(site: RunningServer, path: string, fields: Record<string, string>, Cookie = '') {
  return site.fetch(path, { method: 'POST', body: new URLSearchParams(fields), headers: { Cookie } })
}
