import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { LinkButton, SubmitButton } from '~/components/button'
import { Card, Row, Rows } from '~/components/card'
import { Icon } from '~/components/icon'
import { words as common } from '~/components/learning/words'
import { Notice } from '~/components/notice'
import { PageHeader, Stack } from '~/components/page-header'
import { Attendance } from '~/components/record/attendance'
import { HourTotals, Ledger } from '~/components/record/ledger'
import { Tag } from '~/components/tag'
import { titled } from '~/components/titled'
import { attendanceOf, recordOf } from '~/domain/learning/record.queries.server'
import { studyToGuide } from '~/domain/mentoring/guided.access.server'
import { storyOf } from '~/domain/mentoring/story.queries.server'
import { requireActor } from '~/http/actor.server'
import { found } from '~/http/found.server'
import { parseId } from '~/http/ids.server'
import { useLocale, useWords } from '~/i18n'
import { formatDay, formatScore } from '~/i18n/format'
import { paths } from '~/paths'
import { words } from './words'

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export const meta = titled(words, (t, data: Data | undefined) => data?.story.name ?? t.title)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const study = found(await studyToGuide(actor, parseId(params.enrolmentId)))
  const [story, record] = await Promise.all([storyOf(actor, study), recordOf(study)])
  return { story, ...record, sessions: attendanceOf(actor, study) }
}

export default function MentoredTrainee() {
  const t = useWords(words)
  const { story, totals, entries, zone, sessions } = useLoaderData<typeof loader>()
  return (
    <Stack narrow>
      <PageHeader
        over={[story.cohort, story.group].filter(Boolean).join(' · ')}
        title={story.name}
        actions={
          <>
            {story.telephone && (
              <LinkButton to={`tel:${story.telephone}`} reloadDocument look="ghost">
                {t.call} {story.telephone}
              </LinkButton>
            )}
            <LinkButton
              to={paths.newCode(story.personId, paths.mentoredTrainee(story.enrolmentId))}
              look="quiet"
            >
              {t.newCode}
            </LinkButton>
          </>
        }
      >
        <p className="muted">{[story.unit, story.position].filter(Boolean).join(' · ')}</p>
      </PageHeader>
      {story.withdrawn && <Notice tone="amber">{t.withdrawn}</Notice>}
      <HourTotals totals={totals} />
      {story.modules.map((module) => (
        <ModuleCard key={module.id} module={module} zone={zone} />
      ))}
      <Attendance sessions={sessions} />
      <Ledger entries={entries} zone={zone} />
    </Stack>
  )
}

type Module = Data['story']['modules'][number]
type Activity = Module['activities'][number]

const leaveAlone: ReadonlySet<Activity['state']> = new Set(['done', 'started', 'todo'])

/** One module; it lies open where something of it waits for a hand. */
function ModuleCard({ module, zone }: { module: Module; zone: string }) {
  const t = useWords(words)
  const { title, activities } = module
  const required = activities.filter((one) => one.required)
  const done = required.filter((one) => one.state === 'done').length
  const needsHand = activities.some((one) => !leaveAlone.has(one.state))
  return (
    <Card flush>
      <details open={needsHand} className="group">
        <summary className="flex min-h-11 cursor-pointer list-none items-center gap-3 py-2.5 [&::-webkit-details-marker]:hidden">
          <span className="min-w-0 flex-1">
            <h2 className="text-base">{title}</h2>
            <span className="muted">{t.required(done, required.length)}</span>
          </span>
          <span className="flex-none rotate-90 text-ink-2 group-open:-rotate-90">
            <Icon name="right" size={18} />
          </span>
        </summary>
        <Rows label={title}>
          {activities.map((activity) => (
            <ActivityRow key={activity.id} activity={activity} zone={zone} />
          ))}
        </Rows>
      </details>
    </Card>
  )
}

const dots = {
  done: 'done',
  waiting: 'now',
  again: 'now',
  roll: 'now',
  missed: 'never',
  behind: 'todo',
  started: 'now',
  todo: 'todo',
} as const
const tones = {
  done: 'green',
  waiting: 'amber',
  again: 'amber',
  roll: 'amber',
  missed: 'red',
  behind: 'red',
  started: 'plain',
  todo: 'plain',
} as const

function ActivityRow({ activity, zone }: { activity: Activity; zone: string }) {
  const t = useWords(words)
  const c = useWords(common)
  const locale = useLocale()
  const { title, required, hours, state, howFar, late, score, exempt, judgement, kind } = activity
  const note = [
    t.hours(hours),
    required ? null : t.optional,
    score === null ? null : t.score(formatScore(score)),
    howFar && c.howFar(howFar),
    late ? t.late : null,
    exempt ? t.exempt : null,
  ]
  return (
    <Row
      title={title}
      note={note.filter(Boolean).join(' · ')}
      dot={dots[state]}
      dotLabel={t.state[state]}
      end={<Tag tone={tones[state]}>{t.state[state]}</Tag>}
    >
      {judgement && (
        <div className="mt-1 flex flex-wrap items-center gap-x-3">
          <span className="muted">
            {judgement.kind === 'returned' && `${t.returned} · `}
            {t.judged(judgement.by, formatDay(judgement.at, zone, locale))}
            {judgement.comment && ` · ${judgement.comment}`}
          </span>
          <Undo judgement={judgement} />
        </div>
      )}
      {state === 'waiting' && (
        <LinkButton to={kind === 'practice' ? paths.signOffs() : paths.grading()} look="quiet" size="small">
          {kind === 'practice' ? t.toSignOff : t.toGrade}
        </LinkButton>
      )}
    </Row>
  )
}

function Undo({ judgement }: { judgement: NonNullable<Activity['judgement']> }) {
  const t = useWords(words)
  const action = judgement.form === 'grade' ? paths.grading() : paths.signOffs()
  return (
    <Form method="post" action={action}>
      <input type="hidden" name="intent" value="undo" />
      <input type="hidden" name="id" value={judgement.id} />
      <SubmitButton look="quiet" size="small" action={action}>
        {t.undo}
      </SubmitButton>
    </Form>
  )
}
