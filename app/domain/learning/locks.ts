// Why something is not open, with the names that a sentence needs, for a page.
import type { Curriculum } from './curriculum'
import type { Reason } from './release'

export type Lock =
  | { kind: 'opens'; at: number; week: number | null }
  | { kind: 'hand-in'; activity: string; title: string }
  | { kind: 'score'; activity: string; title: string; atLeast: number; score: number | null }
  | { kind: 'attend'; sessions: number; activity: string | null; title: string | null }
  | { kind: 'others' }
  | { kind: 'any'; ways: Lock[][] }

export function locksOf(reasons: Reason[], curriculum: Curriculum): Lock[] {
  return reasons.map((reason) => lockOf(reason, curriculum))
}

function lockOf(reason: Reason, curriculum: Curriculum): Lock {
  const titleOf = (activity: string) => curriculum.activities.get(activity)?.title ?? ''
  switch (reason.kind) {
    case 'opens':
      return { kind: 'opens', at: reason.at.getTime(), week: reason.week }
    case 'hand-in':
      return { ...reason, title: titleOf(reason.activity) }
    case 'score':
      return { ...reason, title: titleOf(reason.activity) }
    case 'attend':
      return { ...reason, title: reason.activity && titleOf(reason.activity) }
    case 'organisation':
    case 'group':
      return { kind: 'others' }
    case 'any':
      return { kind: 'any', ways: reason.ways.map((way) => locksOf(way, curriculum)) }
  }
}
