import { Form } from '@remix-run/react'
import { buttonClass, LinkButton, SubmitButton } from '~/components/button'
import { Card } from '~/components/card'
import { FormErrors, FormKey } from '~/components/form-errors'
import { Pagination, SearchFilterBar } from '~/components/list-tools'
import { Notice } from '~/components/notice'
import { PageHeader, Stack } from '~/components/page-header'
import { Fold } from '~/components/tools'
import type { RowFilter, ShownRow } from '~/domain/enrolment/import.queries.server'
import { useLocale, useWords } from '~/i18n'
import { formatList } from '~/i18n/format'
import { asking, paths } from '~/paths'
import { Columns } from './columns'
import { RowsTable } from './rows-table'
import { Twice } from './twice'
import { words } from './words'

export type Check = {
  counts: { people: number; ready: number; error: number; waiting: number; warned: number; mended: number }
  filter: RowFilter
  twice: { people: number; shown: string; cohorts: { title: string; people: number }[] } | null
  page: number
  rows: ShownRow[]
  total: number
  pages: number
  sheets: {
    place: number
    name: string
    headerRow: number | null
    columns: { index: number; header: string; meaning: string; label: string; reason: string }[]
  }[]
  meanings: { value: string; label: string }[]
  proposals: { key: string; name: string; like: string[]; people: number }[]
  proposed: number
  overQuota: { organisationId: string; name: string; over: number; seats: number }[]
}

/** A roster as it was checked: what each column was taken for, what is wrong with which row, and the way to agree. */
export function CheckedRoster({
  id,
  importId,
  cohortTitle,
  fileName,
  check,
  form,
}: {
  id: string
  importId: string
  cohortTitle: string
  fileName: string
  check: Check
  form: Parameters<typeof FormErrors>[0]['form']
}) {
  const t = useWords(words)
  const { counts } = check
  const here = paths.rosterImport(id, importId)
  return (
    <Stack>
      <PageHeader
        over={t.over(cohortTitle)}
        title={fileName}
        actions={
          <>
            <a
              className={buttonClass('ghost', 'normal', false)}
              href={paths.markedRoster(id, importId)}
              download
            >
              {t.marked}
            </a>
            {counts.ready > 0 && !check.twice && (
              <Form method="post">
                <FormKey of="agree" />
                <SubmitButton name="intent" value="agree">
                  {t.agree(counts.ready)}
                </SubmitButton>
              </Form>
            )}
          </>
        }
      />
      <FormErrors form={form} />
      <ul className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        <li>{t.people(counts.people)}</li>
        <li className="font-semibold">{t.ready(counts.ready)}</li>
        <li className="text-green">{t.mended(counts.mended)}</li>
        <li className="text-amber">{t.warned(counts.warned)}</li>
        <li className="text-red">{t.errors(counts.error)}</li>
        {counts.waiting > 0 && <li className="text-amber">{t.waiting(counts.waiting)}</li>}
      </ul>
      {check.twice && <Twice id={id} importId={importId} ready={counts.ready} twice={check.twice} />}
      {check.overQuota.length > 0 && (
        <Notice
          tone="amber"
          title={t.overQuota}
          action={
            <LinkButton look="ghost" size="small" to={paths.quotas(id)}>
              {t.raise}
            </LinkButton>
          }
        >
          {check.overQuota.map((row) => (
            <p key={row.organisationId}>{t.overRow(row.name, row.over, row.seats)}</p>
          ))}
        </Notice>
      )}
      <Columns check={check} />
      {check.proposed > 0 && <Proposals check={check} />}
      <SearchFilterBar
        filters={[
          {
            name: 'show',
            label: t.show,
            value: check.filter,
            options: Object.entries(t.filters).map(([value, label]) => ({ value, label })),
          },
        ]}
        count={check.total}
      />
      <RowsTable check={check} />
      <Pagination
        page={check.page}
        pages={check.pages}
        to={(page) => asking(here, { show: check.filter, page })}
      />
    </Stack>
  )
}

function Proposals({ check }: { check: Check }) {
  const t = useWords(words)
  const locale = useLocale()
  return (
    <Card title={t.proposed(check.proposed)}>
      <p className="muted">{t.proposedNote}</p>
      <Fold label={t.proposed(check.proposed)}>
        <ul className="grid gap-x-6 text-sm sm:grid-cols-2 lg:grid-cols-3">
          {check.proposals.map((one) => (
            <li key={one.key} className="py-1">
              {one.name}
              {one.like.length > 0 && (
                <span className="block text-tiny text-amber">{t.like(formatList(one.like, locale))}</span>
              )}
            </li>
          ))}
        </ul>
      </Fold>
    </Card>
  )
}
