import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { LinkButton, SubmitButton } from '~/components/button'
import { Card, EmptyState, StatStrip } from '~/components/card'
import { FormErrors, FormKey } from '~/components/form-errors'
import { Pagination, SearchFilterBar } from '~/components/list-tools'
import { Notice } from '~/components/notice'
import { PageHeader, Stack } from '~/components/page-header'
import { titled } from '~/components/titled'
import { cohortToManage } from '~/domain/cohorts/cohort.access.server'
import { groupWords } from '~/domain/cohorts/group-words'
import { groupsView } from '~/domain/cohorts/groups.queries.server'
import { GroupsForm } from '~/domain/cohorts/groups.schema'
import { requireActor } from '~/http/actor.server'
import { pageAsked, wordAsked } from '~/http/asked'
import { redirectWith } from '~/http/flash.server'
import { parseForm } from '~/http/forms.server'
import { found, refused } from '~/http/found.server'
import { parseId } from '~/http/ids.server'
import { useLocale, useWords } from '~/i18n'
import { localeFor } from '~/i18n/request.server'
import { asking, paths } from '~/paths'
import { ConfirmNotice } from './confirm-notice'
import { type Editing, GroupCard } from './group-card'
import { actOnGroups } from './groups-action.server'
import { PersonLine } from './person-line'
import { type GroupsAsked, shownOf } from './shown'
import { words } from './words'

export const meta = titled(words, (t) => t.title)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const cohort = found(await cohortToManage(actor, parseId(params.cohortId)))
  const asked = groupsAsked(request)
  return {
    ...shownOf(await groupsView(actor, cohort), asked),
    q: asked.q,
    moving: asked.moving,
    mentoring: asked.mentoring,
    alone: asked.alone,
    asking: new URL(request.url).searchParams.has('confirm'),
    id: cohort.id,
    title: cohort.title,
    min: cohort.groupSizeMin,
    max: cohort.groupSizeMax,
  }
}

function groupsAsked(request: Request): GroupsAsked {
  const search = new URL(request.url).searchParams
  return {
    q: wordAsked(search),
    page: pageAsked(search),
    moving: wordAsked(search, 'move'),
    mentoring: wordAsked(search, 'mentor'),
    alone: search.has('alone'),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const cohort = found(await cohortToManage(actor, parseId(params.cohortId)))
  const form = await parseForm(request, GroupsForm)
  if (form.errors) return data(form, { status: 400 })
  const answer = await actOnGroups(actor, cohort, form.values, localeFor(request))
  if ('asks' in answer)
    return redirectWith(asking(paths.cohortGroups(cohort.id), { confirm: 'on' }), {
      text: answer.asks!,
      tone: 'amber',
    })
  if ('refused' in answer) return refused(answer.refused!, { typed: form.typed, field: answer.field })
  const { q, page, alone } = groupsAsked(request)
  const here = addressOf(cohort.id, { q, page, alone })
  const undo = 'undo' in answer && answer.undo ? { action: here, fields: answer.undo } : undefined
  return redirectWith(here, { text: answer.done, undo })
}

export default function GroupsPage() {
  const view = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  const t = useWords(words)
  const locale = useLocale()
  const { id, q, state, page, pages, groups, exceptions, without } = view
  const editing: Editing = {
    at: (more) => addressOf(id, { q, page, alone: view.alone, ...more }),
    q,
    groups: view.places,
    candidates: view.candidates,
    confirmed: state === 'confirmed',
    moving: view.moving,
    mentoring: view.mentoring,
    form,
  }
  return (
    <Stack>
      <PageHeader over={view.title} title={t.title} />
      <FormErrors form={form} labels={{ name: t.name, telephone: t.telephone }} />
      {state === 'none' && view.enrolled === 0 && (
        <EmptyState
          title={t.noneTitle}
          action={<LinkButton to={paths.roster(id)}>{t.importRoster}</LinkButton>}
        >
          {t.nobodyEnrolled}
        </EmptyState>
      )}
      {state === 'none' && view.enrolled > 0 && (
        <EmptyState title={t.noneTitle} action={<IntentForm intent="propose" label={t.propose} />}>
          {t.noneText(view.enrolled, view.min, view.max)}
        </EmptyState>
      )}
      {state === 'proposed' && (
        <Notice tone="amber" title={t.proposedTitle}>
          <p>{t.proposedText}</p>
          {view.withoutGroup + view.gone > 0 && <p>{t.refused.drifted(view.withoutGroup, view.gone)}</p>}
          <div className="mt-2 flex flex-wrap gap-3">
            {view.unmentored === 0 ? (
              <IntentForm intent="confirm" label={t.confirm} />
            ) : (
              <LinkButton to={asking(paths.cohortGroups(id), { confirm: 'on' })}>{t.confirm}</LinkButton>
            )}
            <IntentForm intent="propose" label={t.again} look="ghost" />
          </div>
        </Notice>
      )}
      {state === 'proposed' && view.asking && view.unmentored > 0 && <ConfirmNotice {...view} />}
      {state !== 'none' && (
        <StatStrip
          items={[
            { label: t.groups, value: view.total },
            { label: t.people, value: view.people },
            {
              label: t.noMentor,
              value: view.unmentored,
              tone: view.unmentored > 0 ? 'amber' : undefined,
              to: asking(paths.cohortGroups(id), { alone: 'on' }),
            },
          ]}
        />
      )}
      {state === 'proposed' && (
        <Card title={t.exceptions} aside={exceptions.length || undefined}>
          {exceptions.length === 0 && <p>{t.noExceptions}</p>}
          <ul className="divide-y divide-line">
            {exceptions.map((one) => (
              <li key={`${one.from.id}${one.to.id}`} className="py-2">
                {groupWords[locale].exception(one)}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {state === 'confirmed' && without.length > 0 && (
        <Card id="without" title={t.without} aside={t.count(view.withoutGroup)}>
          <ul className="divide-y divide-line">
            {without.map((person) => (
              <PersonLine key={person.enrolmentId} person={person} groupId={null} editing={editing} />
            ))}
          </ul>
        </Card>
      )}
      {state !== 'none' && (
        <SearchFilterBar
          query={q}
          label={t.search}
          countLabel={t.groupCount(view.found)}
          clearTo={paths.cohortGroups(id)}
          hidden={view.alone ? { alone: 'on' } : {}}
        />
      )}
      {state !== 'none' && view.found === 0 && <EmptyState title={t.nobodyTitle}>{t.nobodyText}</EmptyState>}
      {groups.length > 0 && (
        <div className="divide-y divide-line rounded-card border border-line bg-surface">
          {groups.map((group) => (
            <GroupCard key={group.id} group={group} editing={editing} />
          ))}
        </div>
      )}
      <Pagination page={page} pages={pages} to={(to) => addressOf(id, { q, page: to, alone: view.alone })} />
    </Stack>
  )
}

function addressOf(
  cohortId: string,
  { page, alone, ...asked }: { q: string; page: number; alone: boolean; move?: string; mentor?: string },
) {
  return asking(paths.cohortGroups(cohortId), {
    page: page > 1 ? page : '',
    alone: alone ? 'on' : '',
    ...asked,
  })
}

function IntentForm({ intent, label, look }: { intent: string; label: string; look?: 'ghost' }) {
  return (
    <Form method="post">
      <FormKey of={intent} />
      <SubmitButton name="intent" value={intent} look={look}>
        {label}
      </SubmitButton>
    </Form>
  )
}
