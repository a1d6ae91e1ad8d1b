import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { Button } from '~/components/button'
import { Card, EmptyState } from '~/components/card'
import { DataTable } from '~/components/data-table'
import { Field, Select } from '~/components/field'
import { Pagination } from '~/components/list-tools'
import { PageHeader, Stack } from '~/components/page-header'
import { titled } from '~/components/titled'
import { auditTrail } from '~/domain/audit/audit.queries.server'
import { requireAdministrator } from '~/http/actor.server'
import { pageAsked, wordAsked } from '~/http/asked'
import { useLocale, useWords } from '~/i18n'
import { formatCount, formatDateTime } from '~/i18n/format'
import { paths } from '~/paths'
import { words } from './words'

export const meta = titled(words, (t) => t.title)

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireAdministrator(request)
  const { searchParams } = new URL(request.url)
  const asked = {
    q: wordAsked(searchParams),
    action: wordAsked(searchParams, 'action'),
    from: wordAsked(searchParams, 'from'),
    until: wordAsked(searchParams, 'until'),
    page: pageAsked(searchParams),
  }
  return { asked, ...(await auditTrail(actor, asked)) }
}

export default function Audit() {
  const { asked, count, page, pages, entries, actions } = useLoaderData<typeof loader>()
  const t = useWords(words)
  const locale = useLocale()
  const named: Record<string, string> = t.actions
  const roles: Record<string, string> = t.roles
  return (
    <Stack>
      <PageHeader title={t.title} />
      <Form method="get" role="search" className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-5">
        <Field name="q" type="search" label={t.search} defaultValue={asked.q} />
        <Select
          name="action"
          label={t.action}
          defaultValue={asked.action}
          options={[
            { value: '', label: t.all },
            ...actions.map((action) => ({ value: action, label: named[action] ?? action })),
          ]}
        />
        <Field name="from" type="date" label={t.from} defaultValue={asked.from} />
        <Field name="until" type="date" label={t.until} defaultValue={asked.until} />
        <Button type="submit" look="ghost">
          {t.filter}
        </Button>
      </Form>
      <p className="muted" aria-live="polite">
        {t.found(formatCount(count))}
      </p>
      <Card flush>
        <DataTable
          caption={t.title}
          rows={entries}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t.empty} />}
          columns={[
            {
              key: 'when',
              title: t.when,
              cell: (row) => formatDateTime(row.at, 'Asia/Shanghai', locale),
            },
            { key: 'who', title: t.who, cell: (row) => row.who ?? t.system },
            { key: 'action', title: t.action, heading: true, cell: (row) => named[row.action] ?? row.action },
            {
              key: 'about',
              title: t.about,
              cell: (row) => (
                <>
                  {[...row.about, row.role && (roles[row.role] ?? row.role), row.details]
                    .filter(Boolean)
                    .join(' · ')}
                  {row.reason && <span className="muted block">{t.why(row.reason)}</span>}
                </>
              ),
            },
          ]}
        />
      </Card>
      <Pagination page={page} pages={pages} to={(page) => paths.audit({ ...asked, page })} />
    </Stack>
  )
}
