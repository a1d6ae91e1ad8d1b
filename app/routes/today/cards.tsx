import { Link } from '@remix-run/react'
import { LinkButton } from '~/components/button'
import { Card, EmptyState, NextCard, Row, Rows } from '~/components/card'
import { Locks } from '~/components/learning/locks'
import { words as common } from '~/components/learning/words'
import { Avatar, ProgressBar, Tag } from '~/components/tag'
import { Said } from '~/components/tools'
import { useLocale, useWords } from '~/i18n'
import {
  formatDay,
  formatList,
  formatPosition,
  formatRange,
  formatRelativeDay,
  formatWhen,
} from '~/i18n/format'
import { paths } from '~/paths'
import type { Today } from './route'
import { words } from './words'

type Part = { today: Today; enrolmentId: string }

/** The one thing to do next; where there is none, why, and when there will be. */
export function Next({ today, enrolmentId }: Part) {
  const t = useWords(words)
  const c = useWords(common)
  const locale = useLocale()
  const { next } = today
  if (!next) return <NothingNext today={today} enrolmentId={enrolmentId} />
  const over = next.state === 'again' ? t.again : next.state === 'started' ? t.goOn : t.startWith
  const note =
    next.minutesLeft !== null
      ? t.leftAt(formatPosition(next.position ?? 0), next.minutesLeft)
      : next.howFar
        ? c.howFar(next.howFar)
        : next.minutes
          ? t.takes(next.minutes)
          : undefined
  return (
    <NextCard
      over={`${over} · ${next.module}`}
      title={next.title}
      note={note}
      action={
        <LinkButton look="light" to={paths.activityOf(enrolmentId, next.id, next.kind)}>
          {next.minutesLeft !== null ? t.watchOn : next.state === 'open' ? t.begin : t.open}
          <span className="sr-only">{locale === 'en' ? `: ${next.title}` : `：${next.title}`}</span>
        </LinkButton>
      }
    />
  )
}

function NothingNext({ today, enrolmentId }: Part) {
  const t = useWords(words)
  const locale = useLocale()
  const action = (
    <LinkButton look="ghost" to={paths.outline(enrolmentId)}>
      {t.toOutline}
    </LinkButton>
  )
  if (today.week < 1) {
    return (
      <EmptyState title={t.notStartedTitle(formatDay(today.opensAt, today.zone, locale))} action={action}>
        {t.notStarted}
      </EmptyState>
    )
  }
  if (today.locks.length > 0) {
    return (
      <EmptyState title={t.nothingTitle} action={action}>
        {t.nothingLocked}
        <Locks locks={today.locks} zone={today.zone} enrolmentId={enrolmentId} />
      </EmptyState>
    )
  }
  if (today.waiting.length > 0) {
    return (
      <EmptyState title={t.waitingTitle} action={action}>
        {t.waitingFor(formatList(today.waiting, locale))}
      </EmptyState>
    )
  }
  return (
    <EmptyState title={today.allDone ? t.finishedTitle : t.nothingTitle} action={action}>
      {t.nothingDone}
    </EmptyState>
  )
}

/** The end of the way: it is not looked for under what is missing. */
export function CertificateCard({ today, enrolmentId }: Part) {
  const t = useWords(words)
  if (!today.certificate) return null
  return (
    <NextCard
      over={t.certificateOver}
      title={t.certificateTitle}
      note={today.certificate}
      action={
        <LinkButton look="light" to={paths.ownCompletion(enrolmentId)}>
          {t.toCertificate}
        </LinkButton>
      }
    />
  )
}

export function HoursCard({ today }: Part) {
  const t = useWords(words)
  const locale = useLocale()
  const { earned, total, share, needed } = today.hours
  const counts = today.week >= 1 && !today.withdrawn && today.certificate === null
  const standing = today.overdue === 0 ? t.onTime : t.behind(today.overdue)
  return (
    <Card>
      <div className="flex items-center justify-between gap-3">
        <div className="min-w-0">
          <h2 className="text-base font-semibold">{t.hours(earned, total)}</h2>
          <p className="muted">
            {[needed && t.needed(needed), counts && standing]
              .filter(Boolean)
              .join(locale === 'en' ? ', ' : '，')}
          </p>
        </div>
        {counts && (
          <Tag tone={today.overdue === 0 ? 'green' : 'amber'}>
            {today.overdue === 0 ? t.noDebt : t.debt(today.overdue)}
          </Tag>
        )}
      </div>
      <ProgressBar className="mt-3" share={share} label={t.hours(earned, total)} />
    </Card>
  )
}

export function DueCard({ today, enrolmentId }: Part) {
  const t = useWords(words)
  const c = useWords(common)
  const locale = useLocale()
  if (today.due.length === 0) return null
  return (
    <Card flush>
      <h2 className="sr-only">{t.dueTitle}</h2>
      <Rows label={t.dueTitle}>
        {today.due.map((item) => {
          const overdue = item.dueAt <= today.now
          return (
            <Row
              key={item.id}
              title={item.title}
              to={paths.activityOf(enrolmentId, item.id, item.kind)}
              note={[
                c.kinds[item.kind],
                t.moduleNo(item.module),
                item.postsLeft && t.postsLeft(item.postsLeft),
              ]
                .filter(Boolean)
                .join(' · ')}
              end={
                <Tag tone={overdue && !item.again ? 'red' : 'amber'}>
                  {item.again
                    ? t.dueAgain
                    : overdue
                      ? t.overdue
                      : t.dueOn(formatDay(item.dueAt - 1, today.zone, locale))}
                </Tag>
              }
            />
          )
        })}
      </Rows>
    </Card>
  )
}

export function MeetingsCard({ today, enrolmentId }: Part) {
  const t = useWords(words)
  const locale = useLocale()
  if (today.meetings.length === 0) return null
  return (
    <Card flush>
      <h2 className="sr-only">{t.meetTitle}</h2>
      <Rows label={t.meetTitle}>
        {today.meetings.map((meeting) => (
          <Row
            key={meeting.id}
            title={meeting.title}
            to={paths.activity(enrolmentId, meeting.id)}
            note={[formatRange(meeting.from, meeting.until, meeting.zone, locale), meeting.venue]
              .filter(Boolean)
              .join(' ')}
            end={<Tag tone="plain">{formatRelativeDay(meeting.from, today.now, meeting.zone, locale)}</Tag>}
          />
        ))}
      </Rows>
    </Card>
  )
}

export function MentorCard({ today, enrolmentId }: Part) {
  const t = useWords(words)
  const locale = useLocale()
  const { post, unread } = today
  if (!post && unread === 0) return null
  return (
    <Card>
      {post && (
        <Said
          name={post.name}
          role={t.mentor}
          when={formatWhen(post.at, today.now, today.zone, locale)}
          mentor
          avatar={<Avatar name={post.name} mentor />}
        >
          <p className="break-words whitespace-pre-line">{shortened(post.text)}</p>
        </Said>
      )}
      <p className="mt-1">
        <Link className="link inline-flex min-h-11 items-center" to={paths.group(enrolmentId)}>
          {unread > 0 ? t.unread(unread) : t.wrote}
        </Link>
      </p>
    </Card>
  )
}

const SHOWN_CHARACTERS = 200

function shortened(text: string) {
  const characters = [...text]
  return characters.length <= SHOWN_CHARACTERS ? text : `${characters.slice(0, SHOWN_CHARACTERS).join('')}…`
}

export function OthersCard({ today }: Part) {
  const t = useWords(words)
  const locale = useLocale()
  if (today.others.length === 0) return null
  return (
    <Card flush title={t.otherTitle}>
      <Rows>
        {today.others.map((other) => (
          <Row
            key={other.id}
            title={locale === 'en' ? other.titleEn : other.title}
            note={other.cohort}
            to={paths.today(other.id)}
          />
        ))}
      </Rows>
    </Card>
  )
}
