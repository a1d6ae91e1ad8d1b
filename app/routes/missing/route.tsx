import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { contactFor } from '~/domain/access/contact.queries.server'
import { standingOf } from '~/domain/access/standing.queries.server'
import { actorFor } from '~/http/actor.server'

/**
 * Any address that no page has. A page of its own, so that the root's loader runs and the answer knows its reader, and whom
 * they ask.
 */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await actorFor(request)
  const contact = actor && (await contactFor(actor, await standingOf(actor)))
  throw data({ contact }, { status: context.status })
}

export const action = loader

export default function Missing() {
  return null
}
