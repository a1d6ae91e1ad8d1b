import type { Locale } from './locale'

type Sentence = string | ((...params: never[]) => string)
export type Words = { readonly [key: string]: Sentence | Words }

/** The same keys in every language; a sentence with parameters takes the same ones. */
type Alike<T> = {
  readonly [K in keyof T]: T[K] extends (...params: infer P) => string
    ? (...params: P) => string
    : T[K] extends string
      ? string
      : Alike<T[K]>
}

export type Vocabulary<T> = { readonly [L in Locale]: Alike<T> }

/**
 * The words of one page or component, in each language. Chinese gives the keys: a translation that is
 * missing, or one too many, does not compile.
 */
export function defineWords<T extends Words>(words: {
  'zh-CN': T & Alike<T>
  en: NoInfer<Alike<T>>
}): Vocabulary<T> {
  return words
}

export function wordsFor<T>(locale: Locale, vocabulary: Vocabulary<T>): Alike<T> {
  return vocabulary[locale]
}
