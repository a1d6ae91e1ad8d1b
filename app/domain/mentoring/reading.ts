// What somebody reads of a group's log. Memberships say it: from where its holder reads, and up to where.

/** Numbers of a log above `after`, up to and with `upTo`; null is on and on. */
export type Interval = { after: number; upTo: number | null }

export const everything: readonly Interval[] = [{ after: 0, upTo: null }]

export function mayRead(reads: readonly Interval[], number: number) {
  return reads.some(({ after, upTo }) => number > after && (upTo === null || number <= upTo))
}

/** The last number that may be read, of a log that stands at `last`; 0 where nothing may. */
export function readableUpTo(reads: readonly Interval[], last: number) {
  return Math.max(0, ...reads.map(({ after, upTo }) => (last > after ? Math.min(last, upTo ?? last) : 0)))
}
