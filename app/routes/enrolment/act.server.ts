import type { z } from 'zod'
import { certificateToManage } from '~/domain/certificates/certificate.access.server'
import { issueCertificates } from '~/domain/certificates/issue.server'
import { revokeCertificate } from '~/domain/certificates/revocation.server'
import type { ManagedCohort } from '~/domain/cohorts/cohort.access.server'
import { dayClosesAt } from '~/domain/cohorts/weeks'
import type { ConcessionRefusal } from '~/domain/completion/concession'
import { giveConcession } from '~/domain/completion/concessions.server'
import { confirmDecisions } from '~/domain/completion/decisions.server'
import type { ManagedEnrolment } from '~/domain/enrolment/enrolment.access.server'
import { reinstate, withdraw } from '~/domain/enrolment/withdrawal.server'
import type { SignedIn } from '~/http/actor.server'
import { found } from '~/http/found.server'
import { siteOrigin } from '~/http/site-origin.server'
import { wordsFor } from '~/i18n'
import { localeFor } from '~/i18n/request.server'
import type { EnrolmentForm } from './enrolment.schema'
import { words } from './words'

// What a refused concession is about; what is not here is about none of its fields.
const fieldOf: Partial<Record<ConcessionRefusal, string>> = {
  'needs-activity': 'activityId',
  'absent-activity': 'activityId',
  'not-counted': 'activityId',
  'done-already': 'activityId',
  'needs-date': 'until',
  'not-later': 'until',
  'no-reason': 'reason',
}

type Rows = { actor: SignedIn; cohort: ManagedCohort; enrolment: ManagedEnrolment }
type Said = { said: string } | { refused: string; field?: string }

/** What a form of the page does, and the sentence that tells it. */
export async function act(
  request: Request,
  { actor, cohort, enrolment }: Rows,
  asked: z.infer<typeof EnrolmentForm>,
): Promise<Said> {
  const t = wordsFor(localeFor(request), words)
  const tell = (done: object, said: string): Said =>
    'refused' in done && done.refused
      ? { refused: t.refusals[done.refused as keyof typeof t.refusals] }
      : { said }
  const enrolmentIds = [enrolment.id]
  switch (asked.intent) {
    case 'concession': {
      const { kind, reason, formKey } = asked
      const until = asked.until ? dayClosesAt(asked.until, cohort.timeZone) : null
      const draft = { kind, activityId: asked.activityId ?? null, until, reason }
      const given = await giveConcession(actor, enrolment, draft, { formKey })
      const field = given.refused && fieldOf[given.refused]
      return { ...tell(given, t.given), ...(field && { field }) }
    }
    case 'decide':
    case 'not-completed': {
      const notCompleted = asked.intent === 'not-completed'
      const done = await confirmDecisions(actor, cohort, { enrolmentIds, notCompleted })
      const [refusal] = done.refused
      return refusal ? { refused: t.refusals[refusal.word] } : { said: done.decided ? t.decided : t.same }
    }
    case 'issue': {
      const origin = siteOrigin(request)
      const { issued, refused } = await issueCertificates(actor, cohort, {
        enrolmentIds,
        origin,
        renew: true,
      })
      const [one] = issued
      return one ? { said: t.issued(one.number) } : { refused: t.refusals[refused[0]!.word] }
    }
    case 'revoke': {
      const certificate = await certificateToManage(actor, asked.certificateId)
      return tell(await revokeCertificate(actor, found(certificate), asked), t.revokedDone)
    }
    case 'withdraw':
      return tell(await withdraw(actor, enrolment, asked), t.withdrawnDone)
    case 'reinstate':
      return tell(await reinstate(actor, enrolment, asked), t.reinstatedDone)
  }
}
