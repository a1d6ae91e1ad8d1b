// The figures of a completion report, each a count or a mean over its list of people, so that whoever holds the
// list can check them. The share of completions, mean hours and attendance are of those who have arrived.
import type { Hundredths } from '../learning/ledger'

export type ReportRow = {
  name: string
  township: string
  unit: string
  /** As the list prints it: the last four only. */
  maskedNumber: string
  /** Checked in, or completed without it. */
  arrived: boolean
  hours: Hundredths
  /** Sessions that count as attended. */
  attended: number
  /** Sessions planned for this person. */
  sessions: number
  /** Percent, unrounded; null while a mark is missing. */
  score: number | null
  result: 'completed' | 'not-completed' | 'undecided' | 'withdrawn'
  distinction: boolean
  /** Why not, in words; empty for who completed. */
  reason: string
}

export type Figures = {
  enrolled: number
  arrived: number
  completed: number
  distinction: number
  withdrawn: number
  /** Completed of arrived, 0 to 1; null where nobody arrived. */
  rate: number | null
  meanHours: Hundredths | null
  /** Attended of planned sessions, 0 to 1. */
  attendanceRate: number | null
}

export type UnitFigures = Figures & { township: string; unit: string }
export type TownshipFigures = Figures & { township: string }

export type ReportFigures = { total: Figures; townships: TownshipFigures[]; units: UnitFigures[] }

/** Townships and units stand in the order in which the list first names them. */
export function reportFigures(rows: readonly ReportRow[]): ReportFigures {
  const townships = grouped(rows, (row) => row.township)
  // Two townships may each have a unit of the same name.
  const units = grouped(rows, (row) => JSON.stringify([row.township, row.unit]))
  return {
    total: figures(rows),
    townships: townships.map((list) => ({ township: list[0]!.township, ...figures(list) })),
    units: units.map((list) => ({ township: list[0]!.township, unit: list[0]!.unit, ...figures(list) })),
  }
}

export function figures(rows: readonly ReportRow[]): Figures {
  const there = rows.filter((row) => row.arrived)
  const completed = there.filter((row) => row.result === 'completed').length
  return {
    enrolled: rows.length,
    arrived: there.length,
    completed,
    distinction: there.filter((row) => row.result === 'completed' && row.distinction).length,
    withdrawn: rows.filter((row) => row.result === 'withdrawn').length,
    rate: share(completed, there.length),
    meanHours: share(
      sum(there, (row) => row.hours),
      there.length,
    ),
    attendanceRate: share(
      sum(there, (row) => row.attended),
      sum(there, (row) => row.sessions),
    ),
  }
}

/** One decimal, halves up: 90.3%. Never 100.0% or 0.0% for what only comes close. */
export function shownShare(share: number): string {
  const tenths = Math.round(share * 1000)
  const honest = share < 1 && tenths === 1000 ? 999 : share > 0 && tenths === 0 ? 1 : tenths
  return `${(honest / 10).toFixed(1)}%`
}

function share(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null
}

function sum(rows: readonly ReportRow[], of: (row: ReportRow) => number): number {
  return rows.reduce((total, row) => total + of(row), 0)
}

function grouped(rows: readonly ReportRow[], key: (row: ReportRow) => string): ReportRow[][] {
  const groups = new Map<string, ReportRow[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(row)
    else groups.set(key(row), [row])
  }
  return [...groups.values()]
}
