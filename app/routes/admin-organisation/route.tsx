import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import type { output } from 'zod'
import { Card, EmptyState, Row, Rows } from '~/components/card'
import { FormErrors } from '~/components/form-errors'
import { PageHeader, Stack, TwoColumns } from '~/components/page-header'
import { titled } from '~/components/titled'
import type { Actor } from '~/domain/actor'
import {
  organisationByCode,
  organisationForAdministrator,
} from '~/domain/organisations/organisations.queries.server'
import { addOtherName, moveOrganisation, setContact } from '~/domain/organisations/organisations.server'
import { requireAdministrator } from '~/http/actor.server'
import { redirectWith } from '~/http/flash.server'
import { parseForm } from '~/http/forms.server'
import { found, refused } from '~/http/found.server'
import { parseId } from '~/http/ids.server'
import { useWords, wordsFor } from '~/i18n'
import { localeFor } from '~/i18n/request.server'
import { paths } from '~/paths'
import { ContactForm, Move, OtherNames } from './forms'
import { OrganisationForm } from './organisation.schema'
import { words } from './words'

type Data = { organisation: { name: string } }

export const meta = titled(words, (t, page: Data | undefined) => page?.organisation.name ?? t.title)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireAdministrator(request)
  return { organisation: found(await organisationForAdministrator(actor, parseId(params.organisationId))) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAdministrator(request)
  const { id } = found(await organisationForAdministrator(actor, parseId(params.organisationId)))
  const t = wordsFor(localeFor(request), words)
  const form = await parseForm(request, OrganisationForm)
  if (form.errors) return data(form, { status: 400 })
  const done = await changed(actor, id, form.values)
  if ('refused' in done && done.refused) return refused(t[done.refused], { typed: form.typed })
  const { intent } = form.values
  const text = intent === 'name' ? t.named : intent === 'contact' ? t.contactSet : t.moved
  return redirectWith(paths.organisation(id), { text })
}

async function changed(actor: Actor, id: string, values: output<typeof OrganisationForm>) {
  if (values.intent === 'name') return addOtherName(actor, id, values.otherName)
  if (values.intent === 'contact') {
    const { contactName: name, contactTelephone: telephone, contactHours: hours } = values
    return setContact(actor, id, { name, telephone, hours })
  }
  if (values.parentCode === '') return moveOrganisation(actor, id, null)
  const parent = await organisationByCode(actor, values.parentCode)
  return parent ? moveOrganisation(actor, id, parent.id) : { refused: 'no-parent' as const }
}

export default function OrganisationPage() {
  const { organisation } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  const t = useWords(words)
  const roles: Record<string, string> = t.roles
  return (
    <Stack>
      <PageHeader
        over={
          <>
            {organisation.above.map((one) => (
              <span key={one.id}>
                <Link to={paths.organisation(one.id)} className="link">
                  {one.name}
                </Link>
                {' › '}
              </span>
            ))}
            {t.kinds[organisation.kind]}
          </>
        }
        title={organisation.name}
      >
        <span className="muted">
          {t.code} {organisation.code}
        </span>
      </PageHeader>
      <FormErrors form={form} labels={{ otherName: t.otherName, parentCode: t.parentCode }} />
      <TwoColumns
        aside={
          <>
            <ContactForm contact={organisation} form={form} />
            <OtherNames names={organisation.otherNames} form={form} />
            <Move form={form} />
          </>
        }
      >
        <Card title={t.people} flush>
          {organisation.roles.length === 0 && <p className="muted py-3">{t.nobody}</p>}
          <Rows>
            {organisation.roles.map((grant) => (
              <Row
                key={grant.id}
                title={grant.person.name}
                note={roles[grant.role]}
                to={paths.person(grant.person.id)}
              />
            ))}
          </Rows>
        </Card>
        <Card title={t.below} flush>
          {organisation.below.length === 0 ? (
            <div className="py-3">
              <EmptyState title={t.none} />
            </div>
          ) : (
            <Rows>
              {organisation.below.map((one) => (
                <Row key={one.id} title={one.name} note={one.code} to={paths.organisation(one.id)} />
              ))}
            </Rows>
          )}
        </Card>
      </TwoColumns>
    </Stack>
  )
}
