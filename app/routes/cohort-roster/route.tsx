import { readFile } from 'node:fs/promises'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { SubmitButton } from '~/components/button'
import { Card, EmptyState } from '~/components/card'
import { DataTable } from '~/components/data-table'
import { FormErrors, FormKey } from '~/components/form-errors'
import { PageHeader, Stack } from '~/components/page-header'
import { Tag } from '~/components/tag'
import { titled } from '~/components/titled'
import { FilePicker } from '~/components/tools'
import { cohortToManage } from '~/domain/cohorts/cohort.access.server'
import { importsOf } from '~/domain/cohorts/cohorts.queries.server'
import { uploadRoster } from '~/domain/enrolment/import.server'
import { rosterLabels } from '~/domain/enrolment/roster-labels'
import { sheetKinds } from '~/domain/files/file-kind'
import { requireActor } from '~/http/actor.server'
import { found, refused } from '~/http/found.server'
import { parseId } from '~/http/ids.server'
import { parseUpload } from '~/http/upload.server'
import { useLocale, useWords, wordsFor } from '~/i18n'
import { formatDateTime } from '~/i18n/format'
import { localeFor } from '~/i18n/request.server'
import { paths } from '~/paths'
import { words } from './words'

export const meta = titled(words, (t) => t.title)

const maxBytes = 20 * 1024 * 1024

export async function loader({ request, params }: LoaderFunctionArgs) {
  const cohort = found(await cohortToManage(await requireActor(request), parseId(params.cohortId)))
  const imports = await importsOf(cohort)
  return {
    id: cohort.id,
    cohortTitle: cohort.title,
    timeZone: cohort.timeZone,
    imports: imports.map(({ summary: _, ...row }) => ({ ...row, agreed: row.agreedAt !== null })),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const cohort = found(await cohortToManage(actor, parseId(params.cohortId)))
  const locale = await localeFor(request)
  const t = wordsFor(locale, words)
  const form = await parseUpload(request, { maxBytes, accept: sheetKinds })
  try {
    const fault = form.faults.roster
    if (fault) return refused(fault.word === 'too-large' ? t.tooLarge : t.wrongKind)
    const [file] = form.files
    if (!file) return refused(t.none)
    const uploaded = await uploadRoster(actor, cohort, { bytes: await readFile(file.path), name: file.name })
    if ('refused' in uploaded) return refused(rosterLabels[locale].fileRefusal(uploaded))
    return redirect(paths.rosterImport(cohort.id, uploaded.importId))
  } finally {
    await form.remove()
  }
}

export default function Roster() {
  const { id, cohortTitle, timeZone, imports } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  const t = useWords(words)
  const locale = useLocale()
  return (
    <Stack>
      <PageHeader over={cohortTitle} title={t.title}>
        {t.lead}
      </PageHeader>
      <Card>
        <Form method="post" encType="multipart/form-data" className="flex max-w-2xl flex-col gap-5">
          <FormErrors form={form} />
          <FormKey />
          <FilePicker
            name="roster"
            label={t.file}
            hint={t.hint}
            accept=".xlsx,.csv"
            maxBytes={maxBytes}
            required
            form={form}
          />
          <div>
            <SubmitButton>{t.check}</SubmitButton>
          </div>
        </Form>
      </Card>
      <Card title={t.history}>
        <DataTable
          caption={t.history}
          rows={imports}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t.emptyTitle}>{t.emptyText}</EmptyState>}
          columns={[
            {
              key: 'file',
              title: t.file2,
              heading: true,
              cell: (row) => (
                <Link className="link" to={paths.rosterImport(id, row.id)}>
                  {row.fileName}
                </Link>
              ),
            },
            { key: 'at', title: t.at, cell: (row) => formatDateTime(row.uploadedAt, timeZone, locale) },
            {
              key: 'state',
              title: t.state,
              cell: (row) => (
                <Tag tone={row.agreed ? 'green' : 'amber'}>{row.agreed ? t.agreed : t.waiting}</Tag>
              ),
            },
          ]}
        />
      </Card>
    </Stack>
  )
}
