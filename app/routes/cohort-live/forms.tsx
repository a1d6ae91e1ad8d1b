import { TZDate } from '@date-fns/tz'
import { Form } from '@remix-run/react'
import { format } from 'date-fns'
import { SubmitButton } from '~/components/button'
import { Field } from '~/components/field'
import { FormErrors, FormKey } from '~/components/form-errors'
import type { FormState } from '~/components/form-state'
import { Tag } from '~/components/tag'
import { Fold } from '~/components/tools'
import { useWords } from '~/i18n'
import type { Live } from './route'
import { words } from './words'

type Part = { live: Live; form: FormState }

export function TimeForm({ live, form }: Part) {
  const t = useWords(words)
  const { activityId, when, zone } = live
  const written = (instant: number | undefined, how: string) =>
    instant === undefined ? undefined : format(new TZDate(instant, zone), how)
  const mine = form?.typed?.intent === 'set' ? form : undefined
  return (
    <Fold label={t.set} open={when === null || mine !== undefined}>
      <Form method="post" className="mt-2 flex flex-col gap-3">
        <FormErrors form={mine} labels={{ day: t.day, from: t.from, until: t.until, link: t.link }} />
        <FormKey of={`set ${activityId}`} />
        <input type="hidden" name="intent" value="set" />
        <input type="hidden" name="activityId" value={activityId} />
        <div className="grid gap-3 sm:grid-cols-3">
          <Field
            name="day"
            type="date"
            label={t.day}
            form={mine}
            defaultValue={written(when?.startsAt, 'yyyy-MM-dd')}
            required
          />
          <Field
            name="from"
            type="time"
            label={t.from}
            form={mine}
            defaultValue={written(when?.startsAt, 'HH:mm')}
            required
          />
          <Field
            name="until"
            type="time"
            label={t.until}
            form={mine}
            defaultValue={written(when?.endsAt, 'HH:mm')}
            required
          />
        </div>
        <Field name="link" type="url" label={t.link} form={mine} defaultValue={when?.link} required />
        <div>
          <SubmitButton>{t.save}</SubmitButton>
        </div>
      </Form>
    </Fold>
  )
}

export function MarksForm({ live, form }: Part) {
  const t = useWords(words)
  const mine = form?.typed?.intent === 'mark' ? form : undefined
  if (live.people.length === 0) return live.everybody > 0 ? <p className="muted mt-4">{t.nobody}</p> : null
  return (
    <Form method="post" className="mt-4">
      <h3 className="font-semibold">
        {t.marks} <span className="muted">{t.count(live.found)}</span>
      </h3>
      <p className="muted mb-2">
        {live.pages > 1 ? `${t.marksHint(live.needed)}${t.eachPage}` : t.marksHint(live.needed)}
      </p>
      <FormErrors form={mine} />
      <FormKey of={`mark ${live.activityId}`} />
      <input type="hidden" name="intent" value="mark" />
      <input type="hidden" name="activityId" value={live.activityId} />
      <ul className="divide-y divide-line">
        {live.people.map((one) => (
          <li key={one.enrolmentId} className="flex min-h-11 items-center gap-3 py-2">
            <div className="min-w-0 flex-1">
              <p>{one.name}</p>
              <p className="muted">{[one.unit, one.group].filter(Boolean).join(' · ')}</p>
            </div>
            {one.joined && <Tag>{t.joined}</Tag>}
            <input
              name={`minutes.${one.enrolmentId}`}
              aria-label={t.minutesOf(one.name)}
              inputMode="numeric"
              pattern="\d{1,3}"
              defaultValue={mine?.typed?.[`minutes.${one.enrolmentId}`] ?? ''}
              placeholder={one.minutes === null ? '' : String(one.minutes)}
              className="min-h-11 w-20 flex-none rounded-btn border border-edge bg-surface px-2 text-right"
            />
            <span className="muted flex-none">{t.minutes}</span>
          </li>
        ))}
      </ul>
      <div className="mt-3">
        <SubmitButton>{t.mark}</SubmitButton>
      </div>
    </Form>
  )
}
