import { Form } from '@remix-run/react'
import type { Authority, Mark } from '~/domain/workshops/attendance'
import { markWords } from '~/domain/workshops/mark-words'
import { sessionTitle } from '~/domain/workshops/session-title'
import { useLocale, useWords } from '~/i18n'
import { formatDay, formatTime, formatTimes } from '~/i18n/format'
import { SubmitButton } from '../button'
import { Card } from '../card'
import { Field } from '../field'
import { FormKey } from '../form-errors'
import type { FormState } from '../form-state'
import { KeptText } from '../kept-text'
import { Tag } from '../tag'
import { Fold } from '../tools'
import { words } from './words'

type Entry = {
  id: string
  mark: Mark | null
  by: Authority
  byName: string
  at: Date
  stands: boolean
}
type Session = {
  id: string
  title: string
  startsAt: Date
  endsAt: Date
  standing: Mark | null
  counts: boolean | null
  entries: Entry[]
  mayCheckIn: boolean
  mayAskLeave: boolean
  leave: { reason: string; granted: boolean | null } | null
}
export type ShownWorkshop = {
  turn: number
  turns: number
  venue: string
  address: string
  timeZone: string
  dayOver: boolean
  sessions: Session[]
}

/** The field of the reason for which somebody asks for leave from a session. */
export function reasonId(sessionId: string) {
  return `field-reason-${sessionId}`
}

/** Where and when one's turn of a workshop is, with what was recorded of each session and the one mark that stands. */
export function OwnWorkshop({
  workshop,
  title,
  to,
  form,
}: {
  workshop: ShownWorkshop
  title?: string
  /** Where check-ins and requests for leave are sent. */
  to: string
  form?: FormState
}) {
  const t = useWords(words)
  const locale = useLocale()
  const { sessions, timeZone: zone } = workshop
  const [first] = sessions
  return (
    <Card title={title}>
      {first && <p className="text-lg font-semibold">{formatDay(first.startsAt, zone, locale)}</p>}
      <p>
        <span className="font-medium">{workshop.venue}</span>
        <span className="muted ml-2">{workshop.address}</span>
      </p>
      <p className="muted">{t.turn(workshop.turn, workshop.turns)}</p>
      {sessions.some((session) => session.mayCheckIn) && <CheckIn to={to} form={form} />}
      <ul className="mt-2 divide-y divide-line">
        {sessions.map((session) => (
          <SessionLine key={session.id} {...{ session, zone, to, form }} dayOver={workshop.dayOver} />
        ))}
      </ul>
    </Card>
  )
}

function CheckIn({ to, form }: { to: string; form?: FormState }) {
  const t = useWords(words)
  return (
    <Form method="post" action={to} className="mt-3 flex flex-col gap-3 rounded-card bg-green-soft p-4">
      <FormKey of="check-in" />
      <input type="hidden" name="intent" value="check-in" />
      <Field
        name="code"
        label={t.code}
        hint={t.codeHint}
        form={form}
        required
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={12}
        className="font-mono tracking-widest uppercase"
      />
      <SubmitButton action={to} wide>
        {t.checkIn}
      </SubmitButton>
    </Form>
  )
}

function SessionLine({
  session,
  zone,
  to,
  form,
  dayOver,
}: {
  session: Session
  zone: string
  to: string
  form?: FormState
  dayOver: boolean
}) {
  const t = useWords(words)
  const locale = useLocale()
  const m = markWords[locale]
  const mine = form?.typed?.sessionId === session.id ? form : undefined
  return (
    <li className="py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <p>
          {sessionTitle(session.title, locale)}
          <span className="muted ml-2">{formatTimes(session.startsAt, session.endsAt, zone, locale)}</span>
        </p>
        {session.standing ? (
          <Tag tone={session.counts ? 'green' : 'amber'}>
            {`${m.marks[session.standing]} · ${session.counts ? t.counts : t.countsNot}`}
          </Tag>
        ) : (
          <span className="muted">{dayOver ? t.notCalled : t.toCome}</span>
        )}
      </div>
      {session.entries.map((entry) => (
        <p key={entry.id} className="muted">
          <Said entry={entry} zone={zone} />
          {entry.stands && session.entries.length > 1 && <span className="ml-2 text-green">{t.stands}</span>}
        </p>
      ))}
      {session.leave && (
        <p className="muted">
          {session.leave.granted === null
            ? t.waiting(session.leave.reason)
            : session.leave.granted
              ? t.granted(session.leave.reason)
              : t.declined(session.leave.reason)}
        </p>
      )}
      {session.mayAskLeave && (
        <Fold label={t.leave} look="quiet" open={mine !== undefined}>
          <Form method="post" action={to} className="flex flex-col gap-3">
            <FormKey of={session.id} />
            <input type="hidden" name="intent" value="leave" />
            <input type="hidden" name="sessionId" value={session.id} />
            <KeptText
              place={`${to}#${session.id}`}
              name="reason"
              id={reasonId(session.id)}
              label={t.reason}
              form={mine}
              required
              rows={2}
            />
            <SubmitButton action={to} look="ghost" size="small">
              {t.ask}
            </SubmitButton>
          </Form>
        </Fold>
      )}
    </li>
  )
}

function Said({ entry, zone }: { entry: Entry; zone: string }) {
  const t = useWords(words)
  const m = markWords[useLocale()]
  const time = formatTime(entry.at, zone)
  if (entry.mark === null) return t.undone(entry.byName, time)
  if (entry.by === 'self') return t.self(time, m.marks[entry.mark])
  return t.called(entry.byName, time, m.marks[entry.mark])
}
