import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx'
import { FieldErrors } from './field'
import { errorsOf, type FormState, typedIn } from './form-state'

/** A box to tick, with its words beside it; the whole line can be pressed. */
export function Checkbox({
  name,
  label,
  hint,
  form,
  ...input
}: { name: string; label: ReactNode; hint?: ReactNode; form?: FormState } & Omit<
  ComponentProps<'input'>,
  'form'
>) {
  const errors = errorsOf(form, name)
  const typed = typedIn(form, name)
  return (
    <div>
      <label className="flex min-h-11 items-start gap-3 py-2.5">
        <input
          {...input}
          type="checkbox"
          name={name}
          id={input.id ?? `field-${name}`}
          defaultChecked={
            input.checked === undefined
              ? form?.typed
                ? typed !== undefined
                : input.defaultChecked
              : undefined
          }
          className="mt-1 size-5 flex-none accent-green"
        />
        <span>
          {label}
          {hint && <span className="muted block">{hint}</span>}
        </span>
      </label>
      <FieldErrors own={`field-${name}`} errors={errors} />
    </div>
  )
}

export type Option = { value: string; label: ReactNode; note?: ReactNode; disabled?: boolean }

/** Answers under one another, one or (with `many`) several of which are chosen. */
export function Choices({
  name,
  legend,
  hint,
  options,
  many = false,
  defaultValue = [],
  form,
  hideLegend = false,
  required,
  onChange,
}: {
  name: string
  legend: ReactNode
  hint?: ReactNode
  options: Option[]
  many?: boolean
  defaultValue?: string[]
  form?: FormState
  hideLegend?: boolean
  required?: boolean
  onChange?: (value: string, checked: boolean) => void
}) {
  const errors = errorsOf(form, name)
  const typed = typedIn(form, name)
  const chosen = typed === undefined ? defaultValue : typed.split('\n')
  return (
    <fieldset id={`field-${name}`} className="flex min-w-0 flex-col gap-2.5">
      <legend className={cx('mb-1.5 font-medium', hideLegend && 'sr-only')}>{legend}</legend>
      {hint && <p className="muted">{hint}</p>}
      {options.map((option) => (
        <label
          key={option.value}
          className="flex min-h-[52px] items-center gap-3 rounded-xl border border-line bg-surface px-3.5 py-2.5 has-checked:border-green has-checked:bg-green-soft has-checked:ring-1 has-checked:ring-green has-disabled:opacity-60 has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-green"
        >
          <input
            type={many ? 'checkbox' : 'radio'}
            name={name}
            value={option.value}
            defaultChecked={chosen.includes(option.value)}
            disabled={option.disabled}
            required={required && !many}
            onChange={onChange && ((event) => onChange(option.value, event.currentTarget.checked))}
            className="size-5 flex-none accent-green"
          />
          <span className="min-w-0">
            {option.label}
            {option.note && <span className="muted block">{option.note}</span>}
          </span>
        </label>
      ))}
      <FieldErrors own={`field-${name}`} errors={errors} />
    </fieldset>
  )
}

const segments = {
  green: 'has-checked:bg-green has-checked:text-on-green',
  amber: 'has-checked:bg-amber-soft has-checked:text-amber',
  red: 'has-checked:bg-red-soft has-checked:text-red',
  plain: 'has-checked:bg-green-soft has-checked:text-green',
}

/** A row of short answers of which one is chosen: 到 迟 假 缺. Each needs its full word for who cannot see the row. */
export function Segmented({
  name,
  legend,
  options,
  defaultValue,
  value,
  onChange,
  form,
}: {
  name: string
  legend: string
  options: { value: string; label: string; title?: string; tone?: keyof typeof segments }[]
  defaultValue?: string | null
  value?: string | null
  onChange?: (value: string) => void
  /** The id of the form that it belongs to, where it does not stand in it. */
  form?: string
}) {
  return (
    <fieldset className="inline-flex overflow-hidden rounded-[10px] border border-line">
      <legend className="sr-only">{legend}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          title={option.title}
          className={cx(
            'grid min-h-11 min-w-11 place-items-center border-l border-line px-2 text-sm text-ink-2 first-of-type:border-l-0 has-checked:font-semibold has-focus-visible:outline-3 has-focus-visible:-outline-offset-3 has-focus-visible:outline-green',
            segments[option.tone ?? 'plain'],
          )}
        >
          <input
            type="radio"
            form={form}
            name={name}
            value={option.value}
            className="sr-only"
            {...(onChange
              ? { checked: value === option.value, onChange: () => onChange(option.value) }
              : { defaultChecked: defaultValue === option.value })}
          />
          <span aria-hidden={option.title !== undefined || undefined}>{option.label}</span>
          {option.title && <span className="sr-only">{option.title}</span>}
        </label>
      ))}
    </fieldset>
  )
}
