import { type KindScore, shownScore } from './verdict'

/** What a verdict's sentences do not know by themselves. */
export type Naming = {
  /** The title of an activity. */
  activity: (id: string) => string
  /** A day as the language writes it: 7月8日, 8 July. */
  day: (at: Date) => string
}

/** A deadline is the first instant that is too late; people are told the last day. */
export function lastDay(deadline: Date, naming: Naming): string {
  return naming.day(new Date(deadline.getTime() - 1))
}

/** The mean of a kind, or a word: while a mark is missing, and where all of it is exempted. */
export function meanShown({ mean, of }: KindScore, words: { missing: string; exempt: string }): string {
  if (of === 0) return words.exempt
  return mean === null ? words.missing : String(shownScore(mean))
}

const NUMERALS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** Up to ten in characters: 第二场. */
export function inChinese(number: number): string {
  return NUMERALS[number] ?? String(number)
}

/** How many of something: 两项, 三项. */
export function countInChinese(number: number): string {
  return number === 2 ? '两' : inChinese(number)
}
