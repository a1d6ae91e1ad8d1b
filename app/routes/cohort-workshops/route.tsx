import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { LinkButton, SubmitButton } from '~/components/button'
import { Card, EmptyState } from '~/components/card'
import { Field } from '~/components/field'
import { FormErrors, FormKey } from '~/components/form-errors'
import { PageHeader, Stack } from '~/components/page-header'
import { titled } from '~/components/titled'
import { Fold } from '~/components/tools'
import { cohortToManage } from '~/domain/cohorts/cohort.access.server'
import { groupWords } from '~/domain/cohorts/group-words'
import { venuesFor } from '~/domain/workshops/venues.server'
import { groupSizesOf, proposedTurns, workshopsOf } from '~/domain/workshops/workshops.queries.server'
import { WorkshopsForm } from '~/domain/workshops/workshops.schema'
import { requireActor } from '~/http/actor.server'
import { redirectWith } from '~/http/flash.server'
import { parseForm } from '~/http/forms.server'
import { found, refused } from '~/http/found.server'
import { parseId } from '~/http/ids.server'
import { useWords } from '~/i18n'
import { localeFor } from '~/i18n/request.server'
import { asking, paths } from '~/paths'
import { SetForm } from './set-form'
import { TurnLine } from './turn-line'
import { words } from './words'
import { actOnWorkshops } from './workshops-action.server'

export const meta = titled(words, (t) => t.title)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const cohort = found(await cohortToManage(actor, parseId(params.cohortId)))
  const [workshops, groups, venues] = await Promise.all([
    workshopsOf(actor, cohort),
    groupSizesOf(actor, cohort),
    venuesFor(cohort),
  ])
  const asked = new URL(request.url).searchParams
  const one = workshops.find((workshop) => workshop.activityId === asked.get('set'))
  const wished = venues.find(({ id }) => id === asked.get('venue'))
  const venue =
    wished ??
    venues.find(({ id }) => id === one?.turns[0]?.venueId) ??
    venues.find(({ name }) => name === one?.proposedVenue) ??
    venues[0]
  const turns = Math.min(20, Number.parseInt(asked.get('turns') ?? '', 10) || one?.turns.length || 1)
  const proposal = one && venue ? proposedTurns(groups, one.turns, { turns, capacity: venue.capacity }) : null
  const refusal = proposal?.refusal ? groupWords[localeFor(request)].turnsRefusal(proposal.refusal) : null
  return {
    id: cohort.id,
    title: cohort.title,
    workshops,
    groups,
    venues: venues.map(({ id, name, capacity }) => ({ id, name, capacity })),
    setting:
      one && venue && proposal
        ? {
            activityId: one.activityId,
            turns,
            venueId: venue.id,
            set: wished ? one.turns.map(({ day }) => ({ day, venueId: wished.id })) : one.turns,
            turnOf: proposal.turnOf,
            refusal,
          }
        : null,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const cohort = found(await cohortToManage(actor, parseId(params.cohortId)))
  const form = await parseForm(request, WorkshopsForm)
  if (form.errors) return data(form, { status: 400 })
  const answer = await actOnWorkshops(actor, cohort, form.values, localeFor(request))
  if (answer.refused !== undefined) return refused(answer.refused, { typed: form.typed, field: answer.field })
  return redirectWith(paths.cohortWorkshops(cohort.id), { text: answer.done, tone: answer.tone })
}

export default function CohortWorkshops() {
  const { id, title, workshops, groups, venues, setting } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  const t = useWords(words)
  const ready = groups.length > 0 && venues.length > 0
  return (
    <Stack>
      <PageHeader over={title} title={t.title} />
      <FormErrors form={form} labels={{ name: t.name, address: t.address, capacity: t.places }} />
      {workshops.length === 0 && <EmptyState title={t.noWorkshops} />}
      {workshops.length > 0 && groups.length === 0 && (
        <EmptyState
          title={t.noGroups}
          action={<LinkButton to={paths.cohortGroups(id)}>{t.toGroups}</LinkButton>}
        />
      )}
      {groups.length > 0 && venues.length === 0 && <EmptyState title={t.noVenues} />}
      {workshops.map((workshop) => (
        <Card
          key={workshop.activityId}
          id={workshop.activityId}
          title={workshop.title}
          aside={t.weeks(workshop.opensWeek, workshop.closesWeek)}
        >
          {workshop.turns.length === 0 && <p className="muted">{t.notSet}</p>}
          <ul className="divide-y divide-line">
            {workshop.turns.map((turn) => (
              <TurnLine key={turn.workshopId} turn={turn} weeks={workshop} />
            ))}
          </ul>
          {ready && setting?.activityId !== workshop.activityId && (
            <p className="mt-2">
              <Link
                className="link"
                preventScrollReset
                to={`${asking(paths.cohortWorkshops(id), { set: workshop.activityId })}#${workshop.activityId}`}
              >
                {workshop.turns.length ? t.change : t.set}
              </Link>
            </p>
          )}
          {setting?.activityId === workshop.activityId && (
            <SetForm cohortId={id} setting={setting} venues={venues} groups={groups} form={form} />
          )}
        </Card>
      ))}
      <Fold label={t.addVenue} open={venues.length === 0 && groups.length > 0}>
        <Form method="post" className="flex flex-col gap-3 rounded-card border border-line bg-surface p-4">
          <FormKey of="venue" />
          <input type="hidden" name="intent" value="venue" />
          <Field name="name" label={t.name} form={form} required maxLength={100} />
          <Field name="address" label={t.address} form={form} required maxLength={200} />
          <Field
            name="capacity"
            label={t.places}
            form={form}
            required
            type="number"
            inputMode="numeric"
            min={1}
            max={100000}
          />
          <SubmitButton>{t.add}</SubmitButton>
        </Form>
      </Fold>
    </Stack>
  )
}
