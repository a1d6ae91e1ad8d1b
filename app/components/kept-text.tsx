import { useNavigation } from '@remix-run/react'
import { type ComponentProps, useEffect, useRef, useState } from 'react'
import { useWords } from '~/i18n'
import { type FieldProps, TextArea } from './field'
import { useRoot } from './root-data'
import { words } from './words'

// What somebody writes is kept on their device until the server has it, one place an account and page, so that
// nobody finds another's words on a shared machine.
//
//   typed → kept           each input
//   kept → sent            its form is submitted
//   sent → gone            the navigation ends without an error for it: acknowledged
//   sent → kept            the form comes back with errors, or an error page does

const sent = new Set<string>()
const fields = new Map<string, Set<() => void>>()
const prefix = 'kept:'

export function keptKey(personId: string | null, path: string, name: string) {
  return `${prefix}${personId ?? ''}:${path}:${name}`
}

export function readKept(key: string) {
  try {
    return window.localStorage.getItem(key)
  } catch {
    return null
  }
}

export function keep(key: string, text: string) {
  try {
    if (text === '') window.localStorage.removeItem(key)
    else window.localStorage.setItem(key, text)
  } catch {
    // A browser that refuses storage keeps nothing; the field itself still does.
  }
}

/** What an account has written on this device and not handed in: how many texts, and their end at its sign-out. */
export function countKept(personId: string) {
  return keysOf(personId).filter((key) => readKept(key)?.trim()).length
}

export function forgetKept(personId: string) {
  for (const key of keysOf(personId)) keep(key, '')
}

function keysOf(personId: string) {
  try {
    return Object.keys(window.localStorage).filter((key) =>
      key.startsWith(keptKey(personId, '', '').slice(0, -1)),
    )
  } catch {
    return []
  }
}

/** What was sent and not refused has arrived. Stands once, in the root. */
export function useAcknowledgeKept(failed: boolean) {
  const navigation = useNavigation()
  const { personId } = useRoot()
  useEffect(() => {
    if (navigation.state !== 'idle') return
    // A session that had run out leads to the sign-in page: nothing of that account has arrived.
    const arrived = failed
      ? []
      : [...sent].filter((key) => key.startsWith(keptKey(personId, '', '').slice(0, -1)))
    sent.clear()
    for (const key of arrived) {
      keep(key, '')
      for (const empty of fields.get(key) ?? []) empty()
    }
  }, [navigation.state, failed, personId])
}

/** Several lines that are never lost: kept from reload, sign-out and a lost network until the server has them. */
export function KeptText({
  place,
  ...area
}: FieldProps & Omit<ComponentProps<'textarea'>, 'form'> & { place: string }) {
  const t = useWords(words)
  const { personId } = useRoot()
  const key = keptKey(personId, place, area.name)
  const frame = useRef<HTMLDivElement>(null)
  const [state, setState] = useState<'nothing' | 'kept' | 'found'>('nothing')

  useEffect(() => {
    const field = frame.current?.querySelector('textarea')
    if (!field) return
    // Typed before the page had started.
    if (field.value !== field.defaultValue) {
      keep(key, field.value)
      setState('kept')
      return
    }
    const kept = readKept(key)
    if (kept === null || kept === field.value) return
    setTyped(field, kept)
    setState('found')
  }, [key])

  useEffect(() => {
    const owner = frame.current?.closest('form')
    const submitted = () => sent.add(key)
    owner?.addEventListener('submit', submitted)
    return () => owner?.removeEventListener('submit', submitted)
  }, [key])

  useEffect(() => {
    // What has arrived gives way to what the page holds now: nothing, or the text as it was stored.
    function empty() {
      const field = frame.current?.querySelector('textarea')
      if (field) setTyped(field, field.defaultValue)
      keep(key, '')
      setState('nothing')
    }
    const all = fields.get(key) ?? new Set()
    fields.set(key, all.add(empty))
    return () => {
      all.delete(empty)
    }
  }, [key])

  useEffect(() => {
    if (area.form?.errors || area.form?.refused) sent.delete(key)
  }, [area.form, key])

  return (
    <div ref={frame}>
      <TextArea
        {...area}
        onInput={(event) => {
          keep(key, event.currentTarget.value)
          setState('kept')
          area.onInput?.(event)
        }}
      />
      <p className="muted min-h-[1.6em]" aria-live="polite">
        {state === 'found' ? t.kept : state === 'kept' ? t.keptHere : ''}
      </p>
    </div>
  )
}

/** Through React's own setter, so that a page that watches its input hears of it. */
function setTyped(field: HTMLTextAreaElement, text: string) {
  const setter = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set
  setter?.call(field, text)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
