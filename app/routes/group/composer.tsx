import { Form, Link, useNavigation } from '@remix-run/react'
import { type FormEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { buttonClass } from '~/components/button'
import { cx } from '~/components/cx'
import { inputClass } from '~/components/field'
import { FormErrors, FormKey } from '~/components/form-errors'
import { type FormState, typedIn } from '~/components/form-state'
import { keep, readKept } from '~/components/kept-text'
import type { ShownPost } from '~/domain/mentoring/log'
import { refusalOfText, wordsOf } from '~/domain/mentoring/post'
import { useWords } from '~/i18n'
import type { LiveTopic } from '~/realtime/use-room'
import { words } from './words'

type Props = {
  room: LiveTopic
  self: string
  form: FormState
  field: RefObject<HTMLTextAreaElement>
  /** Under what the draft lies on this device; it outlives a reload. */
  draft: string
  replied: ShownPost | undefined
  answerNobody(): void
}

/**
 * Where one writes. What is sent goes into the outbox of this device and from there to the server; without
 * JavaScript, or on a device that keeps nothing, the form itself is posted.
 */
export function Composer({ room, self, form, field, draft, replied, answerNobody }: Props) {
  const t = useWords(words)
  const [mistake, setMistake] = useState<'too-long' | 'keeps-nothing' | null>(null)
  const mine = typedIn(form, 'intent') === 'post' ? form : undefined
  const navigation = useNavigation()
  const posting = navigation.formData?.get('intent') === 'post'

  function write(text: string) {
    if (field.current) field.current.value = text
    keep(draft, text)
    grow(field.current)
  }

  useEffect(() => {
    const kept = readKept(draft)
    if (!kept || field.current?.value !== '') return
    field.current.value = kept
    grow(field.current)
  }, [draft, field])

  // A form that was posted and taken leaves its field; one that was refused brings its words back.
  const posted = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: when a post has come back, and only then
  useEffect(() => {
    if (posting) posted.current = true
    else if (posted.current) {
      posted.current = false
      if (mine) return
      write('')
      answerNobody()
    }
  }, [posting, mine])

  function send(event: FormEvent<HTMLFormElement>) {
    const text = wordsOf(field.current?.value ?? '')
    const refusal = refusalOfText(text)
    setMistake(refusal === 'too-long' ? refusal : null)
    if (refusal) {
      event.preventDefault()
      field.current?.focus()
      return
    }
    if (!room.post(text, replied?.id ?? null)) {
      setMistake('keeps-nothing')
      return
    }
    event.preventDefault()
    write('')
    answerNobody()
    field.current?.focus()
  }

  return (
    <Form
      method="post"
      action={self}
      onSubmit={send}
      className="no-print -mx-4 border-t border-line bg-surface px-4 py-2.5 lg:mx-0 lg:rounded-card lg:border"
    >
      <FormErrors form={mine} labels={{ text: t.say }} />
      {mistake && (
        <p role="alert" className="pb-1.5 text-sm font-medium text-red">
          {mistake === 'too-long' ? t.refused['too-long'] : t.noKeeping}
        </p>
      )}
      <FormKey />
      <input type="hidden" name="intent" value="post" />
      {replied && (
        <p className="muted flex items-center justify-between gap-3">
          <span className="min-w-0 truncate">
            {t.replyTo(replied.author)}
            {replied.text && `${t.colon}${replied.text.slice(0, 60)}`}
          </span>
          <Link
            className="link inline-flex min-h-11 flex-none items-center"
            to={self}
            onClick={answerNobody}
            preventScrollReset
            replace
          >
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
          aria-describedby="composer-keys"
          defaultValue={typedIn(mine, 'text')}
          onInput={(event) => {
            keep(draft, event.currentTarget.value)
            grow(event.currentTarget)
            room.typed()
          }}
          onKeyDown={sendOnEnter}
          className={cx(inputClass(false), 'field-sizing-content max-h-40 resize-none')}
        />
        <button type="submit" className={cx(buttonClass(), 'flex-none')}>
          {t.send}
        </button>
      </div>
      <p id="composer-keys" className="hidden pt-1 text-xs text-ink-2 lg:pointer-fine:block">
        {t.keys}
      </p>
    </Form>
  )
}

// On a phone Enter begins a line. An input method takes Enter for itself while it composes a word.
function sendOnEnter(event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
  const wanted = event.ctrlKey || event.metaKey || window.matchMedia('(pointer: fine)').matches
  if (!wanted) return
  event.preventDefault()
  event.currentTarget.form?.requestSubmit()
}

// For browsers whose fields do not grow with their text by themselves.
function grow(field: HTMLTextAreaElement | null) {
  if (!field || CSS.supports('field-sizing', 'content')) return
  field.style.height = 'auto'
  field.style.height = `${field.scrollHeight + 2}px`
}
