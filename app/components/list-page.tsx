import type { ReactNode } from 'react'
import { Card, EmptyState } from './card'
import { type Column, DataTable } from './data-table'
import { type Filter, Pagination, SearchFilterBar } from './list-tools'
import { PageHeader, Stack } from './page-header'
import { Fold } from './tools'

/** A page that is one long list: what is added to it, how it is searched, its lines, and its pages. */
export function ListPage<R extends { id: string }>({
  title,
  add,
  search,
  rows,
  columns,
  empty,
  note,
  paging,
}: {
  title: string
  add: { label: string; open: boolean; form: ReactNode }
  search: { query: string; label: string; filter: Filter; count: number; clearTo: string }
  rows: R[]
  columns: Column<R>[]
  empty: string
  note?: string
  paging: { page: number; pages: number; to: (page: number) => string }
}) {
  return (
    <Stack>
      <PageHeader title={title} />
      <Fold label={add.label} open={add.open}>
        <Card>{add.form}</Card>
      </Fold>
      <SearchFilterBar
        query={search.query}
        label={search.label}
        filters={[search.filter]}
        count={search.count}
        clearTo={search.clearTo}
      />
      <Card flush>
        <DataTable
          caption={title}
          rows={rows}
          rowKey={(row) => row.id}
          empty={<EmptyState title={empty} />}
          columns={columns}
        />
      </Card>
      {note && <p className="muted">{note}</p>}
      <Pagination {...paging} />
    </Stack>
  )
}
