import { buttonClass, LinkButton } from '~/components/button'
import { Card } from '~/components/card'
import type { ImportSummary } from '~/domain/enrolment/import.server'
import { useWords } from '~/i18n'
import { paths } from '~/paths'
import { words } from './words'

/** What an import did, once it has been agreed to. */
export function Imported({ id, summary, toCheck }: { id: string; summary: ImportSummary; toCheck: number }) {
  const t = useWords(words)
  return (
    <Card title={t.doneTitle}>
      <p>{t.done(summary.enrolled, summary.madeUnits)}</p>
      {summary.errors + summary.waiting > 0 && (
        <p className="muted">{t.doneLeft(summary.errors, summary.waiting)}</p>
      )}
      {Boolean(summary.twice) && <p className="muted">{t.doneTwice(summary.twice!)}</p>}
      {Boolean(summary.leftOut) && <p className="muted">{t.doneLeftOut(summary.leftOut!)}</p>}
      <div className="mt-4 flex flex-wrap gap-3">
        <a className={buttonClass('solid', 'normal', false)} href={paths.slips(id)} download>
          {t.slips}
        </a>
        {toCheck > 0 && (
          <LinkButton look="ghost" to={paths.toCheck(id)}>
            {t.toCheck(toCheck)}
          </LinkButton>
        )}
        <LinkButton look="ghost" to={paths.cohort(id)}>
          {t.toCohort}
        </LinkButton>
      </div>
    </Card>
  )
}
