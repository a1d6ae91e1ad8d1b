import { useLocale, useWords } from '~/i18n'
import { formatDayTime, formatScore } from '~/i18n/format'
import { Avatar, Tag } from '../tag'
import { Said } from '../tools'
import { words } from './words'

export type RubricRow = { name: string; points: number }

export type Judgement = {
  kind: 'graded' | 'signed' | 'returned'
  /** Row by row of the rubric, where there is one. */
  points?: number[] | null
  /** Percent, or a mark from 0 to 100. */
  score: number | null
  comment: string
  by: string
  at: number
}

/** What a mentor gave: the mark, row by row where there is a rubric, and their words. */
export function JudgementView({
  judgement,
  rubric,
  zone,
}: {
  judgement: Judgement
  rubric?: RubricRow[] | null
  zone: string
}) {
  const t = useWords(words)
  const locale = useLocale()
  const { kind, points, score, comment, by, at } = judgement
  const when = formatDayTime(at, zone, locale)
  return (
    <div className="flex flex-col gap-2">
      <p className="flex flex-wrap items-center gap-2">
        {kind === 'returned' ? (
          <Tag tone="amber">{t.returned}</Tag>
        ) : (
          <Tag>
            {kind === 'signed' ? t.signed(formatScore(score ?? 0)) : t.graded(formatScore(score ?? 0))}
          </Tag>
        )}
        <span className="muted">{t.by(by, when)}</span>
      </p>
      {rubric && points && <Rubric rubric={rubric} points={points} />}
      {comment && (
        <Said name={by} mentor avatar={<Avatar name={by} mentor />}>
          {comment}
        </Said>
      )}
    </div>
  )
}

/** The rows of a rubric, each with what it is worth, or what was given of it. */
export function Rubric({ rubric, points }: { rubric: RubricRow[]; points?: number[] | null }) {
  const t = useWords(words)
  return (
    <dl aria-label={t.rubric} className="divide-y divide-line">
      {rubric.map((row, index) => (
        <div key={row.name} className="flex justify-between gap-3 py-1.5">
          <dt>{row.name}</dt>
          <dd className="flex-none">
            {points
              ? t.points(formatScore(points[index] ?? 0), formatScore(row.points))
              : t.outOf(formatScore(row.points))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
