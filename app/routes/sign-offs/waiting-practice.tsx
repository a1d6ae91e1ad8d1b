import { Form, useActionData } from '@remix-run/react'
import { Field } from '~/components/field'
import { FormKey } from '~/components/form-errors'
import { fieldId } from '~/components/hand-ins/field-id'
import { Files } from '~/components/hand-ins/files'
import { JudgeOrReturn, WaitingCard } from '~/components/hand-ins/queue'
import { queueWords } from '~/components/hand-ins/queue-words'
import { Notice } from '~/components/notice'
import { Tag } from '~/components/tag'
import { useWords } from '~/i18n'
import type { SigningAnswer, WaitingOne } from './route'
import { words } from './words'

/** One practice that waits: its evidence, item by item, and the mark. */
export function WaitingPractice({ one }: { one: WaitingOne }) {
  const t = useWords(words)
  const w = useWords(queueWords)
  const answer = useActionData<SigningAnswer>()
  const key = `${one.enrolmentId}-${one.activityId}`
  const mine =
    answer?.typed?.enrolment === one.enrolmentId && answer.typed.activity === one.activityId
      ? answer
      : undefined
  return (
    <WaitingCard one={one} title={one.title} open={mine !== undefined}>
      {one.returnedBefore && <Notice>{t.before(one.returnedBefore)}</Notice>}
      {one.items.map((item, index) => (
        <div key={item.title}>
          <h3 className="flex flex-wrap items-center gap-2 font-semibold">
            {index + 1}. {item.title}
            {item.late && <Tag tone="amber">{w.late}</Tag>}
          </h3>
          {item.text && <p className="break-words whitespace-pre-wrap">{item.text}</p>}
          {!item.text && item.files.length === 0 && <p className="muted">{t.noEvidence}</p>}
          <Files files={item.files} />
        </div>
      ))}
      <Form method="post" className="flex flex-col gap-3 border-t border-line pt-4">
        <FormKey of={key} />
        <input type="hidden" name="enrolment" value={one.enrolmentId} />
        <input type="hidden" name="activity" value={one.activityId} />
        <input type="hidden" name="seen" value={one.seen} />
        <Field
          id={fieldId('mark', key)}
          name="mark"
          label={w.mark}
          form={mine}
          type="number"
          inputMode="numeric"
          min={0}
          max={100}
          className="max-w-32"
        />
        <JudgeOrReturn of={key} intent="sign" label={t.sign} form={mine} />
      </Form>
    </WaitingCard>
  )
}
