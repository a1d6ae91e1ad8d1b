export { isLocale, type Locale, locales } from './locale'
export { useLocale, useWords } from './use-words'
export { defineWords, wordsFor } from './words'
