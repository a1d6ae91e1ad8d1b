import { createContext, useContext } from 'react'
import { defaultLocale, type Locale } from './locale'
import { type Vocabulary, wordsFor } from './words'

export const LocaleContext = createContext<Locale>(defaultLocale)

export function useLocale() {
  return useContext(LocaleContext)
}

export function useWords<T>(vocabulary: Vocabulary<T>) {
  return wordsFor(useLocale(), vocabulary)
}
