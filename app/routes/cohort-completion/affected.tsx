import { Link } from '@remix-run/react'
import { Card, Row, Rows } from '~/components/card'
import { Fold } from '~/components/tools'
import type { LeftOut } from '~/domain/completion/left-out'
import { useWords } from '~/i18n'
import { asking, paths } from '~/paths'
import { words } from './words'

type Person = { enrolmentId: string; name: string; unit: string }

/** Whom a press is about, by name: folded where they are many. */
export function Affected({
  cohortId,
  title,
  people,
  note,
}: {
  cohortId: string
  title: string
  people: readonly Person[]
  note?: (enrolmentId: string) => string
}) {
  const t = useWords(words)
  const list = (
    <ul className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
      {people.slice(0, 1000).map(({ enrolmentId, name, unit }) => (
        <li key={enrolmentId} className="py-1.5">
          <Link className="link" to={paths.enrolment(cohortId, enrolmentId)}>
            {name}
          </Link>{' '}
          <span className="muted">{[unit, note?.(enrolmentId)].filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ul>
  )
  return (
    <Card title={title}>
      {people.length > 12 ? <Fold label={t.names(people.length)}>{list}</Fold> : list}
      {people.length > 1000 && <p className="muted">{t.more(people.length - 1000)}</p>}
    </Card>
  )
}

/** Whom it leaves as they are, and why. */
export function LeftOver({ cohortId, left }: { cohortId: string; left: readonly LeftOut[] }) {
  const t = useWords(words)
  if (left.length === 0) return null
  return (
    <Card flush title={t.leftOver(left.reduce((sum, one) => sum + one.people, 0))}>
      <Rows label={t.leftOverLabel}>
        {left.map(({ stage, people, lacking }) => (
          <Row
            key={stage}
            title={t.stages[stage]}
            to={asking(paths.cohortCompletion(cohortId), { stage })}
            note={
              lacking.length > 0 &&
              t.lackingIn(lacking.map((one) => t.people(t.lacking[one.reason], one.people)).join(t.and))
            }
            end={t.count(people)}
          />
        ))}
      </Rows>
    </Card>
  )
}
