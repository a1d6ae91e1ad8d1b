import { useEffect, useRef } from 'react'
import { useLocale, useWords } from '~/i18n'
import type { FormState } from './form-state'
import { useRoot } from './root-data'
import { words } from './words'

/**
 * At the top of a form: why it was refused, and each mistake with a link to its field. `labels` names the fields,
 * `idOf` finds them where a page has several of one name.
 */
export function FormErrors({
  form,
  labels = {},
  idOf = (name) => `field-${name}`,
}: {
  form: FormState
  labels?: Record<string, string>
  idOf?: (name: string) => string
}) {
  const t = useWords(words)
  const colon = useLocale() === 'en' ? ': ' : '：'
  const box = useRef<HTMLDivElement>(null)
  const errors = Object.entries(form?.errors ?? {})
  const own = form?.errors?.[''] ?? []
  const fields = errors.filter(([name]) => name !== '')

  useEffect(() => {
    if (form?.errors || form?.refused) box.current?.focus()
  }, [form])

  if (errors.length === 0 && !form?.refused) return null
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="rounded-card border border-red bg-red-soft px-4 py-3 text-red outline-none"
    >
      {form?.refused && <p className="font-medium">{form.refused}</p>}
      {own.map((sentence) => (
        <p key={sentence} className="font-medium">
          {sentence}
        </p>
      ))}
      {fields.length > 0 && (
        <>
          <p className="font-semibold">{t.errorsTitle(fields.length)}</p>
          <ul>
            {fields.map(([name, sentences]) => (
              <li key={name}>
                <a href={`#${idOf(name)}`} className="inline-block min-h-8 underline underline-offset-3">
                  {labels[name] && `${labels[name]}${colon}`}
                  {sentences.join(' ')}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

/**
 * Names this very filling-in of a form, so that a post that is sent again (a lost answer, a double press) can be
 * known for the same one; a form that carries it is sent again by itself when the network comes back. `of` tells
 * several forms of a page apart.
 */
export function FormKey({ of = '' }: { of?: string }) {
  const { formKey } = useRoot()
  return <input type="hidden" name="formKey" value={formKeyOf(formKey, of)} />
}

/** A key of its own for one of several forms: the same for the same page and form, and a UUID as the first is. */
export function formKeyOf(formKey: string, of: string) {
  if (of === '') return formKey
  let hash = 0x811c9dc5
  for (const sign of of) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193)
  const mixed = (Number.parseInt(formKey.slice(-8), 16) ^ hash) >>> 0
  return formKey.slice(0, -8) + mixed.toString(16).padStart(8, '0')
}
