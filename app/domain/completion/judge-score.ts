import type { ActivityFact, LearningRecord } from './record'
import type { KindWeight, Rule } from './rule'
import { HAIR, type KindScore, type MissingActivity, type PartOf, type State } from './verdict'

/**
 * A kind's score is the mean in percent of its required activities, alike; the final score is the weighted mean
 * of the kinds. A missing mark is "not yet", never nought. An exempted activity leaves the denominator, and so
 * does a kind of which nothing is left. The comparison is unrounded.
 */
export function judgeScore(rule: Extract<Rule, { kind: 'score' }>, record: LearningRecord): PartOf<'score'> {
  const byKind = rule.weights.map((weight) => ({ ...weight, facts: scoredOf(weight, record) }))
  const facts = byKind.flatMap((one) => one.facts)
  const kinds = byKind.map((one) => kindScore(one, one.facts))
  const missing = facts.filter((one) => one.score === null).map(named)
  const improvable = facts.filter((one) => one.score !== null && one.awaits !== null).map(named)
  const score = missing.length ? null : weighted(kinds.map(({ mean, weight }) => ({ mean, weight })))
  const best = weighted(byKind.map((one) => ({ weight: one.weight, mean: meanOf(one.facts.map(mostOf)) })))
  const state = stateOf({ need: rule.atLeast, asked: facts.length, score, best, missing })
  return { kind: 'score', state, score, need: rule.atLeast, kinds, missing, improvable }
}

type Facts = {
  need: number
  asked: number
  score: number | null
  best: number | null
  missing: MissingActivity[]
}

function stateOf({ need, asked, score, best, missing }: Facts): State {
  if (asked === 0) return 'done'
  if (score !== null && score + HAIR >= need) return 'done'
  if (missing.some((one) => one.awaits === null)) return 'can-no-longer'
  return (best ?? 0) + HAIR >= need ? 'not-yet' : 'can-no-longer'
}

function scoredOf({ kind }: KindWeight, record: LearningRecord): ActivityFact[] {
  return record.activities.filter((one) => one.kind === kind && one.required && !one.exempt)
}

function kindScore({ kind, weight }: KindWeight, facts: ActivityFact[]): KindScore {
  const scores = facts.flatMap((one) => (one.score === null ? [] : [one.score]))
  const mean = scores.length === facts.length ? meanOf(scores) : null
  return { kind, weight, mean, marked: scores.length, of: facts.length }
}

/** What an activity may still come to. */
function mostOf(fact: ActivityFact): number {
  return fact.awaits === null ? (fact.score ?? 0) : 100
}

function meanOf(scores: number[]): number | null {
  return scores.length ? scores.reduce((sum, one) => sum + one, 0) / scores.length : null
}

function weighted(parts: { mean: number | null; weight: number }[]): number | null {
  const counted = parts.flatMap(({ mean, weight }) => (mean === null ? [] : [{ mean, weight }]))
  const weights = counted.reduce((sum, one) => sum + one.weight, 0)
  return weights > 0 ? counted.reduce((sum, one) => sum + one.mean * one.weight, 0) / weights : null
}

function named({ activity, awaits, until }: ActivityFact): MissingActivity {
  return { activity, awaits, until }
}
