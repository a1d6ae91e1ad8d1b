import { EmptyState } from '~/components/card'
import { cx } from '~/components/cx'
import { DataTable } from '~/components/data-table'
import type { ShownCell, ShownRow } from '~/domain/enrolment/import.queries.server'
import { useWords } from '~/i18n'
import type { Check } from './checked-roster'
import { words } from './words'

export function RowsTable({ check }: { check: Check }) {
  const t = useWords(words)
  const cell = (place: number) => (row: ShownRow) => <Cell cell={row.cells[place]!} />
  return (
    <DataTable
      caption={t.caption}
      rows={check.rows}
      rowKey={(row) => row.key}
      empty={<EmptyState title={t.nothing}>{t.nothingText}</EmptyState>}
      columns={[
        {
          key: 'place',
          title: t.place,
          cell: (row) => (
            <>
              {row.place}
              {row.says.map((sentence) => (
                <span key={sentence} className="block text-tiny text-amber">
                  {sentence}
                </span>
              ))}
            </>
          ),
        },
        { key: 'name', title: t.name, heading: true, cell: cell(0) },
        { key: 'number', title: t.number, cell: cell(1) },
        { key: 'telephone', title: t.telephone, cell: cell(2) },
        { key: 'unit', title: t.unit, cell: cell(3) },
      ]}
    />
  )
}

const tones = {
  error: 'bg-red-soft text-red',
  warning: 'bg-amber-soft text-amber',
  fixed: 'bg-green-soft text-green',
}

function Cell({ cell }: { cell: ShownCell }) {
  return (
    <span
      className={cx('block', cell.severity && 'rounded-tag px-2 py-1', cell.severity && tones[cell.severity])}
    >
      <span className="break-all text-ink">{cell.text || '—'}</span>
      {cell.says.map((sentence) => (
        <span key={sentence} className="block text-tiny leading-normal">
          {sentence}
        </span>
      ))}
    </span>
  )
}
