import { markWords } from '~/domain/workshops/mark-words'
import { sessionTitle } from '~/domain/workshops/session-title'
import { useLocale, useWords } from '~/i18n'
import { formatRange } from '~/i18n/format'
import { Card, Row, Rows } from '../card'
import { Tag } from '../tag'
import { words } from './words'

export type AttendedSession = {
  id: string
  activity: string
  title: string
  number: number
  venue: string
  zone: string
  startsAt: number
  endsAt: number
  over: boolean
  mark: 'present' | 'late' | 'left-early' | 'excused' | 'absent' | 'made-up' | null
}

/** Each session with the mark that stands; a roll that was not taken is told apart from absence. */
export function Attendance({ sessions }: { sessions: AttendedSession[] }) {
  const t = useWords(words)
  const locale = useLocale()
  const { marks } = markWords[locale]
  if (!sessions.length) return null
  return (
    <Card title={t.attendance} flush>
      <Rows label={t.attendance}>
        {sessions.map((one) => (
          <Row
            key={one.id}
            title={`${one.activity} · ${sessionTitle(one.title, locale)}`}
            note={`${formatRange(one.startsAt, one.endsAt, one.zone, locale)} · ${one.venue}`}
            end={
              <Tag tone={toneOf(one)}>{one.mark ? marks[one.mark] : one.over ? t.notTaken : t.notYet}</Tag>
            }
          />
        ))}
      </Rows>
    </Card>
  )
}

function toneOf({ mark }: AttendedSession) {
  if (mark === null) return 'plain'
  if (mark === 'absent') return 'red'
  return mark === 'present' || mark === 'made-up' ? 'green' : 'amber'
}
