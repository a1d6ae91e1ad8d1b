import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { importToManage } from '~/domain/enrolment/import.access.server'
import { markedRoster } from '~/domain/enrolment/marked-roster.server'
import { requireActor } from '~/http/actor.server'
import { download } from '~/http/download.server'
import { found } from '~/http/found.server'
import { parseId } from '~/http/ids.server'
import { localeFor } from '~/i18n/request.server'
import { paths } from '~/paths'

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The roster as it came, with what is wrong beside each row, to send back to whoever made it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const roster = found(await importToManage(actor, parseId(params.cohortId), parseId(params.importId)))
  const bytes = await markedRoster(actor, roster, await localeFor(request))
  if (!bytes) return redirect(paths.rosterImport(roster.cohortId, roster.id))
  return download(bytes, { name: roster.fileName.replace(/(\.\w+)?$/, ' ✓.xlsx'), mediaType: workbook })
}
