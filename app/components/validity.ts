import { useEffect } from 'react'
import { useWords } from '~/i18n'
import { words } from './words'

const faults = [
  'valueMissing',
  'typeMismatch',
  'patternMismatch',
  'tooShort',
  'tooLong',
  'rangeUnderflow',
  'rangeOverflow',
  'stepMismatch',
  'badInput',
] as const
type Fault = (typeof faults)[number]
type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const ofNumbers = new Set<Fault>(['rangeUnderflow', 'rangeOverflow', 'stepMismatch', 'badInput'])

// Fields that were told one of our sentences; a change takes it away, whatever the page's language is by then.
const said = new WeakSet<EventTarget>()

/** The browser's own complaints about a field, in the page's language instead of the browser's. Stands once, in the root. */
export function useValidityWords() {
  const t = useWords(words)
  useEffect(() => {
    function complain({ target }: Event) {
      if (!isField(target) || target.validity.customError) return
      const fault = faults.find((one) => target.validity[one])
      if (!fault) return
      said.add(target)
      target.setCustomValidity(boundsOf(target, fault, t) ?? t.validity[fault])
    }
    function forget({ target }: Event) {
      if (isField(target) && said.delete(target)) target.setCustomValidity('')
    }
    document.addEventListener('invalid', complain, true)
    document.addEventListener('input', forget, true)
    document.addEventListener('change', forget, true)
    return () => {
      document.removeEventListener('invalid', complain, true)
      document.removeEventListener('input', forget, true)
      document.removeEventListener('change', forget, true)
    }
  }, [t])
}

/** A number out of its bounds, or between two that are taken, is told the bounds. */
function boundsOf(field: Field, fault: Fault, t: Pick<(typeof words)['en'], 'numberBetween'>) {
  if (!ofNumbers.has(fault) || !(field instanceof HTMLInputElement)) return null
  const { type, min, max, step } = field
  return type === 'number' && min && max ? t.numberBetween(min, max, step === '' || step === '1') : null
}

function isField(target: EventTarget | null): target is Field {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
}
