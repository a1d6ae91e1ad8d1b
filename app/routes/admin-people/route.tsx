import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { SubmitButton } from '~/components/button'
import { Field } from '~/components/field'
import { FormErrors } from '~/components/form-errors'
import type { FormState } from '~/components/form-state'
import { ListPage } from '~/components/list-page'
import { titled } from '~/components/titled'
import { roleKinds } from '~/domain/access/role-words'
import { writtenCode } from '~/domain/accounts/code'
import { peopleList } from '~/domain/accounts/people.queries.server'
import { addPerson } from '~/domain/accounts/roles.server'
import { readTelephone } from '~/domain/accounts/telephone'
import { requireAdministrator } from '~/http/actor.server'
import { choiceAsked, pageAsked, wordAsked } from '~/http/asked'
import { redirectWith } from '~/http/flash.server'
import { parseForm } from '~/http/forms.server'
import { refused } from '~/http/found.server'
import { useWords, wordsFor } from '~/i18n'
import { localeFor } from '~/i18n/request.server'
import { paths } from '~/paths'
import { NewPersonForm } from './person.schema'
import { words } from './words'

export const meta = titled(words, (t) => t.title)

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireAdministrator(request)
  const { searchParams } = new URL(request.url)
  const asked = {
    q: wordAsked(searchParams),
    role: choiceAsked(searchParams, 'role', roleKinds),
    page: pageAsked(searchParams),
  }
  return { asked, ...(await peopleList(actor, asked)) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireAdministrator(request)
  const t = wordsFor(localeFor(request), words)
  const form = await parseForm(request, NewPersonForm, words)
  if (form.errors) return data(form, { status: 400 })
  const { name, telephone, email } = form.values
  const made = await addPerson(actor, {
    name,
    telephone: readTelephone(telephone).telephone ?? null,
    email: email || null,
  })
  if ('refused' in made && made.refused) {
    const { typed } = form
    if (made.refused === 'known') return refused(t.known(made.name), { typed })
    return refused(made.refused === 'no-way-to-sign-in' ? t.either : t[made.refused], { typed })
  }
  return redirectWith(paths.person(made.personId), { text: t.added(name, writtenCode(made.code)) })
}

export default function People() {
  const { asked, count, page, pages, people } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  const t = useWords(words)
  const roles = roleKinds.map((value) => ({ value, label: t.roles[value] }))
  return (
    <ListPage
      title={t.title}
      add={{ label: t.add, open: Boolean(form), form: <NewPerson form={form} /> }}
      search={{
        query: asked.q,
        label: t.search,
        filter: {
          name: 'role',
          label: t.role,
          value: asked.role,
          options: [{ value: '', label: t.anyRole }, ...roles],
        },
        count,
        clearTo: paths.people(),
      }}
      rows={people}
      empty={t.empty}
      note={t.note}
      paging={{ page, pages, to: (page) => paths.people({ q: asked.q, role: asked.role, page }) }}
      columns={[
        {
          key: 'name',
          title: t.name,
          heading: true,
          cell: (row) => (
            <Link to={paths.person(row.id)} className="link inline-flex min-h-11 items-center">
              {row.name}
            </Link>
          ),
        },
        { key: 'telephone', title: t.telephone, cell: (row) => row.telephone ?? '—' },
        {
          key: 'roles',
          title: t.role,
          cell: (row) =>
            row.roles.length === 0
              ? t.noRole
              : row.roles.map((one) => (
                  <span key={one.id} className="block">
                    {one.at ? t.at(t.roles[one.role], one.at) : t.roles[one.role]}
                  </span>
                )),
        },
      ]}
    />
  )
}

function NewPerson({ form }: { form: FormState }) {
  const t = useWords(words)
  return (
    <Form method="post" className="grid gap-4 lg:grid-cols-3">
      <div className="lg:col-span-3">
        <FormErrors form={form} labels={{ name: t.name, telephone: t.telephone, email: t.email }} />
        <p className="muted">{t.either}</p>
      </div>
      <Field name="name" label={t.name} form={form} required maxLength={50} />
      <Field name="telephone" label={t.telephone} form={form} type="tel" maxLength={30} />
      <Field name="email" label={t.email} form={form} type="email" maxLength={200} />
      <SubmitButton>{t.save}</SubmitButton>
    </Form>
  )
}
