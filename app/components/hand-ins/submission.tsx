import type { ReactNode } from 'react'
import { useLocale, useWords } from '~/i18n'
import { formatDayTime } from '~/i18n/format'
import { Card } from '../card'
import { Tag } from '../tag'
import { Files, type ShownFile } from './files'
import { type Judgement, JudgementView, type RubricRow } from './judgement'
import { words } from './words'

export type ShownSubmission = {
  id: string
  version: number
  text: string
  late: boolean
  at: number
  files: ShownFile[]
  judgement: Judgement | null
}

/** One version as it was handed in, and what was said of it. */
export function SubmissionCard({
  submission,
  rubric,
  zone,
  children,
}: {
  submission: ShownSubmission
  rubric?: RubricRow[] | null
  zone: string
  children?: ReactNode
}) {
  const t = useWords(words)
  const locale = useLocale()
  const { version, text, late, at, files, judgement } = submission
  return (
    <Card title={t.version(version)} aside={formatDayTime(at, zone, locale)}>
      <div className="flex flex-col gap-3">
        {late && (
          <div>
            <Tag tone="amber">{t.late}</Tag>
          </div>
        )}
        <p className="break-words whitespace-pre-wrap">{text || t.noText}</p>
        <Files files={files} />
        {judgement && (
          <div className="border-t border-line pt-3">
            <JudgementView judgement={judgement} rubric={rubric} zone={zone} />
          </div>
        )}
        {children}
      </div>
    </Card>
  )
}
