import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { LinkButton } from '~/components/button'
import { Card, Row, Rows } from '~/components/card'
import { FormErrors } from '~/components/form-errors'
import { PageHeader, Stack, TwoColumns } from '~/components/page-header'
import { Attendance } from '~/components/record/attendance'
import { HourTotals, Ledger } from '~/components/record/ledger'
import { Tag } from '~/components/tag'
import { titled } from '~/components/titled'
import { VerdictList } from '~/components/verdict-list'
import { certificatesOf } from '~/domain/certificates/certificates.queries.server'
import { cohortToManage } from '~/domain/cohorts/cohort.access.server'
import { verdictOf } from '~/domain/completion/facts.queries.server'
import { shownVerdict } from '~/domain/completion/shown'
import { storyOf } from '~/domain/completion/story.queries.server'
import { enrolmentToManage } from '~/domain/enrolment/enrolment.access.server'
import { attendanceOf, recordOf } from '~/domain/learning/record.queries.server'
import { studyToGuide } from '~/domain/mentoring/guided.access.server'
import { requireActor } from '~/http/actor.server'
import { redirectWith } from '~/http/flash.server'
import { parseForm } from '~/http/forms.server'
import { found, refused } from '~/http/found.server'
import { parseId } from '~/http/ids.server'
import { useLocale, useWords } from '~/i18n'
import { formatDate, formatDay } from '~/i18n/format'
import { localeFor } from '~/i18n/request.server'
import { paths } from '~/paths'
import { act } from './act.server'
import { EnrolmentForm } from './enrolment.schema'
import { ConcessionForm, DecisionForms, idOf, StandingForm } from './forms'
import { words } from './words'

type Data = { name: string }

export const meta = titled(words, (t, loaded: Data | undefined) => loaded?.name ?? t.title)

async function rowsFor(request: Request, params: LoaderFunctionArgs['params']) {
  const actor = await requireActor(request)
  const cohort = found(await cohortToManage(actor, parseId(params.cohortId)))
  const enrolment = found(await enrolmentToManage(actor, parseId(params.enrolmentId)))
  found(enrolment.cohortId === cohort.id ? enrolment : null)
  return { actor, cohort, enrolment }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, cohort, enrolment } = await rowsFor(request, params)
  const locale = localeFor(request)
  const study = found(await studyToGuide(actor, enrolment.id))
  const [story, record, { verdict, frame }, certificates] = await Promise.all([
    storyOf(actor, enrolment),
    recordOf(study),
    verdictOf(actor, enrolment),
    certificatesOf(enrolment),
  ])
  const activities = [...frame.curriculum.activities.values()].map(({ id, title }) => ({ id, title }))
  const title = (id: string | null) => activities.find((one) => one.id === id)?.title ?? null
  return {
    cohortId: cohort.id,
    enrolmentId: enrolment.id,
    ...story,
    concessions: story.concessions.map((one) => ({ ...one, activity: title(one.activityId) })),
    ...record,
    sessions: attendanceOf(actor, study),
    activities,
    certificates,
    verdict: shownVerdict(locale, verdict, frame.curriculum, (at) => formatDay(at, cohort.timeZone, locale)),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const rows = await rowsFor(request, params)
  const form = await parseForm(request, EnrolmentForm)
  if (form.errors) return data(form, { status: 400 })
  const done = await act(request, rows, form.values)
  if ('refused' in done) return refused(done.refused, { typed: form.typed, field: done.field })
  return redirectWith(paths.enrolment(rows.cohort.id, rows.enrolment.id), { text: done.said })
}

export default function EnrolmentPage() {
  const loaded = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  const t = useWords(words)
  const locale = useLocale()
  const { verdict, timeZone, concessions } = loaded
  const day = (at: string) => formatDate(at, timeZone, locale)
  return (
    <Stack>
      <PageHeader
        over={`${loaded.cohort} · ${loaded.unit}`}
        title={loaded.name}
        actions={
          <LinkButton
            to={paths.newCode(loaded.personId, paths.enrolment(loaded.cohortId, loaded.enrolmentId))}
            look="quiet"
          >
            {t.newCode}
          </LinkButton>
        }
      >
        <p className="muted">
          {[loaded.number, loaded.telephone].filter(Boolean).join(' · ')}{' '}
          {loaded.withdrawn && <Tag tone="plain">{t.withdrawn}</Tag>}
        </p>
      </PageHeader>
      <FormErrors
        form={form}
        labels={{ reason: t.reason, until: t.untilLabel, kind: t.kind, activityId: t.activity }}
        idOf={(name) => idOf(name, form?.typed.intent)}
      />
      <TwoColumns
        aside={
          <>
            <DecisionForms {...loaded} form={form} />
            <StandingForm withdrawn={loaded.withdrawn} form={form} />
          </>
        }
      >
        <h2>{verdict.headline}</h2>
        <VerdictList label={t.parts} parts={verdict.parts} />
        <Card flush title={t.concessions}>
          {concessions.length === 0 && <p className="muted py-3">{t.noConcessions}</p>}
          <Rows label={t.concessions}>
            {concessions.map((one) => (
              <Row
                key={one.id}
                title={[
                  t.kinds[one.kind],
                  one.activity,
                  one.until && t.until(day(new Date(Date.parse(one.until) - 1).toISOString())),
                ]
                  .filter(Boolean)
                  .join(' · ')}
                note={`${one.reason} · ${t.by(one.by, day(one.at))}`}
              />
            ))}
          </Rows>
          <ConcessionForm activities={loaded.activities} form={form} />
        </Card>
        <Attendance sessions={loaded.sessions} />
        <HourTotals totals={loaded.totals} />
        <Ledger entries={loaded.entries} zone={loaded.zone} />
      </TwoColumns>
    </Stack>
  )
}
