import type { Kind } from '~/activities/kind'

export type ConcessionKind = 'attempt' | 'later' | 'exemption'

export type ConcessionDraft = {
  kind: ConcessionKind
  /** Null only for a later date: for all that is still to be handed in. */
  activityId: string | null
  /** The first instant that is too late; only for a later date. */
  until: Date | null
  reason: string
}

export type ConcessionRefusal =
  | 'no-reason'
  | 'withdrawn'
  | 'needs-activity'
  | 'absent-activity'
  | 'not-counted'
  | 'done-already'
  | 'needs-date'
  | 'not-later'

const WITH_ATTEMPTS: readonly Kind[] = ['quiz', 'assignment', 'case-study']

/** Whether a kind of activity counts its attempts, so that one more means something. */
export function countsAttempts(kind: Kind): boolean {
  return WITH_ATTEMPTS.includes(kind)
}

/** Why a concession cannot be given; null where it can. `due` is until when work is taken without it. */
export function refusalOfConcession(
  draft: ConcessionDraft,
  facts: { withdrawn: boolean; kind: Kind | null; done: boolean; due: Date | null; at: Date },
): ConcessionRefusal | null {
  if (!draft.reason.trim()) return 'no-reason'
  if (facts.withdrawn) return 'withdrawn'
  if (draft.activityId !== null && facts.kind === null) return 'absent-activity'
  if (draft.kind !== 'later' && draft.activityId === null) return 'needs-activity'
  if (draft.kind === 'attempt') return facts.kind && countsAttempts(facts.kind) ? null : 'not-counted'
  if (draft.kind === 'exemption') return facts.done ? 'done-already' : null
  if (draft.until === null) return 'needs-date'
  if (draft.until <= facts.at) return 'not-later'
  return facts.due !== null && draft.until <= facts.due ? 'not-later' : null
}
