import type { ComponentProps, ReactNode } from 'react'
import { useWords } from '~/i18n'
import { cx } from './cx'
import { errorsOf, type FormState, typedIn } from './form-state'
import { words } from './words'

export type FieldProps = {
  name: string
  label: ReactNode
  hint?: ReactNode
  /** The action's data: its errors stand beside the field, and what was typed comes back into it. */
  form?: FormState
  /** Where one page has two fields of one name. */
  id?: string
  /** For a label that only a screen reader needs, as in a search box. */
  hideLabel?: boolean
}

export const inputClass = (wrong: boolean) =>
  cx(
    'block min-h-11 w-full rounded-btn border bg-surface px-3.5 py-2 text-base text-ink placeholder:text-ink-2',
    wrong ? 'border-2 border-red' : 'border-edge',
  )

export function fieldIds(name: string, id: string | undefined, hint: unknown, errors: string[]) {
  const own = id ?? `field-${name}`
  const described = [hint ? `${own}-hint` : '', errors.length > 0 ? `${own}-error` : '']
    .filter(Boolean)
    .join(' ')
  return { own, described: described || undefined }
}

/** A label above, a hint below it, the mistakes beside the field that has them. */
export function FieldFrame({
  own,
  label,
  hint,
  errors,
  required,
  hideLabel,
  children,
}: {
  own: string
  label: ReactNode
  hint?: ReactNode
  errors: string[]
  required?: boolean
  hideLabel?: boolean
  children: ReactNode
}) {
  const t = useWords(words)
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={own} className={cx('font-medium', hideLabel && 'sr-only')}>
        {label}
        {required === false && <span className="ml-2 text-tiny font-normal text-ink-2">{t.optional}</span>}
      </label>
      {hint && (
        <p id={`${own}-hint`} className="muted -mt-1">
          {hint}
        </p>
      )}
      {children}
      <FieldErrors own={own} errors={errors} />
    </div>
  )
}

export function FieldErrors({ own, errors }: { own: string; errors: string[] }) {
  if (errors.length === 0) return null
  return (
    <p id={`${own}-error`} className="text-sm font-medium text-red">
      {errors.join(' ')}
    </p>
  )
}

/** What every input has: its frame, and the attributes that tie it to its label, hint and mistakes. */
function useField<Of extends { required?: boolean }>({
  name,
  label,
  hint,
  form,
  id,
  hideLabel,
  className,
  ...own
}: FieldProps & { className?: string } & Of) {
  const errors = errorsOf(form, name)
  const ids = fieldIds(name, id, hint, errors)
  const frame = { own: ids.own, label, hint, errors, hideLabel, required: own.required }
  const input = {
    id: ids.own,
    name,
    'aria-invalid': errors.length > 0 || undefined,
    'aria-describedby': ids.described,
    className: cx(inputClass(errors.length > 0), className),
  }
  return { frame, input, own, typed: typedIn(form, name) }
}

/** One line to fill in. */
export function Field(field: FieldProps & Omit<ComponentProps<'input'>, 'form'>) {
  const { frame, input, own, typed } = useField(field)
  return (
    <FieldFrame {...frame}>
      <input
        {...own}
        {...input}
        defaultValue={own.value === undefined ? (typed ?? own.defaultValue) : undefined}
      />
    </FieldFrame>
  )
}

export function Select(
  field: FieldProps & { options: { value: string; label: string }[] } & Omit<
      ComponentProps<'select'>,
      'form'
    >,
) {
  const t = useWords(words)
  const { frame, input, own, typed } = useField(field)
  const { options, ...select } = own
  const initial = typed ?? select.defaultValue
  const unchosen = !initial && select.value === undefined && options.every(({ value }) => value !== '')
  return (
    <FieldFrame {...frame}>
      <select {...select} {...input} defaultValue={select.value === undefined ? (initial ?? '') : undefined}>
        {unchosen && <option value="">{t.choose}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

/** Several lines, without keeping; where somebody writes more than a line use `KeptText`. */
export function TextArea(field: FieldProps & Omit<ComponentProps<'textarea'>, 'form'>) {
  const { frame, input, own, typed } = useField(field)
  return (
    <FieldFrame {...frame}>
      <textarea
        rows={4}
        {...own}
        {...input}
        defaultValue={own.value === undefined ? (typed ?? own.defaultValue ?? '') : undefined}
      />
    </FieldFrame>
  )
}
