import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { buttonClass } from '~/components/button'
import { Card, EmptyState } from '~/components/card'
import { DataTable } from '~/components/data-table'
import { Pagination, SearchFilterBar } from '~/components/list-tools'
import { PageHeader, Stack } from '~/components/page-header'
import { Tag } from '~/components/tag'
import { titled } from '~/components/titled'
import { certificateList } from '~/domain/certificates/certificates.queries.server'
import { requireRole } from '~/http/actor.server'
import { pageAsked, wordAsked } from '~/http/asked'
import { useLocale, useWords } from '~/i18n'
import { formatCount, formatDate } from '~/i18n/format'
import { asking, paths } from '~/paths'
import { words } from './words'

export const meta = titled(words, (t) => t.title)

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireRole(request, 'manager', 'administrator')
  const asked = new URL(request.url).searchParams
  const q = wordAsked(asked)
  return { q, ...(await certificateList(actor, { q, page: pageAsked(asked) })) }
}

const tones = { valid: 'green', revoked: 'red', superseded: 'plain' } as const

export default function Certificates() {
  const { q, page, pages, total, certificates } = useLoaderData<typeof loader>()
  const t = useWords(words)
  const locale = useLocale()
  const here = paths.certificates()
  return (
    <Stack>
      <PageHeader title={t.title} />
      <SearchFilterBar query={q} label={t.search} countLabel={t.found(formatCount(total))} clearTo={here} />
      <Card flush>
        <DataTable
          caption={t.title}
          rows={certificates}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t.emptyTitle}>{t.emptyText}</EmptyState>}
          columns={[
            { key: 'number', title: t.number, heading: true, cell: (row) => row.number },
            {
              key: 'name',
              title: t.name,
              cell: (row) => (
                <Link className="link" to={paths.enrolment(row.cohortId, row.enrolmentId)}>
                  {row.name}
                </Link>
              ),
            },
            { key: 'cohort', title: t.cohort, cell: (row) => row.cohort },
            { key: 'issued', title: t.issued, cell: (row) => formatDate(row.issuedAt, row.timeZone, locale) },
            {
              key: 'state',
              title: t.state,
              cell: (row) => <Tag tone={tones[row.state]}>{t.states[row.state]}</Tag>,
            },
            {
              key: 'file',
              title: t.file,
              cell: (row) => (
                <a className={buttonClass('ghost', 'small')} href={paths.certificate(row.id)} download>
                  PDF
                </a>
              ),
            },
          ]}
        />
      </Card>
      <Pagination page={page} pages={pages} to={(n) => asking(here, { q, page: n })} />
    </Stack>
  )
}
