import { Form, Link, useNavigation } from '@remix-run/react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { buttonClass } from '~/components/button'
import { cx } from '~/components/cx'
import { inputClass } from '~/components/field'
import { FormErrors, FormKey } from '~/components/form-errors'
import { type FormState, typedIn } from '~/components/form-state'
import { keep, keptKey, readKept } from '~/components/kept-text'
import type { ShownPost } from '~/domain/mentoring/log'
import { useWords } from '~/i18n'
import type { LiveTopic } from '~/realtime/use-room'
import { words } from './words'

/**
 * Where one writes. What is sent goes into the outbox of this device and from there to the server; without
 * JavaScript, or on a device that keeps nothing, the form itself is posted. A draft outlives a reload.
 */
export function Composer({
  room,
  self,
  form,
  me,
  replied,
  trainee,
}: {
  room: LiveTopic
  self: string
  form: FormState
  me: string
  replied: ShownPost | undefined
  trainee: boolean
}) {
  const t = useWords(words)
  const field = useRef<HTMLTextAreaElement>(null)
  const draft = keptKey(me, self, 'text')
  const [keepsNothing, setKeepsNothing] = useState(false)
  const mine = typedIn(form, 'intent') === 'post' ? form : undefined
  const navigation = useNavigation()
  const posting = navigation.formData?.get('intent') === 'post'

  useEffect(() => {
    const kept = readKept(draft)
    if (kept && field.current && field.current.value === '') field.current.value = kept
  }, [draft])

  // A form that was posted and taken leaves its field; one that was refused brings its words back.
  const posted = useRef(false)
  useEffect(() => {
    if (posting) posted.current = true
    else if (posted.current) {
      posted.current = false
      if (mine) return
      if (field.current) field.current.value = ''
      keep(draft, '')
    }
  }, [posting, mine, draft])

  function send(event: FormEvent<HTMLFormElement>) {
    const text = field.current?.value.trim() ?? ''
    if (text === '') {
      event.preventDefault()
      field.current?.focus()
      return
    }
    if (!room.post(text, replied?.id ?? null)) {
      setKeepsNothing(true)
      return
    }
    event.preventDefault()
    if (field.current) field.current.value = ''
    keep(draft, '')
    field.current?.focus()
  }

  return (
    <Form
      method="post"
      action={self}
      onSubmit={send}
      className={cx(
        'no-print sticky z-10 -mx-4 border-t border-line bg-surface px-4 py-2.5 lg:mx-0 lg:rounded-card lg:border',
        trainee ? 'bottom-[4.25rem] lg:bottom-4' : 'bottom-0 lg:bottom-4',
      )}
    >
      <FormErrors form={mine} labels={{ text: t.say }} />
      {keepsNothing && <p className="muted">{t.noKeeping}</p>}
      <FormKey />
      <input type="hidden" name="intent" value="post" />
      {replied && (
        <p className="muted flex items-center justify-between gap-3">
          <span>{t.replyTo(replied.author)}</span>
          <Link className="link inline-flex min-h-11 items-center" to={self} preventScrollReset replace>
            {t.cancel}
          </Link>
          <input type="hidden" name="replyToId" value={replied.id} />
        </p>
      )}
      <div className="flex items-end gap-2.5">
        <label htmlFor="field-text" className="sr-only">
          {t.say}
        </label>
        <textarea
          ref={field}
          id="field-text"
          name="text"
          rows={1}
          required
          placeholder={t.say}
          defaultValue={typedIn(mine, 'text')}
          onInput={(event) => {
            keep(draft, event.currentTarget.value)
            room.typed()
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
              event.currentTarget.form?.requestSubmit()
          }}
          className={cx(inputClass(false), 'field-sizing-content max-h-40 resize-none')}
        />
        <button type="submit" className={cx(buttonClass(), 'flex-none')}>
          {t.send}
        </button>
      </div>
    </Form>
  )
}
