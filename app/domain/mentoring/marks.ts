// What a mentor gives: points row by row where the activity has a rubric, else one mark from 0 to 100.
import { type RubricRow, rubricScore } from '~/activities/case-study/case-study'

export type Marks = { points: number[] } | { mark: number }

/** Percent, to the six decimals that the database keeps; null where the marks do not fit what is asked for. */
export function scoreOfMarks(config: unknown, marks: Marks): number | null {
  const rubric = rubricOf(config)
  if (!rubric) return 'mark' in marks && isMark(marks.mark, 100) ? marks.mark : null
  if (!('points' in marks) || marks.points.length !== rubric.length) return null
  if (!marks.points.every((point, index) => isMark(point, rubric[index]!.points))) return null
  return Math.round(rubricScore(rubric, marks.points) * 1e6) / 1e6
}

export function rubricOf(config: unknown): RubricRow[] | null {
  if (typeof config !== 'object' || config === null || !('rubric' in config)) return null
  return config.rubric as RubricRow[]
}

function isMark(mark: number, most: number) {
  return Number.isFinite(mark) && mark >= 0 && mark <= most
}
