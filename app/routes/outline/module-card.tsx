import { Link } from '@remix-run/react'
import { Icon } from '~/components/icon'
import { Locks } from '~/components/learning/locks'
import { words as common } from '~/components/learning/words'
import { Dot, type DotState, Tag } from '~/components/tag'
import type { OutlineActivity, OutlineModule } from '~/domain/learning/outline.queries.server'
import { useLocale, useWords } from '~/i18n'
import { formatRange, formatScore } from '~/i18n/format'
import { paths } from '~/paths'
import { words } from './words'

type Place = { zone: string; enrolmentId: string }

const moduleDots: Record<OutlineModule['state'], DotState> = {
  done: 'done',
  now: 'now',
  todo: 'now',
  waiting: 'now',
  locked: 'lock',
}

/** One module; what is behind and what is ahead is folded, the one of these weeks lies open. */
export function ModuleCard({ module, ...place }: { module: OutlineModule } & Place) {
  const t = useWords(words)
  const open = module.state === 'now' || module.state === 'todo'
  return (
    <section id={module.id} className="scroll-mt-4 rounded-card border border-line bg-surface px-4">
      <details open={open} className="group">
        <summary className="flex min-h-11 cursor-pointer list-none gap-3 py-4 [&::-webkit-details-marker]:hidden">
          <Dot state={moduleDots[module.state]} />
          <span className="min-w-0 flex-1">
            <h2 className="inline text-base font-semibold">{module.title}</h2>
            <span className="muted block">
              {t.weeks(...module.weeks)} · {t.hours(module.hours)}
            </span>
            {module.state !== 'locked' && (
              <span className="muted block">{t.required(module.done, module.required)}</span>
            )}
          </span>
          <span className="flex-none self-center text-ink-2 rotate-90 group-open:-rotate-90">
            <Icon name="right" size={18} />
          </span>
        </summary>
        <ul className="divide-y divide-line border-t border-line">
          {module.activities.map((activity) => (
            <ActivityLine key={activity.id} activity={activity} {...place} />
          ))}
        </ul>
      </details>
      {module.locks.length > 0 && (
        <div className="muted pb-4 pl-[34px]">
          <Locks locks={module.locks} {...place} />
        </div>
      )}
    </section>
  )
}

const activityDots: Record<OutlineActivity['state'], DotState> = {
  locked: 'lock',
  open: 'todo',
  started: 'now',
  waiting: 'now',
  again: 'now',
  done: 'done',
  over: 'never',
  roll: 'now',
  missed: 'never',
}

function ActivityLine({ activity, zone, enrolmentId }: { activity: OutlineActivity } & Place) {
  const t = useWords(words)
  const c = useWords(common)
  const notes = useNotes(activity)
  return (
    <li className="relative flex min-h-11 gap-3 py-3" id={activity.id}>
      <Dot state={activityDots[activity.state]} label={c.state[activity.state]} />
      <div className="min-w-0 flex-1">
        <Link
          to={paths.activity(enrolmentId, activity.id)}
          className={`after:absolute after:inset-0 hover:underline ${activity.state === 'locked' ? 'text-ink-2' : ''}`}
        >
          {activity.title}
        </Link>
        <div className="muted">{notes.join(' · ')}</div>
        {activity.locks && (
          <div className="muted">
            <Locks locks={activity.locks} zone={zone} enrolmentId={enrolmentId} />
          </div>
        )}
      </div>
      {(activity.state === 'again' || activity.late) && (
        <div className="flex-none self-center">
          <Tag tone="amber">{activity.state === 'again' ? t.again : t.late}</Tag>
        </div>
      )}
    </li>
  )
}

function useNotes(activity: OutlineActivity): string[] {
  const t = useWords(words)
  const c = useWords(common)
  const locale = useLocale()
  const { state, minutes, howFar, score, postsLeft, when, kind } = activity
  const notes = [c.kinds[kind]]
  if (activity.optional) notes.push(t.optional)
  if (when) notes.push(formatRange(when[0], when[1], when[2], locale))
  else if (kind === 'workshop' || kind === 'live') notes.push(t.noTime)
  if (minutes) notes.push(t.minutes(minutes))
  if (howFar) notes.push(c.howFar(howFar))
  if (postsLeft && state !== 'locked' && state !== 'done') notes.push(t.postsLeft(postsLeft))
  if (score !== undefined) notes.push(t.score(formatScore(score)))
  if (state === 'waiting') notes.push(kind === 'workshop' ? t.attended : t.waiting)
  if (state === 'over') notes.push(t.over)
  return notes
}
