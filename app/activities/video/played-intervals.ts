// What was watched of a film, counted by the server from the intervals that a player says it played.
// All lengths are seconds of film.
// Invariants:
// 1. Intervals are merged: sorted, apart from each other, inside the film. A second counts once, however
//    often it is played again.
// 2. Nobody is credited more film than server time has passed since their last report, or since the server
//    opened this playing, whichever is later, times their speed (at most 2) and a tolerance.
// 3. The tolerance is a twentieth of that time and at most one second. It is a share, so that a flood of
//    reports earns nothing.
// A player reports all that this playing has played, not only what is new: what the limit has cut off is
// then credited with a later report, and a report that got lost costs nothing.

export type Interval = { from: number; until: number }

/** `at` is the server's time of receipt; `speed` is the player's claim. */
export type PlayReport = { at: Date; played: Interval[]; speed: number }

export type PlayState = {
  /** When the server opened this playing. */
  openedAt: Date
  /** This person's last report, of whatever film: two films side by side do not earn double. */
  lastReportAt: Date | null
  /** Measured length of the file. */
  length: number
  /** What has been credited so far, merged. */
  watched: Interval[]
  /** A film that may not be skipped: only what continues the watched beginning is credited. */
  noSkip: boolean
}

export const MAX_SPEED = 2
export const TOLERANCE_SHARE = 0.05
export const TOLERANCE_SECONDS = 1
/** A player's clock ticks four times a second; a step over less than this is no skip. */
export const SEAM_SECONDS = 1

export function merge(intervals: Interval[]): Interval[] {
  const sorted = intervals.filter(({ from, until }) => until > from).sort((a, b) => a.from - b.from)
  const merged: Interval[] = []
  for (const { from, until } of sorted) {
    const last = merged.at(-1)
    if (last && from <= last.until) last.until = Math.max(last.until, until)
    else merged.push({ from, until })
  }
  return merged
}

export function coveredSeconds(intervals: Interval[]): number {
  return merge(intervals).reduce((sum, { from, until }) => sum + until - from, 0)
}

/** 0 to 1. */
export function watchedShare(watched: Interval[], length: number): number {
  return length > 0 ? Math.min(1, coveredSeconds(within(length, watched)) / length) : 0
}

/** Where a film that may not be skipped goes on: the end of what was watched from its beginning. */
export function frontier(watched: Interval[]): number {
  const first = merge(watched)[0]
  return first && first.from === 0 ? first.until : 0
}

/** How many seconds of film this report can earn at most. */
export function allowance(report: PlayReport, state: Pick<PlayState, 'openedAt' | 'lastReportAt'>): number {
  const since = Math.max(state.openedAt.getTime(), state.lastReportAt?.getTime() ?? 0)
  const passed = Math.max(0, report.at.getTime() - since) / 1000
  const speed = Number.isFinite(report.speed) ? Math.min(MAX_SPEED, Math.max(0, report.speed)) : 0
  return passed * speed + Math.min(TOLERANCE_SECONDS, passed * TOLERANCE_SHARE)
}

/**
 * What a report adds: the credited seconds and the new whole. The earliest of what was claimed is credited
 * first; what was watched before earns nothing; what lies outside the film is cut off.
 */
export function credit(report: PlayReport, state: PlayState): { seconds: number; watched: Interval[] } {
  let left = allowance(report, state)
  const before = merge(within(state.length, state.watched))
  const claimed = merge(within(state.length, report.played))
  const gained: Interval[] = []
  for (const { from, until } of state.noSkip ? continuing(before, claimed) : without(claimed, before)) {
    if (left <= 0) break
    const end = Math.min(until, from + left)
    if (end > from) gained.push({ from, until: end })
    left -= end - from
  }
  const watched = merge([...before, ...gained])
  return { seconds: coveredSeconds(watched) - coveredSeconds(before), watched }
}

/**
 * As the database keeps them: whole seconds, [from, until]. What the rounding leaves out is credited again with
 * the next report, since a player reports all that this playing has played.
 */
export function storedIntervals(watched: Interval[]): [number, number][] {
  const whole = watched.map(({ from, until }) => ({ from: Math.ceil(from), until: Math.floor(until) }))
  return merge(whole).map(({ from, until }): [number, number] => [from, until])
}

export function intervalsFrom(stored: readonly (readonly [number, number])[]): Interval[] {
  return merge(stored.map(([from, until]) => ({ from, until })))
}

function within(length: number, intervals: Interval[]): Interval[] {
  return intervals
    .filter(({ from, until }) => Number.isFinite(from) && Number.isFinite(until))
    .map(({ from, until }) => ({ from: Math.max(0, from), until: Math.min(length, until) }))
}

/** The parts of `claimed` that `known` does not hold. Both merged. */
function without(claimed: Interval[], known: Interval[]): Interval[] {
  return claimed.flatMap(({ from, until }) => {
    const parts: Interval[] = []
    let start = from
    for (const held of known) {
      if (held.until <= start || held.from >= until) continue
      if (held.from > start) parts.push({ from: start, until: held.from })
      start = Math.max(start, held.until)
    }
    if (start < until) parts.push({ from: start, until })
    return parts
  })
}

/** The one interval by which `claimed` continues the watched beginning, a seam closed and paid for. */
function continuing(before: Interval[], claimed: Interval[]): Interval[] {
  const start = frontier(before)
  let end = start
  for (const { from, until } of claimed) {
    if (from > end + SEAM_SECONDS) break
    end = Math.max(end, until)
  }
  return end > start ? without([{ from: start, until: end }], before) : []
}
