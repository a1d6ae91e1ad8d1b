import type { HourType } from '~/activities/kind'

/** One entry of somebody's ledger, as a page shows it. */
export type RecordEntry = {
  id: string
  title: string
  /** A workshop's session, by its number. */
  session: number | null
  type: HourType
  /** Without its sign. */
  hours: string
  /** Taken back. */
  taken: boolean
  /** What brought it: the cause of an outcome, a mark of attendance, or the reason of a concession. */
  source: { kind: 'outcome' | 'attendance' | 'concession'; word: string; by: string | null }
  at: number
}
