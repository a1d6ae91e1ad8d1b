import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useLocation } from '@remix-run/react'
import { useState } from 'react'
import { SubmitButton } from '~/components/button'
import { Card } from '~/components/card'
import { FormErrors, FormKey } from '~/components/form-errors'
import { Rubric } from '~/components/hand-ins/judgement'
import { SubmissionCard } from '~/components/hand-ins/submission'
import { KeptText } from '~/components/kept-text'
import { Notice } from '~/components/notice'
import { Stack } from '~/components/page-header'
import { Fold } from '~/components/tools'
import { refusalAt } from '~/domain/learning/deadlines'
import { versionsOf } from '~/domain/learning/submissions.queries.server'
import { openActivity } from '~/http/activity.server'
import { redirectWith } from '~/http/flash.server'
import { parseForm } from '~/http/forms.server'
import { refused } from '~/http/found.server'
import { useWords, wordsFor } from '~/i18n'
import { localeFor } from '~/i18n/request.server'
import { paths } from '~/paths'
import { caseStudy, charactersIn } from './case-study'
import { caseStudyServer, handInCaseStudy } from './case-study.server'
import { CaseStudyForm } from './case-study-form.schema'
import { words } from './words'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, activity } = await openActivity(request, params, 'case-study')
  const { config } = activity.activity
  const [work, versions] = await Promise.all([caseStudyServer.work(activity), versionsOf(activity)])
  const { confirmed, awaits } = caseStudy.progress(config, work)
  const open = !confirmed && awaits === 'trainee' && !refusalAt(activity.deadline, actor.at)
  return {
    ...caseStudy.forTrainee(config),
    versions,
    zone: activity.cohort.timeZone,
    open,
    waiting: awaits === 'mentor',
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, activity } = await openActivity(request, params, 'case-study')
  const form = await parseForm(request, CaseStudyForm, words)
  if (form.errors) return data(form, { status: 400 })
  const done = await handInCaseStudy(actor, activity, form.values)
  const t = wordsFor(localeFor(request), words)
  if (done.refused === 'too-short') {
    return refused(t.refused['too-short'](done.characters, done.minCharacters), { typed: form.typed })
  }
  if (done.refused) return refused(t.refused[done.refused], { typed: form.typed })
  const { enrolmentId } = activity
  return redirectWith(paths.activityOf(enrolmentId, activity.activity.id, 'case-study'), { text: t.handedIn })
}

export default function CaseStudyPage() {
  const t = useWords(words)
  const { text, rubric, minCharacters, passMark, versions, zone, open, waiting } =
    useLoaderData<typeof loader>()
  const [newest, ...earlier] = versions
  return (
    <Stack>
      <Card title={t.theCase}>
        <p className="whitespace-pre-wrap">{text}</p>
      </Card>
      {waiting && <Notice>{t.waiting}</Notice>}
      {newest && <SubmissionCard submission={newest} rubric={rubric} zone={zone} />}
      {open && <Writing again={newest?.text ?? null} least={minCharacters} />}
      {!newest?.judgement?.points && (
        <Card title={t.rubric} aside={passMark === null ? undefined : t.passMark(passMark)}>
          <Rubric rubric={rubric} />
        </Card>
      )}
      {earlier.length > 0 && (
        <Fold label={t.earlier(earlier.length)}>
          <Stack>
            {earlier.map((one) => (
              <SubmissionCard key={one.id} submission={one} rubric={rubric} zone={zone} />
            ))}
          </Stack>
        </Fold>
      )}
    </Stack>
  )
}

function Writing({ again, least }: { again: string | null; least: number }) {
  const t = useWords(words)
  const form = useActionData<typeof action>()
  const { pathname } = useLocation()
  const [counted, setCounted] = useState<number | null>(null)
  return (
    <Card title={again === null ? undefined : t.again}>
      <Form method="post" className="flex flex-col gap-3">
        <FormErrors form={form} labels={{ text: t.write }} />
        <FormKey />
        <KeptText
          place={pathname}
          name="text"
          label={t.write}
          hint={t.hint(least)}
          form={form}
          rows={12}
          required
          defaultValue={again ?? undefined}
          onInput={(event) => setCounted(charactersIn(event.currentTarget.value))}
        />
        <p className="muted" aria-live="polite">
          {counted === null ? '' : t.counted(counted, least)}
        </p>
        <div>
          <SubmitButton>{t.submit}</SubmitButton>
        </div>
      </Form>
    </Card>
  )
}
