import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, Outlet, useLoaderData, useParams } from '@remix-run/react'
import { kinds, sayMissing } from '~/activities/kinds'
import { workIn } from '~/activities/kinds.server'
import { LinkButton } from '~/components/button'
import { Locks } from '~/components/learning/locks'
import { words as common } from '~/components/learning/words'
import { Notice } from '~/components/notice'
import { PageHeader, Stack } from '~/components/page-header'
import { Tag } from '~/components/tag'
import { titled } from '~/components/titled'
import { activityHead } from '~/domain/learning/activity-head.queries.server'
import { activityForTrainee, activityWithOpening } from '~/domain/learning/learning.access.server'
import { requireActor, type SignedIn } from '~/http/actor.server'
import { found } from '~/http/found.server'
import { parseId } from '~/http/ids.server'
import { type Locale, useLocale, useWords } from '~/i18n'
import { formatDay, formatScore } from '~/i18n/format'
import { localeFor } from '~/i18n/request.server'
import { paths } from '~/paths'
import { words } from './words'

type Head = ReturnType<typeof useLoaderData<typeof loader>>

export const meta = titled(words, (t, head: Head | undefined) => head?.title ?? t.missing)

/** What the pages of all kinds share: the activity's head, and in place of its page what would open it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const [enrolmentId, activityId] = [parseId(params.enrolmentId), parseId(params.activityId)]
  const { study, activity } = found(await activityWithOpening(actor, enrolmentId, activityId))
  const missing = await missingIn(actor, enrolmentId, activityId, localeFor(request))
  return { ...activityHead(actor, study, activity), missing }
}

async function missingIn(actor: SignedIn, enrolmentId: string, activityId: string, locale: Locale) {
  const row = await activityForTrainee(actor, enrolmentId, activityId)
  const work = row && (await workIn(row))
  if (!row || !work) return null
  const { kind, config } = row.activity
  const { missing } = kinds[kind].progress(config as never, work as never)
  return missing && sayMissing(locale, kind, missing)
}

export default function ActivityPage() {
  const t = useWords(words)
  const c = useWords(common)
  const head = useLoaderData<typeof loader>()
  const { enrolmentId = '' } = useParams()
  const shut = head.withdrawn || head.state === 'locked'
  return (
    <Stack>
      <PageHeader
        over={
          <Link className="link -my-3 inline-block py-3" to={paths.outline(enrolmentId, head.moduleId)}>
            {head.module}
          </Link>
        }
        title={head.title}
      >
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <Standing head={head} />
          <span className="muted">
            {[c.kinds[head.kind], t.hours(head.hours), head.required ? null : t.optional]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </div>
      </PageHeader>
      {shut ? <Shut head={head} enrolmentId={enrolmentId} /> : <Open head={head} />}
      {!shut && <Outlet />}
    </Stack>
  )
}

function Standing({ head }: { head: Head }) {
  const t = useWords(words)
  const c = useWords(common)
  const tone = { done: 'green', again: 'amber', over: 'red' } as const
  return (
    <>
      <Tag tone={tone[head.state as keyof typeof tone] ?? 'plain'}>
        {c.state[head.state]}
        {head.score === null ? '' : ` · ${t.score(formatScore(head.score))}`}
      </Tag>
      {head.late && <Tag tone="amber">{t.late}</Tag>}
    </>
  )
}

function Open({ head }: { head: Head }) {
  const t = useWords(words)
  const locale = useLocale()
  // A deadline is the first instant after its Sunday; people name the Sunday.
  const day = formatDay(head.dueAt - 1, head.zone, locale)
  if (head.closed) return head.state === 'done' ? null : <Notice tone="amber">{t.closed[head.closed]}</Notice>
  if (head.state === 'done' || head.state === 'waiting') return null
  if (head.state === 'roll' || head.state === 'missed') return <p className="muted">{head.missing}</p>
  return (
    <p className="muted">
      {[
        head.kind === 'video' ? null : head.missing,
        head.overdue ? t.overdue(day) : head.later ? t.later(day) : t.due(day),
      ]
        .filter(Boolean)
        .join(locale === 'en' ? '. ' : '。')}
    </p>
  )
}

function Shut({ head, enrolmentId }: { head: Head; enrolmentId: string }) {
  const t = useWords(words)
  return (
    <>
      <Notice title={head.withdrawn ? t.withdrawnTitle : t.lockedTitle}>
        {head.withdrawn ? (
          t.withdrawn
        ) : (
          <Locks locks={head.locks} zone={head.zone} enrolmentId={enrolmentId} />
        )}
      </Notice>
      <div>
        <LinkButton look="ghost" to={paths.outline(enrolmentId)}>
          {t.outline}
        </LinkButton>
      </div>
    </>
  )
}
