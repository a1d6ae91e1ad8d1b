// Who a press leaves as they are, counted by where they stand, and by what they lack.
import type { CompletionStage } from './overview.queries.server'
import type { LackingReason } from './summary'

export type LeftOut = {
  stage: CompletionStage
  people: number
  lacking: { reason: LackingReason; people: number }[]
}

/** The stages that are not taken, in the order in which they are first met; what is lacking only where it can still count. */
export function leftOut(
  people: readonly { stage: CompletionStage; lacking: readonly LackingReason[] }[],
  taken: readonly CompletionStage[],
): LeftOut[] {
  const byStage = new Map<CompletionStage, LeftOut>()
  for (const { stage, lacking } of people) {
    if (taken.includes(stage)) continue
    const one = byStage.get(stage) ?? { stage, people: 0, lacking: [] }
    byStage.set(stage, one)
    one.people += 1
    if (stage !== 'open' && stage !== 'lost') continue
    for (const reason of lacking) {
      const counted = one.lacking.find((other) => other.reason === reason)
      if (counted) counted.people += 1
      else one.lacking.push({ reason, people: 1 })
    }
  }
  for (const one of byStage.values()) one.lacking.sort((a, b) => b.people - a.people)
  return [...byStage.values()]
}
