import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { SubmitButton } from '~/components/button'
import { Field, Select } from '~/components/field'
import { FormErrors } from '~/components/form-errors'
import type { FormState } from '~/components/form-state'
import { ListPage } from '~/components/list-page'
import { titled } from '~/components/titled'
import { organisationKinds } from '~/domain/organisations/organisation'
import { organisationByCode, organisationsList } from '~/domain/organisations/organisations.queries.server'
import { createOrganisation } from '~/domain/organisations/organisations.server'
import { requireAdministrator } from '~/http/actor.server'
import { choiceAsked, pageAsked, wordAsked } from '~/http/asked'
import { redirectWith } from '~/http/flash.server'
import { parseForm } from '~/http/forms.server'
import { refused } from '~/http/found.server'
import { useWords, wordsFor } from '~/i18n'
import { formatCount } from '~/i18n/format'
import { localeFor } from '~/i18n/request.server'
import { paths } from '~/paths'
import { NewOrganisationForm } from './organisation.schema'
import { words } from './words'

export const meta = titled(words, (t) => t.title)

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireAdministrator(request)
  const { searchParams } = new URL(request.url)
  const asked = {
    q: wordAsked(searchParams),
    kind: choiceAsked(searchParams, 'kind', organisationKinds),
    page: pageAsked(searchParams),
  }
  return { asked, ...(await organisationsList(actor, asked)) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAdministrator(request)
  const t = wordsFor(localeFor(request), words)
  const form = await parseForm(request, NewOrganisationForm)
  if (form.errors) return data(form, { status: 400 })
  const { parentCode, ...input } = form.values
  const parent = parentCode ? await organisationByCode(actor, parentCode) : null
  const made =
    parentCode && !parent
      ? { refused: 'no-parent' as const }
      : await createOrganisation(actor, { ...input, parentId: parent?.id ?? null })
  if ('refused' in made) {
    if (made.refused === 'not-administrator') return refused(t['not-administrator'])
    const errors: Record<string, string[]> =
      made.refused === 'no-parent' ? { parentCode: [t.noSuchParent] } : { code: [t.codeTaken] }
    return data({ values: null, errors, typed: form.typed }, { status: 409 })
  }
  return redirectWith(paths.organisation(made.id), { text: t.created(made.name) })
}

export default function Organisations() {
  const { asked, count, page, pages, organisations } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  const t = useWords(words)
  const kinds = organisationKinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))
  return (
    <ListPage
      title={t.title}
      add={{ label: t.add, open: Boolean(form), form: <NewOrganisation form={form} kinds={kinds} /> }}
      search={{
        query: asked.q,
        label: t.search,
        filter: {
          name: 'kind',
          label: t.kind,
          value: asked.kind,
          options: [{ value: '', label: t.allKinds }, ...kinds],
        },
        count,
        clearTo: paths.organisations(),
      }}
      rows={organisations}
      empty={t.empty}
      paging={{ page, pages, to: (page) => paths.organisations({ q: asked.q, kind: asked.kind, page }) }}
      columns={[
        {
          key: 'name',
          title: t.name,
          heading: true,
          cell: (row) => (
            <Link to={paths.organisation(row.id)} className="link inline-flex min-h-11 items-center">
              {row.name}
            </Link>
          ),
        },
        { key: 'code', title: t.code, cell: (row) => row.code },
        { key: 'kind', title: t.kind, cell: (row) => t.kinds[row.kind] },
        { key: 'parent', title: t.parent, cell: (row) => row.parent ?? t.noParent },
        { key: 'children', title: t.children, number: true, cell: (row) => formatCount(row.children) },
      ]}
    />
  )
}

function NewOrganisation({ form, kinds }: { form: FormState; kinds: { value: string; label: string }[] }) {
  const t = useWords(words)
  return (
    <Form method="post" className="grid gap-4 lg:grid-cols-2">
      <div className="lg:col-span-2">
        <FormErrors form={form} labels={{ code: t.code, name: t.name, parentCode: t.parentCode }} />
      </div>
      <Field name="code" label={t.code} form={form} required maxLength={40} />
      <Field name="name" label={t.name} form={form} required maxLength={100} />
      <Select name="kind" label={t.kind} form={form} options={kinds} required />
      <Field name="parentCode" label={t.parentCode} hint={t.parentHint} form={form} maxLength={40} />
      <SubmitButton>{t.save}</SubmitButton>
    </Form>
  )
}
