// The pure registry: one line a kind. Pages of one kind import that kind's face, not this.
import { assignment } from './assignment/assignment'
import { caseStudy } from './case-study/case-study'
import { discussion } from './discussion/discussion'
import type { AnyFace, Kind, Missing } from './kind'
import { live } from './live/live'
import { practice } from './practice/practice'
import { quiz } from './quiz/quiz'
import { reading } from './reading/reading'
import { survey } from './survey/survey'
import { video } from './video/video'
import { workshop } from './workshop/workshop'

export const kinds = {
  video,
  reading,
  quiz,
  'case-study': caseStudy,
  assignment,
  discussion,
  practice,
  workshop,
  live,
  survey,
} satisfies { [K in Kind]: AnyFace<K> }

export type ConfigOf<K extends Kind> = Parameters<(typeof kinds)[K]['progress']>[0]
export type WorkOf<K extends Kind> = Parameters<(typeof kinds)[K]['progress']>[1]

export function isKind(text: string): text is Kind {
  return Object.hasOwn(kinds, text)
}

/** The sentence for what is missing in an activity of this kind; null for a word that the kind does not know. */
export function sayMissing(locale: 'zh-CN' | 'en', kind: Kind, missing: Missing): string | null {
  const sentences = kinds[kind].missingWords[locale] as Record<
    string,
    ((missing: Missing) => string) | undefined
  >
  return sentences[missing.word]?.(missing) ?? null
}
