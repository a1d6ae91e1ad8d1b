import { redirect } from '@remix-run/node'
import { now } from '~/clock.server'
import { sessionFor } from '~/domain/accounts/sessions.server'
import type { Actor } from '~/domain/actor'
import { paths } from '~/paths'

export type SignedIn = Actor & { person: { id: string; name: string } }

/** Who is signed in, acting now through a page; null for a visitor. */
export async function actorFor(request: Request): Promise<SignedIn | null> {
  const session = await sessionFor(request)
  return session && { person: session.person, at: now(), through: 'page' }
}

/** The same, or off to the sign-in page, from where they come back to this one. */
export async function requireActor(request: Request): Promise<SignedIn> {
  const actor = await actorFor(request)
  if (!actor) throw redirect(paths.signIn(returnTo(request)))
  return actor
}

export async function personIdFor(request: Request) {
  return (await sessionFor(request))?.person.id ?? null
}

/** The page to come back to: the one that was asked for, or for a form the one that it stood on. */
function returnTo(request: Request) {
  if (request.method === 'GET') return pathOf(request.url)
  return pathOf(request.headers.get('Referer') ?? request.url)
}

function pathOf(url: string) {
  const { pathname, search } = new URL(url)
  return pathname === '/' ? undefined : pathname + search
}
