// A verdict and its record in the few figures that certificates, reports and lists show.
import { sessionCounts } from '../workshops/attendance'
import type { LearningRecord } from './record'
import { listedParts, type Part, type Verdict } from './verdict'

/** What is missing, by the part of the rule that is not met; marks and rolls that are still to come are named apart. */
export type LackingReason = 'modules' | 'hours' | 'attendance' | 'posts' | 'score' | 'no-score' | 'open-roll'

/** Of a hundred, unrounded; null while a mark is missing, and where the rule asks for none. */
export function finalScore(verdict: Verdict): number | null {
  const part = [verdict.completion, verdict.distinction]
    .flatMap((one) => (one ? leaves(one) : []))
    .find((one) => one.kind === 'score')
  return part?.kind === 'score' ? part.score : null
}

/** Sessions that count as attended, of those planned for this person; exempted ones are left out. */
export function sessionsOf(record: LearningRecord): { attended: number; sessions: number } {
  const asked = record.sessions.filter((session) => !session.exempt)
  return {
    attended: asked.filter((session) => sessionCounts(session) === true).length,
    sessions: asked.length,
  }
}

export function lackingOf(verdict: Verdict): LackingReason[] {
  const reasons = leaves(verdict.completion)
    .filter((part) => part.state !== 'done')
    .map(reasonOf)
  return [...new Set(reasons)]
}

/** One thing that is missing: how much of it, where that is a number, and whether it can still be had. */
export type Missing = { reason: LackingReason; left: number | null; lost: boolean }

/** What is missing in figures, one line for each reason; hours are whole ones and their fractions. */
export function missingOf(verdict: Verdict): Missing[] {
  const missing = new Map<LackingReason, Missing>()
  for (const part of leaves(verdict.completion)) {
    if (part.state === 'done') continue
    const reason = reasonOf(part)
    const before = missing.get(reason)
    const left = leftOf(part)
    missing.set(reason, {
      reason,
      left: left === null ? null : Math.max(left, before?.left ?? 0),
      lost: part.state === 'can-no-longer' || (before?.lost ?? false),
    })
  }
  return [...missing.values()]
}

function leftOf(part: Part): number | null {
  if (part.kind === 'score' || !('have' in part)) return null
  const left = part.need - part.have
  return part.kind === 'hours' ? left / 100 : left
}

/** The last instant at which something that is still missing can be had; null where nothing can. */
export function lastChance(verdict: Verdict, at: Date): Date | null {
  const dates = leaves(verdict.completion)
    .filter((part) => part.state === 'not-yet')
    .flatMap(datesOf)
    .filter((date): date is Date => date !== null && date > at)
  return dates.reduce<Date | null>((last, date) => (last && last >= date ? last : date), null)
}

function reasonOf(part: Part): LackingReason {
  switch (part.kind) {
    case 'attendance':
    case 'full-attendance':
      return part.state === 'not-yet' && part.open.some((one) => one.standing === 'roll-not-taken')
        ? 'open-roll'
        : 'attendance'
    case 'score':
      return part.score === null ? 'no-score' : 'score'
    case 'all':
    case 'any':
    case 'count':
      throw new Error(`not a leaf: ${part.kind}`)
    default:
      return part.kind
  }
}

function datesOf(part: Part): (Date | null)[] {
  switch (part.kind) {
    case 'modules':
      return part.missing.map((one) => one.until)
    case 'hours':
      return part.ways.map((one) => one.until)
    case 'attendance':
    case 'full-attendance':
      return part.open.filter((one) => one.standing !== 'lost').map((one) => one.by)
    case 'posts':
      return [part.until]
    case 'score':
      return [...part.missing, ...part.improvable].map((one) => one.until)
    default:
      return []
  }
}

function leaves(part: Part): Part[] {
  return listedParts(part).flatMap((one) => ('parts' in one ? one.parts.flatMap(leaves) : [one]))
}
