import type { LoaderFunctionArgs } from '@remix-run/node'
import { filmFileFor } from '~/activities/video/video.films.server'
import { requireActor } from '~/http/actor.server'
import { found } from '~/http/found.server'
import { streamFile } from '~/http/stream-file.server'

/** A film's file or still: for who may watch it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const named = found(/^([a-z0-9-]{1,80})\.(mp4|webm|jpg)$/.exec(params.file ?? ''))
  return streamFile(request, found(await filmFileFor(actor, named[1]!, named[2]!)))
}
