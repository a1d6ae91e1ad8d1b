import type { z } from 'zod'
import { correctName, correctNumber, resolveDoubt } from '~/domain/accounts/details.server'
import { openDoubtIn } from '~/domain/accounts/doubts.queries.server'
import type { ManagedCohort } from '~/domain/cohorts/cohort.access.server'
import { waitingRowOf } from '~/domain/enrolment/waiting-row.access.server'
import { dropWaiting, enrolWaiting, takeUpWaiting } from '~/domain/enrolment/waiting-rows.server'
import type { SignedIn } from '~/http/actor.server'
import { found } from '~/http/found.server'
import { wordsFor } from '~/i18n'
import { localeFor } from '~/i18n/request.server'
import type { ToCheckForm } from './to-check.schema'
import { words } from './words'

type Asked = z.output<typeof ToCheckForm>
type Said = { said: string; undoDrop?: string } | { refused: string }

/** What a form of the page does, and the sentence that tells it. */
export async function act(
  request: Request,
  actor: SignedIn,
  cohort: ManagedCohort,
  asked: Asked,
): Promise<Said> {
  const t = wordsFor(localeFor(request), words)
  if ('row' in asked) {
    const row = found(await waitingRowOf(cohort, asked.row))
    const done =
      asked.intent === 'enrol'
        ? await enrolWaiting(actor, row, asked.number)
        : asked.intent === 'drop'
          ? await dropWaiting(actor, row)
          : await takeUpWaiting(actor, row)
    if ('refused' in done) return { refused: t.refused[done.refused!] }
    const said = t.done[asked.intent](row.name)
    return asked.intent === 'drop' ? { said, undoDrop: row.id } : { said }
  }
  const doubt = await openDoubtIn(cohort, asked.doubt)
  if (!doubt) return { refused: t.refused.absent }
  const done =
    asked.intent === 'name'
      ? await correctName(actor, doubt.personId, asked.name)
      : asked.intent === 'number'
        ? await correctNumber(actor, doubt.personId, asked.number)
        : await resolveDoubt(actor, doubt.id)
  return 'refused' in done && done.refused
    ? { refused: t.refused[done.refused] }
    : { said: t.answered[asked.intent] }
}
