import type { LoaderFunctionArgs } from '@remix-run/node'
import { fileFor } from '~/domain/files/file.access.server'
import { bytesOfFile } from '~/domain/files/stored-file.server'
import { requireActor } from '~/http/actor.server'
import { found } from '~/http/found.server'
import { parseId } from '~/http/ids.server'

// What somebody uploaded must not act as a page of ours: like all answers it is never sniffed, it runs nothing, and only pictures,
// which we have drawn anew, are shown in place. A browser asks each time whether its reader still may.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const file = found(await fileFor(actor, parseId(params.fileId)))
  const headers = {
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Cache-Control': 'private, no-cache',
    ETag: `"${file.sha256}"`,
  }
  if (request.headers.get('If-None-Match') === headers.ETag)
    return new Response(null, { status: 304, headers })
  const bytes = found(await bytesOfFile(file))
  const shown = file.mediaType === 'image/jpeg' || file.mediaType === 'image/webp'
  const name = `filename*=UTF-8''${encodeURIComponent(file.name)}`
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      ...headers,
      'Content-Type': file.mediaType,
      'Content-Length': String(bytes.byteLength),
      'Content-Disposition': `${shown ? 'inline' : 'attachment'}; ${name}`,
    },
  })
}
