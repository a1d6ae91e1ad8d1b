import { Link } from '@remix-run/react'
import { Card, EmptyState } from '~/components/card'
import { DataTable, sortable } from '~/components/data-table'
import { Tag, type Tone } from '~/components/tag'
import type { CompletionStage, OverviewRow } from '~/domain/completion/overview.queries.server'
import type { Missing } from '~/domain/completion/summary'
import { useWords } from '~/i18n'
import { formatHours, formatScore } from '~/i18n/format'
import { paths } from '~/paths'
import { words } from './words'

const tones: Record<CompletionStage, Tone> = {
  ready: 'green',
  decided: 'green',
  certified: 'green',
  stale: 'red',
  open: 'amber',
  lost: 'red',
  failed: 'plain',
  withdrawn: 'plain',
}

export function PeopleTable({
  cohortId,
  people,
  sort,
  to,
}: {
  cohortId: string
  people: OverviewRow[]
  sort: string
  to: (sort: string) => string
}) {
  const t = useWords(words)
  return (
    <Card flush>
      <DataTable
        caption={t.title}
        rows={people}
        rowKey={(row) => row.enrolmentId}
        empty={<EmptyState title={t.emptyTitle}>{t.emptyText}</EmptyState>}
        columns={[
          {
            key: 'name',
            title: t.name,
            heading: true,
            sort: sortable('name', sort, to),
            cell: (row) => (
              <>
                <Link className="link" to={paths.enrolment(cohortId, row.enrolmentId)}>
                  {row.name}
                </Link>
                <span className="muted block">{row.unit}</span>
              </>
            ),
          },
          {
            key: 'stage',
            title: t.stage,
            cell: (row) => (
              <>
                <Tag tone={tones[row.stage]}>{t.stages[row.stage]}</Tag>{' '}
                {row.distinction && <Tag>{t.distinguished}</Tag>}
                {row.certificateNumber && <span className="muted block">{row.certificateNumber}</span>}
              </>
            ),
          },
          {
            key: 'hours',
            title: t.hours,
            number: true,
            sort: sortable('hours', sort, to, 'down'),
            cell: (row) => formatHours(row.hours),
          },
          ...(people.some((row) => row.sessions > 0)
            ? [
                {
                  key: 'sessions',
                  title: t.sessions,
                  number: true,
                  sort: sortable('sessions', sort, to, 'down'),
                  cell: (row: OverviewRow) => (
                    <span className="whitespace-nowrap">{`${row.attended} / ${row.sessions}`}</span>
                  ),
                },
              ]
            : []),
          {
            key: 'score',
            title: t.score,
            number: true,
            sort: sortable('score', sort, to, 'down'),
            cell: (row) => (row.score === null ? '—' : formatScore(row.score)),
          },
          {
            key: 'missing',
            title: t.missing,
            cell: (row) => <MissingCell row={row} />,
          },
        ]}
      />
    </Card>
  )
}

/** How much is missing; of whom completion is out of reach, only what can no longer be had. */
function MissingCell({ row }: { row: OverviewRow }) {
  const t = useWords(words)
  const said = ({ reason, left }: Missing) =>
    left === null || reason === 'score' || reason === 'no-score' || reason === 'open-roll'
      ? t.lacking[reason]
      : t.left[reason](reason === 'hours' ? formatHours(left) : String(left))
  if (row.missing.length === 0) return '—'
  if (row.stage !== 'lost') return row.missing.map(said).join(t.and)
  const lost = row.missing.filter((one) => one.lost)
  return (
    <span className="text-red">{t.outOfReach(lost.map((one) => t.lacking[one.reason]).join(t.and))}</span>
  )
}
