import type { z } from 'zod'
import { issueCertificates } from '~/domain/certificates/issue.server'
import { setFormat } from '~/domain/certificates/series.server'
import type { ManagedCohort } from '~/domain/cohorts/cohort.access.server'
import { dayOf } from '~/domain/cohorts/weeks'
import { confirmDecisions } from '~/domain/completion/decisions.server'
import { type CompletionStage, completionOverview } from '~/domain/completion/overview.queries.server'
import { issueReport } from '~/domain/reports/issue.server'
import type { SignedIn } from '~/http/actor.server'
import { siteOrigin } from '~/http/site-origin.server'
import { wordsFor } from '~/i18n'
import { localeFor } from '~/i18n/request.server'
import type { CompletionForm } from './completion.schema'
import { words } from './words'

type Asked = z.infer<typeof CompletionForm>
type Said = { said: string } | { refused: string }

/** What a button of the page does, and the sentence that tells it. */
export async function act(
  request: Request,
  actor: SignedIn,
  cohort: ManagedCohort,
  asked: Asked,
): Promise<Said> {
  const t = wordsFor(localeFor(request), words)
  switch (asked.intent) {
    case 'confirm':
    case 'close': {
      const closing = asked.intent === 'close'
      if (closing && asked.confirmation?.trim() !== t.closeWord) return { refused: t.wrongWord }
      const enrolmentIds = await idsAt(actor, cohort, closing ? ['open', 'lost'] : ['ready'])
      const { decided } = await confirmDecisions(actor, cohort, { enrolmentIds, notCompleted: closing })
      return { said: t.confirmed(decided) }
    }
    case 'issue': {
      const enrolmentIds = await idsAt(actor, cohort, ['decided'])
      const { issued } = await issueCertificates(actor, cohort, { enrolmentIds, origin: siteOrigin(request) })
      if (!issued.length) return { said: t.nothing }
      return { said: t.issued(issued.length, issued[0]!.number, issued.at(-1)!.number) }
    }
    case 'format': {
      const year = Number(dayOf(actor.at, cohort.timeZone).slice(0, 4))
      const done = await setFormat(actor, cohort, { year, kind: 'certificate', format: asked.format })
      return 'refused' in done && done.refused ? { refused: t[done.refused] } : { said: t.formatSet }
    }
    case 'report': {
      const done = await issueReport(actor, cohort, { organisationId: asked.organisationId })
      if ('refused' in done) return { refused: t[done.refused] }
      return { said: done.unchanged ? t.unchanged(done.number) : t.reported(done.number, done.version) }
    }
  }
}

async function idsAt(actor: SignedIn, cohort: ManagedCohort, stages: CompletionStage[]) {
  const people = await completionOverview(actor, cohort)
  return people.filter((one) => stages.includes(one.stage)).map((one) => one.enrolmentId)
}
