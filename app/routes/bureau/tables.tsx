import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Card } from '~/components/card'
import { DataTable, sortable } from '~/components/data-table'
import { Tag, type Tone } from '~/components/tag'
import type { Standing } from '~/domain/reports/progress'
import type { OverseenCohort, ProgressCounts, ProgressRow } from '~/domain/reports/progress.queries.server'
import { useWords } from '~/i18n'
import { formatCount, formatHours } from '~/i18n/format'
import { words } from './words'

const tones: Record<Standing, Tone> = {
  complete: 'green',
  'on-pace': 'plain',
  behind: 'amber',
  'out-of-reach': 'red',
  withdrawn: 'plain',
}

export function PersonTable({
  rows,
  cohort,
  hasWorkshops,
  sort,
  to,
  empty,
}: {
  rows: ProgressRow[]
  cohort: OverseenCohort
  hasWorkshops: boolean
  sort: string
  to: (sort: string) => string
  empty: ReactNode
}) {
  const t = useWords(words)
  return (
    <Card flush>
      <DataTable
        caption={t.title}
        rows={rows}
        rowKey={(row) => row.enrolmentId}
        empty={empty}
        columns={[
          {
            key: 'name',
            title: t.name,
            heading: true,
            sort: sortable('name', sort, to),
            cell: (row) => row.name,
          },
          {
            key: 'unit',
            title: t.unit,
            sort: sortable('unit', sort, to),
            cell: (row) => (
              <>
                {row.unit}
                {row.township !== row.unit && <span className="muted block">{row.township}</span>}
              </>
            ),
          },
          {
            key: 'standing',
            title: t.standing,
            cell: (row) => (
              <>
                <Tag tone={tones[row.standing]}>{t.standings[row.standing]}</Tag>
                {row.standing !== 'withdrawn' && row.standing !== 'complete' && row.lags.length > 0 && (
                  <span className="muted block">{row.lags.map((lag) => t.lag(lag)).join(' · ')}</span>
                )}
              </>
            ),
          },
          {
            key: 'handedIn',
            title: t.handedIn,
            number: true,
            sort: sortable('handedIn', sort, to),
            cell: (row) => `${row.handedIn} / ${row.required}`,
          },
          {
            key: 'hours',
            title: t.hours,
            number: true,
            sort: sortable('hours', sort, to),
            cell: (row) => formatHours(row.hours),
          },
          ...(hasWorkshops
            ? [
                {
                  key: 'sessions',
                  title: t.sessions,
                  number: true,
                  sort: sortable('sessions', sort, to),
                  cell: (row: ProgressRow) => `${row.attended} / ${row.sessions}`,
                },
              ]
            : []),
          {
            key: 'call',
            title: t.call,
            cell: (row) =>
              row.standing === 'behind' || row.standing === 'out-of-reach' ? (
                <>
                  <Telephone label={row.name} number={row.telephone} />
                  <Telephone label={`${t.mentor} ${row.mentor ?? ''}`} number={row.mentorTelephone} />
                  <Telephone label={`${t.contact} ${cohort.contactName}`} number={cohort.contactTelephone} />
                </>
              ) : (
                '—'
              ),
          },
        ]}
      />
    </Card>
  )
}

function Telephone({ label, number }: { label: string; number: string | null }) {
  if (!number) return null
  return (
    <span className="block">
      {label}{' '}
      <a className="link whitespace-nowrap" href={`tel:${number}`}>
        {number}
      </a>
    </span>
  )
}

export function CountTable({
  rows,
  title,
  standings,
  to,
  empty,
}: {
  rows: ProgressCounts[]
  title: string
  standings: Standing[]
  to: (asked: { place: string; standing?: Standing }) => string
  empty: ReactNode
}) {
  const t = useWords(words)
  return (
    <Card flush>
      <DataTable
        caption={title}
        rows={rows}
        rowKey={(row) => row.name}
        empty={empty}
        columns={[
          { key: 'name', title, heading: true, cell: (row) => row.name },
          {
            key: 'people',
            title: t.people,
            number: true,
            cell: (row) => <Count n={row.people} to={to({ place: row.name })} />,
          },
          ...standings.map((one) => ({
            key: one,
            title: t.standings[one],
            number: true,
            cell: (row: ProgressCounts) => <Count n={row[one]} to={to({ place: row.name, standing: one })} />,
          })),
        ]}
      />
    </Card>
  )
}

/** A number that leads to the people whom it counts. */
function Count({ n, to }: { n: number; to: string }) {
  if (n === 0) return <span className="text-ink-2">0</span>
  return (
    <Link className="link inline-flex min-h-11 min-w-8 items-center justify-end" to={to}>
      {formatCount(n)}
    </Link>
  )
}
