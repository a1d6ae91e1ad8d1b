import { buttonClass } from '~/components/button'
import { Card, EmptyState } from '~/components/card'
import { DataTable } from '~/components/data-table'
import type { reportsOverseen } from '~/domain/reports/reports.queries.server'
import { useLocale, useWords } from '~/i18n'
import { formatCount, formatDateTime } from '~/i18n/format'
import { paths } from '~/paths'
import { words } from './words'

type Report = Awaited<ReturnType<typeof reportsOverseen>>[number]

/** Packages that were issued, the latest first, each with its two files. */
export function ReportTable({ reports }: { reports: Report[] }) {
  const t = useWords(words)
  const locale = useLocale()
  return (
    <Card flush>
      <DataTable
        caption={t.title}
        rows={reports}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t.emptyTitle}>{t.emptyText}</EmptyState>}
        columns={[
          {
            key: 'number',
            title: t.number,
            heading: true,
            cell: (row) => (
              <>
                {row.number}
                <span className="muted block">
                  {row.organisation} · {row.cohort} · {t.nth(row.version)}
                </span>
              </>
            ),
          },
          { key: 'people', title: t.people, number: true, cell: (row) => formatCount(row.people) },
          { key: 'cutOff', title: t.cutOff, cell: (row) => formatDateTime(row.cutOff, row.timeZone, locale) },
          {
            key: 'issued',
            title: t.issued,
            cell: (row) => t.by(row.by, formatDateTime(row.issuedAt, row.timeZone, locale)),
          },
          {
            key: 'hash',
            title: t.hash,
            cell: (row) => <code title={row.hash}>{row.hash.slice(0, 12)}…</code>,
          },
          {
            key: 'files',
            title: t.files,
            cell: (row) => (
              <span className="flex flex-wrap justify-end gap-2 lg:justify-start">
                {(['pdf', 'xlsx'] as const).map((form) => (
                  <a
                    key={form}
                    className={buttonClass('ghost', 'small')}
                    href={paths.reportFile(row.id, form)}
                    download
                  >
                    {form.toUpperCase()}
                  </a>
                ))}
              </span>
            ),
          },
        ]}
      />
    </Card>
  )
}
