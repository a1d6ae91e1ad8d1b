import { createCookie, redirect } from '@remix-run/node'
import { random } from '~/domain/random.server'
import { keyFor } from '~/env.server'
import type { FlashMessage } from './page-data'

// What an action did, told once on the page that it leads to. It travels in a signed cookie of a few minutes, so
// that nobody can put words of their own on somebody's page. Each has a name of its own: two pages of one browser that
// act at once do not take each other's words away.

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
  const name = `flash-${random(4).toString('hex')}`
  headers.append('Set-Cookie', await cookie(name).serialize(message))
  return redirect(path, { headers })
}

/** The message that waits for this page, the last one first, and the header that takes it away. */
export async function takeFlash(request: Request): Promise<{ flash: FlashMessage | null; headers: Headers }> {
  const headers = new Headers()
  const header = request.headers.get('Cookie') ?? ''
  const name = [...header.matchAll(NAME)].at(-1)?.[1]
  if (!name) return { flash: null, headers }
  const flash = (await cookie(name).parse(header)) as FlashMessage | null
  headers.append('Set-Cookie', await cookie(name).serialize('', { maxAge: 0 }))
  return { flash, headers }
}
