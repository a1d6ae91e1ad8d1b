import type { LoaderFunctionArgs } from '@remix-run/node'
import { cohortToManage } from '~/domain/cohorts/cohort.access.server'
import { slipSheet } from '~/domain/enrolment/slip-sheet.server'
import { requireActor } from '~/http/actor.server'
import { download } from '~/http/download.server'
import { redirectWith } from '~/http/flash.server'
import { found } from '~/http/found.server'
import { parseId } from '~/http/ids.server'
import { wordsFor } from '~/i18n'
import { localeFor } from '~/i18n/request.server'
import { paths } from '~/paths'
import { words } from './words'

/** The sign-in slips of a cohort, to print and cut. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const cohort = found(await cohortToManage(actor, parseId(params.cohortId)))
  const locale = localeFor(request)
  const t = wordsFor(locale, words)
  const bytes = await slipSheet(actor, cohort, { origin: new URL(request.url).origin, locale })
  if (!bytes) return redirectWith(paths.cohort(cohort.id), { text: t.nobody, tone: 'amber' })
  return download(bytes, { name: t.fileName(cohort.title), mediaType: 'application/pdf' })
}
