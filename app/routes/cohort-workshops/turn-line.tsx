import { Link } from '@remix-run/react'
import { Tag } from '~/components/tag'
import { Fold } from '~/components/tools'
import { sessionTitle } from '~/domain/workshops/session-title'
import { useLocale, useWords } from '~/i18n'
import { formatDay, formatTimes } from '~/i18n/format'
import { paths } from '~/paths'
import { words } from './words'

export type ShownTurn = {
  turn: number
  week: number
  venue: string
  capacity: number
  timeZone: string
  people: number
  groups: { id: string; name: string; people: number }[]
  sessions: { id: string; title: string; startsAt: Date; endsAt: Date }[]
}

/** One turn: when, where, who, and the way to each session's code and rolls. */
export function TurnLine({
  turn,
  weeks: { opensWeek, closesWeek },
}: {
  turn: ShownTurn
  /** Of its module. */
  weeks: { opensWeek: number; closesWeek: number }
}) {
  const t = useWords(words)
  const locale = useLocale()
  const zone = turn.timeZone
  const [first] = turn.sessions
  return (
    <li className="py-3">
      <p className="font-medium">
        {t.turn(turn.turn)}
        {first && ` · ${formatDay(first.startsAt, zone, locale)}`}
        {` · ${turn.venue}`}
      </p>
      {(turn.week < opensWeek || turn.week > closesWeek) && (
        <p>
          <Tag tone="amber">{t.otherWeek(turn.week, opensWeek, closesWeek)}</Tag>
        </p>
      )}
      <p className="muted">{t.people(turn.people, turn.capacity)}</p>
      {turn.sessions.map((session) => (
        <div key={session.id} className="flex flex-wrap items-baseline gap-x-4">
          <span>{`${sessionTitle(session.title, locale)} ${formatTimes(session.startsAt, session.endsAt, zone, locale)}`}</span>
          <Link className="link inline-block min-h-11 py-2" to={paths.checkInScreen(session.id)}>
            {t.code}
          </Link>
          <Fold label={t.roll} look="quiet">
            <ul className="flex flex-wrap gap-x-4">
              {turn.groups.map((group) => (
                <li key={group.id}>
                  <Link className="link inline-block min-h-11 py-2" to={paths.roll(session.id, group.id)}>
                    {t.group(group.name, group.people)}
                  </Link>
                </li>
              ))}
            </ul>
          </Fold>
        </div>
      ))}
    </li>
  )
}
