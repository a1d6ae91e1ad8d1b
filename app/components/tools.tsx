import { type ReactNode, useRef, useState } from 'react'
import { useWords } from '~/i18n'
import { formatBytes } from '~/i18n/format'
import { Button, type ButtonLook, buttonClass } from './button'
import { cx } from './cx'
import { Field, FieldErrors } from './field'
import { errorsOf, type FormState } from './form-state'
import { Icon } from './icon'
import { words } from './words'

/** Something that unfolds where it stands: a small form, the reasons of a number. Needs no JavaScript. */
export function Fold({
  label,
  look = 'ghost',
  size = 'small',
  open,
  children,
}: {
  label: ReactNode
  look?: ButtonLook
  size?: 'normal' | 'small'
  open?: boolean
  children: ReactNode
}) {
  return (
    <details open={open} className="group">
      <summary className={cx(buttonClass(look, size), look === 'quiet' && '-ml-3')}>
        {label}
        <span aria-hidden="true" className="transition-transform group-open:rotate-90">
          <Icon name="right" size={16} />
        </span>
      </summary>
      <div className="mt-3">{children}</div>
    </details>
  )
}

/** For what cannot be undone: the word is typed before the button does anything. The action checks it again. */
export function TypedConfirmation({
  word,
  name = 'confirmation',
  form,
}: {
  word: string
  name?: string
  form?: FormState
}) {
  const t = useWords(words)
  return (
    <Field
      name={name}
      label={t.typeToConfirm(word)}
      form={form}
      required
      pattern={escapePattern(word)}
      autoComplete="off"
    />
  )
}

function escapePattern(word: string) {
  return word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}

/** Copies, and says so; without JavaScript the text beside it can still be marked. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const t = useWords(words)
  const [copied, setCopied] = useState(false)
  return (
    <Button
      look="ghost"
      size="small"
      className="self-start"
      onClick={async () => {
        await navigator.clipboard.writeText(text)
        setCopied(true)
      }}
    >
      <Icon name={copied ? 'check' : 'copy'} size={18} />
      <span aria-live="polite">{copied ? t.copied : (label ?? t.copy)}</span>
    </Button>
  )
}

/** A file to hand over: pressed or dropped onto. Its form needs `encType="multipart/form-data"`. */
export function FilePicker({
  name,
  label,
  hint,
  accept,
  maxBytes,
  multiple = false,
  required = false,
  capture,
  form,
}: {
  name: string
  label: ReactNode
  hint?: ReactNode
  accept?: string
  maxBytes: number
  multiple?: boolean
  required?: boolean
  capture?: 'environment'
  form?: FormState
}) {
  const t = useWords(words)
  const input = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState<{ name: string; size: number }[]>([])
  const errors = errorsOf(form, name)
  const tooLarge = chosen.some((file) => file.size > maxBytes)
  const own = `field-${name}`

  function look() {
    const files = [...(input.current?.files ?? [])]
    setChosen(files.map((file) => ({ name: file.name, size: file.size })))
    input.current?.setCustomValidity(
      files.some((file) => file.size > maxBytes) ? t.tooLarge(formatBytes(maxBytes)) : '',
    )
  }

  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={own} className="font-medium">
        {label}
      </label>
      {hint && (
        <p id={`${own}-hint`} className="muted -mt-1">
          {hint}
        </p>
      )}
      <div
        className={cx(
          'relative rounded-card border border-dashed bg-surface px-4 py-6 text-center has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-green',
          errors.length > 0 || tooLarge ? 'border-2 border-red' : 'border-edge',
        )}
      >
        <p className="flex items-center justify-center gap-2 font-medium text-green">
          <Icon name="upload" />
          {t.pickFile}
        </p>
        {chosen.map((file) => (
          <p key={file.name} className="mt-1 text-sm">
            {t.chosenFile(file.name, formatBytes(file.size))}
          </p>
        ))}
        <input
          ref={input}
          id={own}
          type="file"
          name={name}
          accept={accept}
          multiple={multiple}
          required={required}
          capture={capture}
          onChange={look}
          aria-describedby={hint ? `${own}-hint` : undefined}
          className="mx-auto mt-3 block max-w-full text-sm [.js_&]:absolute [.js_&]:inset-0 [.js_&]:m-0 [.js_&]:size-full [.js_&]:cursor-pointer [.js_&]:opacity-0"
        />
      </div>
      {tooLarge && <FieldErrors own={own} errors={[t.tooLarge(formatBytes(maxBytes))]} />}
      <FieldErrors own={own} errors={errors} />
    </div>
  )
}

/** What somebody said: their sign, name and time, and the words as they were typed. */
export function Said({
  name,
  role,
  when,
  mentor = false,
  avatar,
  children,
  faded = false,
  tools,
}: {
  name: string
  role?: string
  when?: ReactNode
  mentor?: boolean
  avatar: ReactNode
  children: ReactNode
  faded?: boolean
  /** What can be done with it, at the end of its first line. */
  tools?: ReactNode
}) {
  return (
    <div className={cx('flex gap-2.5', faded && 'opacity-70')}>
      {avatar}
      <div className="min-w-0 flex-1">
        <div className="flex items-start justify-between gap-2">
          <p className="text-sm">
            <span className={cx('font-semibold', mentor && 'text-green')}>{name}</span>
            {(role || when) && (
              <span className="ml-1.5 text-tiny text-ink-2">
                {role}
                {role && when ? ' · ' : ''}
                {when}
              </span>
            )}
          </p>
          {tools}
        </div>
        <div className="whitespace-pre-wrap">{children}</div>
      </div>
    </div>
  )
}
