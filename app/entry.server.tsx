import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { renderDocument } from '~/http/document.server'

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { nonce, requestId }: AppLoadContext,
) {
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(await renderDocument({ request, nonce, requestId, context }), { status, headers })
}

// What `server/` may know of the application: everything that it calls stands here.
export { now } from '~/clock.server'
export { sessionFor } from '~/domain/accounts/sessions.server'
export { systemActor } from '~/domain/actor'
export { runJob } from '~/domain/jobs.server'
export { DEMONSTRATION_SECRET, EnvironmentProblem, readEnv } from '~/env.server'
export {
  hasAdministrator,
  makeFirstAdministrator,
  proposedAdministrator,
  readAdministrator,
} from '~/first-administrator.server'
export { jobs } from '~/jobs.server'
export { close, open } from '~/open.server'
export { sockets } from '~/sockets.server'
export { sweep } from '~/sweep.server'
export { seedEmpty } from '../prisma/seed/empty'
export { seed, whoCanSignIn } from '../prisma/seed/seed'
