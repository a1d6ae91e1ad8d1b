import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useLocation } from '@remix-run/react'
import { SubmitButton } from '~/components/button'
import { Card, EmptyState } from '~/components/card'
import { Segmented } from '~/components/choice'
import { FormErrors, FormKey } from '~/components/form-errors'
import { KeptText } from '~/components/kept-text'
import { openActivity } from '~/http/activity.server'
import { redirectWith } from '~/http/flash.server'
import { readFields } from '~/http/forms.server'
import { refused } from '~/http/found.server'
import { useWords, wordsFor } from '~/i18n'
import { localeFor } from '~/i18n/request.server'
import { paths } from '~/paths'
import { LONGEST_ANSWER, type SurveyQuestion } from './survey'
import { answerSurvey } from './survey.server'
import { words } from './words'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { activity } = await openActivity(request, params, 'survey')
  const { questions, anonymous } = activity.activity.config
  return { questions, anonymous, answered: activity.outcome?.handedInAt != null }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, activity } = await openActivity(request, params, 'survey')
  const t = wordsFor(localeFor(request), words)
  const typed = Object.fromEntries(await readFields(request))
  const done = await answerSurvey(actor, activity, typed)
  if ('refused' in done) {
    if (done.refused !== 'unanswered' && done.refused !== 'too-long')
      return refused(t[done.refused], { typed })
    const [all, one] =
      done.refused === 'unanswered' ? [t.unanswered, t.choose] : [t.tooLong, t.shorten(LONGEST_ANSWER)]
    const errors = Object.fromEntries(done.questions.map((question) => [question, [one]]))
    return data({ values: null, errors, typed, refused: all }, { status: 400 })
  }
  return redirectWith(paths.activityOf(activity.enrolmentId, activity.activity.id, 'survey'), {
    text: t.thanks,
  })
}

export default function SurveyPage() {
  const t = useWords(words)
  const { questions, anonymous, answered } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  const { pathname } = useLocation()
  if (answered) return <EmptyState title={t.answeredTitle}>{t.answered}</EmptyState>
  const labels = Object.fromEntries(questions.map((one) => [one.id, one.text]))
  return (
    <Form method="post" className="flex flex-col gap-4">
      <p className="muted">{anonymous ? t.anonymous : t.named}</p>
      <FormErrors form={form} labels={labels} />
      <FormKey />
      {questions.map((question) => (
        <Card key={question.id} id={question.type === 'scale' ? `field-${question.id}` : undefined}>
          {question.type === 'scale' ? (
            <Scale
              question={question}
              typed={form?.typed?.[question.id]}
              error={form?.errors?.[question.id]?.[0]}
            />
          ) : (
            <KeptText
              place={pathname}
              name={question.id}
              label={question.text}
              form={form}
              required={false}
              rows={4}
            />
          )}
        </Card>
      ))}
      <SubmitButton wide>{t.submit}</SubmitButton>
    </Form>
  )
}

function Scale({
  question,
  typed,
  error,
}: {
  question: Extract<SurveyQuestion, { type: 'scale' }>
  typed?: string
  error?: string
}) {
  const t = useWords(words)
  const { id, text, from, to } = question
  const steps = Array.from({ length: to - from + 1 }, (_, index) => String(from + index))
  return (
    <>
      <p className="font-medium">{text}</p>
      <p className="muted mb-2">{t.scale(from, to)}</p>
      <Segmented
        name={id}
        legend={text}
        options={steps.map((step) => ({ value: step, label: step }))}
        defaultValue={typed ?? null}
      />
      {error && <p className="mt-1 text-sm text-red">{error}</p>}
    </>
  )
}
