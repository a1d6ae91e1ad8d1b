import type { LoaderFunctionArgs } from '@remix-run/node'
import { downloadReport } from '~/domain/reports/download.server'
import { reportFor } from '~/domain/reports/report.access.server'
import { requireActor } from '~/http/actor.server'
import { download } from '~/http/download.server'
import { found } from '~/http/found.server'
import { parseId } from '~/http/ids.server'
import { localeFor } from '~/i18n/request.server'

/** /bureau/reports/:packageId.pdf and .xlsx, for the bureau that the package is for and the cohort's manager. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const [, id, form] = /^(.+)\.(pdf|xlsx)$/.exec(params.file ?? '') ?? []
  const report = found(await reportFor(actor, parseId(id)))
  const file = await downloadReport(actor, report, form === 'xlsx' ? 'xlsx' : 'pdf', localeFor(request))
  const kept = found('refused' in file ? null : file)
  return download(kept.bytes, kept)
}
