import type { LoaderFunctionArgs } from '@remix-run/node'
import { certificateFor } from '~/domain/certificates/certificate.access.server'
import { downloadCertificate } from '~/domain/certificates/download.server'
import { requireActor } from '~/http/actor.server'
import { download } from '~/http/download.server'
import { found } from '~/http/found.server'
import { parseId } from '~/http/ids.server'

/** /certificates/:id.pdf, for its holder, its manager, and the bureau that sent the holder. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const [, id] = /^(.+)\.pdf$/.exec(params.file ?? '') ?? []
  const certificate = found(await certificateFor(actor, parseId(id)))
  const language = new URL(request.url).searchParams.get('lang') === 'en' ? 'en' : 'zh-CN'
  const file = await downloadCertificate(actor, certificate, language)
  const kept = found('refused' in file ? null : file)
  return download(kept.bytes, kept)
}
