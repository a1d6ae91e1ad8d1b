import { redirect } from '@remix-run/node'
import { now } from '~/clock.server'
import { isAdministrator } from '~/domain/access/scope.server'
import { type Standing, standingOf } from '~/domain/access/standing.queries.server'
import { sessionFor } from '~/domain/accounts/sessions.server'
import { type Actor, systemActor } from '~/domain/actor'
import { paths } from '~/paths'
import { forbidden } from './found.server'

export type SignedIn = Actor & { person: { id: string; name: string } }

/** Who is signed in, acting now through a page; null for a visitor. */
export async function actorFor(request: Request): Promise<SignedIn | null> {
  const session = await sessionFor(request)
  return session && { person: session.person, at: now(), through: 'page' }
}

/**
 * The same, or off to the sign-in page, from where they come back to this one. Whoever has not agreed to the use of
 * their data yet is led there first.
 */
export async function requireActor(request: Request): Promise<SignedIn> {
  const session = await sessionFor(request)
  if (!session) throw redirect(paths.signIn(returnTo(request)))
  if (!session.consented) throw redirect(paths.firstSignIn())
  return { person: session.person, at: now(), through: 'page' }
}

/** An administrator, or the 403 page: the whole area is theirs. */
export async function requireAdministrator(request: Request): Promise<SignedIn> {
  const actor = await requireActor(request)
  if (!(await isAdministrator(actor))) forbidden()
  return actor
}

/** Somebody who comes here today as one of these, or the 403 page: the whole area is theirs; its rows have their own doors. */
export async function requireRole(request: Request, ...roles: Standing['roles']): Promise<SignedIn> {
  const actor = await requireActor(request)
  const standing = await standingOf(actor)
  if (!roles.some((role) => standing.roles.includes(role))) forbidden()
  return actor
}

/** Nobody in particular, on a page that needs no sign-in. */
export function visitor(): Actor {
  return systemActor(now(), 'page')
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
  if (!URL.canParse(url)) return undefined
  const { pathname, search } = new URL(url)
  return pathname === '/' ? undefined : pathname + search
}
