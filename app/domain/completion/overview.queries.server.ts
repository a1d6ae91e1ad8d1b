// A cohort's people as the manager's completion page shows them: the verdict, the decision, the certificate, and what
// can be done next for each.
import type { Actor } from '../actor'
import type { ManagedCohort } from '../cohorts/cohort.access.server'
import { type Evaluated, evaluateEach } from './facts.queries.server'
import { isDistinguished } from './judge'
import { type Standing, standingsOf } from './standings.queries.server'
import { finalScore, lackingOf, missingOf, sessionsOf } from './summary'
import { shownScore } from './verdict'

/**
 * open       something is missing that can still be had
 * lost       completion is out of reach, and not decided yet
 * ready      all conditions are met, and not decided yet, or met anew since the decision
 * decided    completion is confirmed, and no certificate follows from it yet
 * certified  a certificate stands
 * stale      a certificate stands, and by today's facts its holder does not complete
 * failed     not completed, by a decision
 * withdrawn
 */
export type CompletionStage =
  | 'open'
  | 'lost'
  | 'ready'
  | 'decided'
  | 'certified'
  | 'stale'
  | 'failed'
  | 'withdrawn'

export const completionStages: CompletionStage[] = [
  'ready',
  'decided',
  'certified',
  'stale',
  'open',
  'lost',
  'failed',
  'withdrawn',
]

export async function completionOverview(actor: Actor, cohort: ManagedCohort) {
  const [standings, { people }] = await Promise.all([
    standingsOf(cohort, actor),
    evaluateEach({ cohortId: cohort.id, at: actor.at, cutOff: actor.at }, figuresOf),
  ])
  return standings.map((standing) => {
    const { enrolmentId, name, unit, township, decision, certificate } = standing
    const { state, ...figures } = people.get(enrolmentId)!
    return {
      enrolmentId,
      name,
      unit,
      township,
      stage: stageOf(standing, state),
      ...figures,
      distinction: decision?.distinction ?? false,
      certificateId: certificate?.id ?? null,
      certificateNumber: certificate?.revoked === false ? certificate.number : null,
    }
  })
}

function figuresOf({ verdict, record }: Evaluated) {
  const score = finalScore(verdict)
  return {
    state: verdict.state,
    hours: record.earned.total / 100,
    ...sessionsOf(record),
    score: score === null ? null : shownScore(score),
    lacking: lackingOf(verdict),
    missing: missingOf(verdict),
    /** What a decision of this moment would say. */
    earnsDistinction: isDistinguished(verdict),
  }
}

export type OverviewRow = Awaited<ReturnType<typeof completionOverview>>[number]

export function stageOf(
  { withdrawn, decision, certificate }: Pick<Standing, 'withdrawn' | 'decision' | 'certificate'>,
  state: 'done' | 'not-yet' | 'can-no-longer',
) {
  const stands = certificate !== null && !certificate.revoked
  if (stands) return withdrawn || state !== 'done' ? ('stale' as const) : ('certified' as const)
  if (withdrawn) return 'withdrawn' as const
  const revoked = certificate?.revoked === true && certificate.decisionId === decision?.id
  if (decision?.verdict === 'completed' && !revoked) return 'decided' as const
  if (state === 'done') return 'ready' as const
  if (decision) return 'failed' as const
  return state === 'not-yet' ? ('open' as const) : ('lost' as const)
}
