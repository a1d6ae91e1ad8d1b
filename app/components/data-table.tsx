import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useWords } from '~/i18n'
import { cx } from './cx'
import { words } from './words'

export type Column<R> = {
  key: string
  title: string
  cell: (row: R) => ReactNode
  /** Numbers stand to the right. */
  number?: boolean
  /** The one that names the row: a card's heading on a phone. */
  heading?: boolean
  /** The address that sorts by this column, and how it is sorted now. */
  sort?: { to: string; now: 'up' | 'down' | null }
}

/**
 * The heading that sorts a column: pressed once by its first order, pressed again the other way. `sort` is how the
 * list is sorted now, `to` makes the address.
 */
export function sortable(
  key: string,
  sort: string,
  to: (sort: string) => string,
  first: 'up' | 'down' = 'up',
) {
  const now = sort === key ? 'up' : sort === `-${key}` ? 'down' : null
  const next = now === null ? first : now === 'up' ? 'down' : 'up'
  return { to: to(next === 'up' ? key : `-${key}`), now } as const
}

/** A table on a desk; on a phone a list, in which each row is a card with its labels. */
export function DataTable<R>({
  caption,
  columns,
  rows,
  rowKey,
  empty,
  foot,
}: {
  caption: string
  columns: Column<R>[]
  rows: R[]
  rowKey: (row: R) => string
  empty?: ReactNode
  foot?: ReactNode
}) {
  if (rows.length === 0 && empty) return <div className="py-2.5">{empty}</div>
  return (
    <table className="block w-full text-[0.9375rem] lg:table">
      <caption className="sr-only">{caption}</caption>
      <thead className="sr-only lg:not-sr-only lg:table-header-group">
        <tr>
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              aria-sort={
                column.sort?.now ? (column.sort.now === 'up' ? 'ascending' : 'descending') : undefined
              }
              className={cx(
                'px-2 py-1.5 text-tiny font-medium break-keep text-ink-2',
                column.number ? 'text-right' : 'text-left',
              )}
            >
              <Title column={column} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block divide-y divide-line lg:table-row-group">
        {rows.map((row) => (
          <tr key={rowKey(row)} className="block py-2.5 lg:table-row lg:py-0">
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
      {foot && (
        <tfoot className="block border-t border-line font-semibold lg:table-footer-group">{foot}</tfoot>
      )}
    </table>
  )
}

function Cell<R>({ column, row }: { column: Column<R>; row: R }) {
  const content = column.cell(row)
  if (column.heading) {
    return (
      <th
        scope="row"
        className="block px-0 py-0.5 text-left text-base font-semibold lg:table-cell lg:px-2 lg:py-2 lg:text-[0.9375rem] lg:font-normal"
      >
        {content}
      </th>
    )
  }
  return (
    <td
      className={cx(
        'flex items-baseline justify-between gap-4 py-0.5 lg:table-cell lg:px-2 lg:py-2 lg:align-middle',
        column.number && 'lg:text-right',
      )}
    >
      <span className="muted flex-none lg:hidden">{column.title}</span>
      <span className={cx('min-w-0 text-right', !column.number && 'lg:text-left')}>{content}</span>
    </td>
  )
}

function Title<R>({ column }: { column: Column<R> }) {
  const t = useWords(words)
  if (!column.sort) return column.title
  return (
    <Link
      to={column.sort.to}
      preventScrollReset
      className="inline-flex min-h-8 items-center gap-1 hover:underline"
      title={t.sortBy(column.title)}
    >
      {column.title}
      <span aria-hidden="true">{column.sort.now === 'up' ? '↑' : column.sort.now === 'down' ? '↓' : ''}</span>
    </Link>
  )
}
