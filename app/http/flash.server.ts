import { createCookie, redirect } from '@remix-run/node'
import { keyFor } from '~/env.server'
import type { FlashMessage } from './page-data'

// What an action did, told once on the page that it leads to. It travels in a signed cookie of a few minutes, so
// that nobody can put words of their own on somebody's page.

function cookie() {
  return createCookie('flash', {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    maxAge: 300,
    secrets: [keyFor('flash').toString('hex')],
  })
}

/** Leads to `path` and says there what was done. */
export async function redirectWith(path: string, message: FlashMessage, headers = new Headers()) {
  headers.append('Set-Cookie', await cookie().serialize(message))
  return redirect(path, { headers })
}

/** The message that waits for this page, and the header that takes it away. */
export async function takeFlash(request: Request): Promise<{ flash: FlashMessage | null; headers: Headers }> {
  const headers = new Headers()
  const header = request.headers.get('Cookie')
  if (!header?.includes('flash=')) return { flash: null, headers }
  const flash = (await cookie().parse(header)) as FlashMessage | null
  headers.append('Set-Cookie', await cookie().serialize('', { maxAge: 0 }))
  return { flash, headers }
}
