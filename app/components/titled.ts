import type { MetaArgs, MetaDescriptor } from '@remix-run/react'
import { defaultLocale, isLocale, type Locale } from '~/i18n/locale'
import { type Vocabulary, wordsFor } from '~/i18n/words'
import { words as parts } from './words'

/** A page's title in its reader's language: `export const meta = titled(words, (t, data: Data) => t.title)`. */
export function titled<T, D = unknown>(
  vocabulary: Vocabulary<T>,
  title: (t: Vocabulary<T>[Locale], data: D | undefined) => string,
) {
  return ({ matches, data }: Pick<MetaArgs, 'matches' | 'data'>): MetaDescriptor[] => {
    const locale = localeIn(matches)
    const name = wordsFor(locale, parts).productName
    return [{ title: `${title(wordsFor(locale, vocabulary), data as D | undefined)} · ${name}` }]
  }
}

export function localeIn(matches: MetaArgs['matches']): Locale {
  const root = matches.find((match) => match?.id === 'root')?.data as { locale?: unknown } | undefined
  return isLocale(root?.locale) ? root.locale : defaultLocale
}
