// The Daming programme as its data tells it: what the people of the journey find on the pages.
import { readFileSync } from 'node:fs'
import type { Kind } from '~/activities/kind'

export type AskedQuestion = {
  stem: string
  options?: string[]
} & (
  | { type: 'single'; answer: [number] }
  | { type: 'multiple' | 'order'; answer: number[] }
  | { type: 'truefalse'; answer: [boolean] }
  | { type: 'blank'; answer: string[] }
)

export type Planned = {
  kind: Kind
  title: string
  minPosts: number
  items: string[]
  questions: AskedQuestion[]
  rubric: { name: string; points: number }[]
}

type Programme = {
  modules: { title: string; activities: Planned[] }[]
  venues: { name: string; address: string; capacity: number }[]
}

export const programme: Programme = JSON.parse(
  readFileSync('prisma/seed/content/daming-programme.json', 'utf8'),
)

/** The titles of a kind's activities, in the order of the programme. */
export function titlesOf(kind: Kind) {
  return programme.modules.flatMap(({ activities }) =>
    activities.filter((one) => one.kind === kind).map(({ title }) => title),
  )
}
