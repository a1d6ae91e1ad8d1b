import type { LoaderFunctionArgs } from '@remix-run/node'
import { rollSheet } from '~/domain/workshops/roll-sheet.server'
import { sessionToCall } from '~/domain/workshops/workshops.access.server'
import { requireActor } from '~/http/actor.server'
import { download } from '~/http/download.server'
import { found } from '~/http/found.server'
import { parseId } from '~/http/ids.server'
import { wordsFor } from '~/i18n'
import { localeFor } from '~/i18n/request.server'
import { words } from './words'

/** A group's roll of a session, to print and have signed. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const roll = found(await sessionToCall(actor, parseId(params.sessionId), parseId(params.groupId)))
  const locale = localeFor(request)
  const name = wordsFor(locale, words).fileName(roll.group.name, roll.title)
  return download(await rollSheet(roll, locale), { name, mediaType: 'application/pdf' })
}
