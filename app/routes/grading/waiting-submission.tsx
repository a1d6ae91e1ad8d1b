import { Form, useActionData } from '@remix-run/react'
import { Field } from '~/components/field'
import { FormKey } from '~/components/form-errors'
import { fieldId } from '~/components/hand-ins/field-id'
import { Files } from '~/components/hand-ins/files'
import { JudgeOrReturn, WaitingCard } from '~/components/hand-ins/queue'
import { queueWords } from '~/components/hand-ins/queue-words'
import { Tag } from '~/components/tag'
import { Fold } from '~/components/tools'
import { useWords } from '~/i18n'
import { formatScore } from '~/i18n/format'
import type { GradingAnswer, WaitingOne } from './route'
import { words } from './words'

/** One submission that waits: read and marked where it stands. */
export function WaitingSubmission({ one }: { one: WaitingOne }) {
  const t = useWords(words)
  const w = useWords(queueWords)
  const answer = useActionData<GradingAnswer>()
  const mine = answer?.typed?.submission === one.id ? answer : undefined
  const title = (
    <>
      {one.title}
      {one.version > 1 && <Tag tone="plain">{t.version(one.version)}</Tag>}
      {one.late && <Tag tone="amber">{w.late}</Tag>}
    </>
  )
  return (
    <WaitingCard one={one} title={title} open={mine !== undefined}>
      <Fold label={t.task} look="quiet">
        <p className="muted whitespace-pre-wrap">{one.task}</p>
      </Fold>
      <p className="break-words whitespace-pre-wrap">{one.text || t.noText}</p>
      <Files files={one.files} />
      <Marking one={one} answer={mine} />
    </WaitingCard>
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
              id={fieldId(`points[${index}]`, one.id)}
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
          id={fieldId('mark', one.id)}
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
      <JudgeOrReturn of={one.id} intent="grade" label={t.grade} form={answer} />
    </Form>
  )
}
