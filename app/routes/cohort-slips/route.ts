import type { LoaderFunctionArgs } from '@remix-run/node'
import { cohortToManage } from '~/domain/cohorts/cohort.access.server'
import { slipSheet } from '~/domain/enrolment/slip-sheet.server'
import { requireActor } from '~/http/actor.server'
import { download } from '~/http/download.server'
import { found } from '~/http/found.server'
import { parseId } from '~/http/ids.server'
import { localeFor } from '~/i18n/request.server'

/** The sign-in slips of a cohort, to print and cut. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const cohort = found(await cohortToManage(actor, parseId(params.cohortId)))
  const locale = await localeFor(request)
  const bytes = await slipSheet(actor, cohort, { origin: new URL(request.url).origin, locale })
  return download(bytes, { name: `${cohort.title} slips.pdf`, mediaType: 'application/pdf' })
}
