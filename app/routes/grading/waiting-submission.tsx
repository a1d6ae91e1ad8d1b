import { Form, Link, useActionData } from '@remix-run/react'
import { SubmitButton } from '~/components/button'
import { Card } from '~/components/card'
import { Field, TextArea } from '~/components/field'
import { FormKey } from '~/components/form-errors'
import { Files } from '~/components/hand-ins/files'
import { queueWords } from '~/components/hand-ins/queue-words'
import { Tag } from '~/components/tag'
import { Fold } from '~/components/tools'
import { useLocale, useWords } from '~/i18n'
import { formatDayTime, formatScore } from '~/i18n/format'
import { paths } from '~/paths'
import type { GradingAnswer, WaitingOne } from './route'
import { words } from './words'

/** One submission that waits: read and marked where it stands. */
export function WaitingSubmission({ one }: { one: WaitingOne }) {
  const t = useWords(words)
  const w = useWords(queueWords)
  const locale = useLocale()
  const answer = useActionData<GradingAnswer>()
  const mine = answer?.typed?.submission === one.id ? answer : undefined
  return (
    <Card>
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h2>
          <Link className="link" to={paths.mentoredTrainee(one.enrolmentId)}>
            {one.name}
          </Link>
        </h2>
        <span className="muted">{w.since(formatDayTime(one.since, one.zone, locale))}</span>
      </div>
      <p className="flex flex-wrap items-center gap-2">
        {one.title}
        {one.version > 1 && <Tag tone="plain">{t.version(one.version)}</Tag>}
        {one.late && <Tag tone="amber">{w.late}</Tag>}
      </p>
      <p className="muted mb-2">{[one.unit, one.group].filter(Boolean).join(' · ')}</p>
      <Fold label={w.read} open={mine !== undefined}>
        <div className="flex flex-col gap-4">
          <Fold label={t.task} look="quiet">
            <p className="muted whitespace-pre-wrap">{one.task}</p>
          </Fold>
          <p className="break-words whitespace-pre-wrap">{one.text || t.noText}</p>
          <Files files={one.files} />
          <Marking one={one} answer={mine} />
        </div>
      </Fold>
    </Card>
  )
}

function Marking({
  one,
  answer,
}: {
  one: WaitingOne
  answer: ReturnType<typeof useActionData<GradingAnswer>>
}) {
  const t = useWords(words)
  const w = useWords(queueWords)
  return (
    <Form method="post" className="flex flex-col gap-3 border-t border-line pt-4">
      <FormKey of={one.id} />
      <input type="hidden" name="submission" value={one.id} />
      {one.rubric ? (
        <div className="grid gap-3 sm:grid-cols-3">
          {one.rubric.map((row, index) => (
            <Field
              key={row.name}
              id={`points-${index} ${one.id}`}
              name={`points[${index}]`}
              label={t.row(row.name, formatScore(row.points))}
              form={answer}
              type="number"
              inputMode="decimal"
              step="0.5"
              min={0}
              max={row.points}
              required
            />
          ))}
        </div>
      ) : (
        <Field
          id={`mark ${one.id}`}
          name="mark"
          label={w.mark}
          form={answer}
          type="number"
          inputMode="decimal"
          step="0.5"
          min={0}
          max={100}
          required
          className="max-w-32"
        />
      )}
      <TextArea
        id={`comment ${one.id}`}
        name="comment"
        label={w.comment}
        form={answer}
        rows={3}
        maxLength={2000}
      />
      <div className="flex flex-wrap gap-2.5">
        <SubmitButton name="intent" value="grade">
          {t.grade}
        </SubmitButton>
        <SubmitButton name="intent" value="return" look="ghost" formNoValidate>
          {w.returnIt}
        </SubmitButton>
      </div>
    </Form>
  )
}
