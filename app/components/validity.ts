import { useEffect } from 'react'
import { useWords } from '~/i18n'
import { words } from './words'

/** The browser's own complaints about a field, in the page's language instead of the browser's. Stands once, in the root. */
export function useValidityWords() {
  const { validity } = useWords(words)
  useEffect(() => {
    function complain({ target }: Event) {
      if (!isField(target) || target.validity.customError) return
      for (const [fault, sentence] of Object.entries(validity)) {
        if (target.validity[fault as keyof typeof validity]) return target.setCustomValidity(sentence)
      }
    }
    function forget({ target }: Event) {
      if (isField(target) && Object.values(validity).includes(target.validationMessage))
        target.setCustomValidity('')
    }
    document.addEventListener('invalid', complain, true)
    document.addEventListener('input', forget, true)
    document.addEventListener('change', forget, true)
    return () => {
      document.removeEventListener('invalid', complain, true)
      document.removeEventListener('input', forget, true)
      document.removeEventListener('change', forget, true)
    }
  }, [validity])
}

function isField(target: EventTarget | null): target is HTMLInputElement {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
}
