import { createCookie, redirect } from '@remix-run/node'
import { random } from '~/domain/random.server'
import { keyFor } from '~/env.server'
import { FLASH_PARAMETER, type FlashMessage } from './page-data'

// What an action did, told once on the page that it leads to. It travels in a signed cookie of a few minutes, so
// that nobody can put words of their own on somebody's page. Each has a name of its own, which the address that it leads
// to carries: two pages of one browser that act at once are each told what they did.

const NAME = /(?:^|;\s*)(flash-[0-9a-f]{8})=/g

function cookie(name: string) {
  return createCookie(name, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    maxAge: 300,
    secrets: [keyFor('flash').toString('hex')],
  })
}

/** Leads to `path` and says there what was done. */
export async function redirectWith(path: string, message: FlashMessage, headers = new Headers()) {
  const id = random(4).toString('hex')
  headers.append('Set-Cookie', await cookie(`flash-${id}`).serialize(message))
  return redirect(naming(path, id), { headers })
}

function naming(path: string, id: string) {
  const url = new URL(path, 'http://here.invalid')
  url.searchParams.set(FLASH_PARAMETER, id)
  return url.pathname + url.search + url.hash
}

/**
 * The message that waits for this page, and the header that takes it away: the one that its address names, or the last
 * where a redirect on the way has lost the name.
 */
export async function takeFlash(request: Request): Promise<{ flash: FlashMessage | null; headers: Headers }> {
  const headers = new Headers()
  const header = request.headers.get('Cookie') ?? ''
  const waiting = [...header.matchAll(NAME)].map(([, name]) => name!)
  const named = new URL(request.url).searchParams.get(FLASH_PARAMETER)
  const name = named === null ? waiting.at(-1) : waiting.find((one) => one === `flash-${named}`)
  if (!name) return { flash: null, headers }
  const flash = (await cookie(name).parse(header)) as FlashMessage | null
  headers.append('Set-Cookie', await cookie(name).serialize('', { maxAge: 0 }))
  return { flash, headers }
}
