import { Link } from '@remix-run/react'
import type { Lock } from '~/domain/learning/locks'
import { useLocale, useWords } from '~/i18n'
import { formatDay, formatScore } from '~/i18n/format'
import { paths } from '~/paths'
import { words } from './words'

const NAMED = 3

/** Why something is not open yet: the day it opens, and the activities that open it, each a link. */
export function Locks({ locks, zone, enrolmentId }: { locks: Lock[]; zone: string; enrolmentId: string }) {
  const t = useWords(words)
  const handIns = locks.filter((lock) => lock.kind === 'hand-in')
  const rest = locks.filter((lock) => lock.kind !== 'hand-in')
  return (
    <>
      {rest.map((lock) => (
        <LockLine key={JSON.stringify(lock)} lock={lock} zone={zone} enrolmentId={enrolmentId} />
      ))}
      {handIns.length > 0 && (
        <p>
          {t.firstDo}
          <Activities locks={handIns.slice(0, NAMED)} enrolmentId={enrolmentId} />
        </p>
      )}
      {handIns.length > NAMED && (
        <details className="relative z-10">
          <summary className="link inline-flex min-h-11 cursor-pointer items-center">
            {t.more(handIns.length - NAMED)}
          </summary>
          <p>
            <Activities locks={handIns.slice(NAMED)} enrolmentId={enrolmentId} />
          </p>
        </details>
      )}
    </>
  )
}

type HandIn = Extract<Lock, { kind: 'hand-in' }>

function Activities({ locks, enrolmentId }: { locks: HandIn[]; enrolmentId: string }) {
  const t = useWords(words)
  return locks.map((lock, index) => (
    <span key={lock.activity}>
      {index > 0 && t.between}
      <ActivityLink {...lock} title={t.named(lock.title)} enrolmentId={enrolmentId} />
    </span>
  ))
}

type OtherLock = Exclude<Lock, { kind: 'hand-in' }>

function LockLine({ lock, zone, enrolmentId }: { lock: OtherLock; zone: string; enrolmentId: string }) {
  const t = useWords(words)
  const locale = useLocale()
  switch (lock.kind) {
    case 'opens': {
      const day = formatDay(lock.at, zone, locale)
      return <p>{lock.week === null ? t.opensOn(day) : t.opensInWeek(lock.week, day)}</p>
    }
    case 'score':
      return (
        <p>
          <ActivityLink {...lock} title={t.named(lock.title)} enrolmentId={enrolmentId} />
          {t.scoreNeeded(formatScore(lock.atLeast))}
        </p>
      )
    case 'attend': {
      const sentence = t.attendMore(lock.sessions)
      if (!lock.activity) return <p>{sentence}</p>
      return (
        <p>
          <ActivityLink enrolmentId={enrolmentId} activity={lock.activity} title={sentence} />
        </p>
      )
    }
    case 'others':
      return <p>{t.others}</p>
    case 'any':
      return (
        <div>
          <p>{t.oneOf}</p>
          <ul className="list-disc pl-5">
            {lock.ways.map((way) => (
              <li key={JSON.stringify(way)}>
                <Locks locks={way} zone={zone} enrolmentId={enrolmentId} />
              </li>
            ))}
          </ul>
        </div>
      )
  }
}

function ActivityLink({
  enrolmentId,
  activity,
  title,
}: {
  enrolmentId: string
  activity: string
  title: string
}) {
  return (
    <Link className="link relative z-10" to={paths.activity(enrolmentId, activity)}>
      {title}
    </Link>
  )
}
