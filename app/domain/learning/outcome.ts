// What an enrolment has reached in one activity, as the table of outcomes holds it. Each change is an entry.
// Invariants:
// 1. "Handed in" is never taken back, nor is the instant at which it first was so; whether that was late stays.
// 2. A return, an undone signature or a hidden post takes "confirmed" away.
// 3. An exemption stands beside what was reached; it is given once.
import type { Awaits } from '~/activities/kind'

export type OutcomeState = {
  handedInAt: Date | null
  confirmedAt: Date | null
  /** Percent, unrounded; null while there is no mark, or where a kind gives none. */
  score: number | null
  late: boolean
  exempt: boolean
  /** Whose move may still change it; null is not known. */
  awaits: 'trainee' | 'mentor' | 'nobody' | null
}

/** What a kind reports, true from `occurredAt` on. */
export type OutcomeReport = {
  handedIn: boolean
  confirmed: boolean
  score: number | null
  late: boolean
  exempt?: boolean
  /** As the kind's progress has it. */
  awaits?: Awaits
  occurredAt: Date
}

/** What follows on an outcome when a kind reports, or null where nothing has changed. */
export function nextOutcome(before: OutcomeState | null, report: OutcomeReport): OutcomeState | null {
  const handedIn = report.handedIn || report.confirmed
  const next: OutcomeState = {
    handedInAt: before?.handedInAt ?? (handedIn ? report.occurredAt : null),
    confirmedAt: report.confirmed ? (before?.confirmedAt ?? report.occurredAt) : null,
    score: report.score,
    late: before?.handedInAt ? before.late : handedIn && report.late,
    exempt: (before?.exempt ?? false) || (report.exempt ?? false),
    awaits: report.awaits === undefined ? null : (report.awaits ?? 'nobody'),
  }
  return sameOutcome(before ?? { ...nothing, awaits: next.awaits }, next) ? null : next
}

/** Counts as done: confirmed, or exempted by a concession. */
export function isDone(outcome: Pick<OutcomeState, 'confirmedAt' | 'exempt'> | null | undefined): boolean {
  return outcome ? outcome.confirmedAt !== null || outcome.exempt : false
}

const nothing: OutcomeState = {
  handedInAt: null,
  confirmedAt: null,
  score: null,
  late: false,
  exempt: false,
  awaits: null,
}

function sameOutcome(a: OutcomeState, b: OutcomeState): boolean {
  return (
    a.handedInAt?.getTime() === b.handedInAt?.getTime() &&
    a.confirmedAt?.getTime() === b.confirmedAt?.getTime() &&
    sameScore(a.score, b.score) &&
    a.late === b.late &&
    a.exempt === b.exempt &&
    a.awaits === b.awaits
  )
}

/** The database keeps six decimals of a percentage. */
function sameScore(a: number | null, b: number | null): boolean {
  return a === null || b === null ? a === b : Math.abs(a - b) < 1e-6
}
