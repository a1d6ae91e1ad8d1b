import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { SubmitButton } from '~/components/button'
import { Card, Row, Rows } from '~/components/card'
import { FormErrors } from '~/components/form-errors'
import { PageHeader, Stack, TwoColumns } from '~/components/page-header'
import { titled } from '~/components/titled'
import { personForAdministrator } from '~/domain/accounts/people.queries.server'
import { requireAdministrator } from '~/http/actor.server'
import { redirectWith } from '~/http/flash.server'
import { parseForm } from '~/http/forms.server'
import { found, refused } from '~/http/found.server'
import { parseId } from '~/http/ids.server'
import { useWords, wordsFor } from '~/i18n'
import { localeFor } from '~/i18n/request.server'
import { paths } from '~/paths'
import { change } from './changes.server'
import { Correct, Details, SignInCard, Unmask } from './details'
import { PersonForm } from './person.schema'
import { Roles } from './roles'
import { words } from './words'

type Data = { person: { name: string } }

export const meta = titled(words, (t, page: Data | undefined) => page?.person.name ?? t.title)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireAdministrator(request)
  return {
    person: found(await personForAdministrator(actor, parseId(params.personId))),
    self: actor.person.id,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAdministrator(request)
  const { id } = found(await personForAdministrator(actor, parseId(params.personId)))
  const t = wordsFor(localeFor(request), words)
  const form = await parseForm(request, PersonForm, words)
  if (form.errors) return data({ ...form, number: null }, { status: 400 })
  const done = await change(actor, id, form.values)
  if ('refused' in done && done.refused) return refused(t.no[done.refused], { typed: form.typed })
  if ('number' in done) return data({ errors: null, typed: {}, number: done.number })
  const said = {
    grant: t.granted,
    end: t.endedNow,
    sessions: t.sessionsEnded,
    name: t.nameCorrected,
    number: t.numberCorrected,
    unmask: '',
    doubt: t.doubtSettled,
  }
  const { intent } = form.values
  return redirectWith(paths.person(id), { text: intent ? said[intent] : '' })
}

export default function PersonPage() {
  const { person, self } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  const t = useWords(words)
  return (
    <Stack>
      <PageHeader title={person.name} />
      <FormErrors form={form} labels={{ organisation: t.code, name: t.correctName, reason: t.reason }} />
      <TwoColumns
        aside={
          <>
            <SignInCard person={person} self={self} />
            {person.number && <Unmask number={form && 'number' in form ? form.number : null} form={form} />}
            {person.id !== self && <Correct form={form} />}
          </>
        }
      >
        {person.doubts.length > 0 && (
          <Card title={t.doubts} flush>
            <Rows>
              {person.doubts.map((doubt) => (
                <Row
                  key={doubt.id}
                  title={doubt.message}
                  end={
                    <Form method="post">
                      <input type="hidden" name="doubt" value={doubt.id} />
                      <SubmitButton look="ghost" size="small" name="intent" value="doubt">
                        {t.settled}
                      </SubmitButton>
                    </Form>
                  }
                />
              ))}
            </Rows>
          </Card>
        )}
        <Details person={person} />
        <Roles grants={person.roles} form={form} />
      </TwoColumns>
    </Stack>
  )
}
