import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData, useLocation } from '@remix-run/react'
import { useState } from 'react'
import { EmptyState } from '~/components/card'
import { Notice } from '~/components/notice'
import { PageHeader, Stack } from '~/components/page-header'
import { titled } from '~/components/titled'
import { markRead } from '~/domain/mentoring/read-marks.server'
import { peopleIn, topicPage, topicsOf } from '~/domain/mentoring/topics.queries.server'
import { requireActor } from '~/http/actor.server'
import { parseForm } from '~/http/forms.server'
import { found } from '~/http/found.server'
import { parseId } from '~/http/ids.server'
import { useWords, wordsFor } from '~/i18n'
import { localeFor } from '~/i18n/request.server'
import { paths } from '~/paths'
import { act } from './actions.server'
import { GroupForm } from './group.schema'
import { formerGroupWith, placeFor, standingOf } from './place.server'
import { Talk } from './talk'
import { words } from './words'

export const meta = titled(words, (t) => t.title)

/** A topic of a group, its stream where none is named; for a trainee by their enrolment, for a mentor by the group. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const asked = new URL(request.url).searchParams
  const { group, study, others } = await placeFor(actor, params, asked.get('left'))
  if (!group) return { talk: null }
  const listed = await topicsOf(group)
  const topicId = params.topicId ? parseId(params.topicId) : found(listed[0]).id
  const before = Number.parseInt(asked.get('before') ?? '', 10) || null
  const page = await topicPage(group, topicId, before)
  if (!page) {
    const former = await formerGroupWith(actor, others, topicId)
    throw redirect(paths.groupTopic(found(params.enrolmentId ?? null), topicId, found(former)))
  }
  if (!page.after) await markRead(actor, group, topicId, page.upTo)
  const topics = listed.map((topic) => ({
    id: topic.id,
    kind: topic.kind,
    title: topic.title,
    unread: topic.id === topicId ? 0 : topic.unread,
    open: standingOf(study, topic, actor.at).open,
  }))
  const talk = {
    ...page,
    ...standingOf(study, page.topic, actor.at),
    groupId: group.id,
    name: group.name,
    as: group.as,
    zone: group.timeZone,
    me: actor.person.id,
    now: actor.at.toISOString(),
    enrolmentId: params.enrolmentId ?? null,
    leftGroupId: asked.get('left'),
    people: await peopleIn(actor, group),
    topics,
    others,
    chosen: asked.get('post'),
    reply: asked.get('reply'),
  }
  return { talk }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const t = wordsFor(localeFor(request), words)
  const left = new URL(request.url).searchParams.get('left')
  const open = found((await placeFor(actor, params, left)).group)
  const form = await parseForm(request, GroupForm)
  if (form.errors) return data(form, { status: 400 })
  const topicId = params.topicId ? parseId(params.topicId) : found((await topicsOf(open))[0]).id
  const topic = (id: string) =>
    params.enrolmentId ? paths.groupTopic(params.enrolmentId, id, left) : paths.mentoredTopic(open.id, id)
  return act({
    actor,
    group: open,
    topicId,
    values: form.values,
    typed: form.typed,
    t,
    here: topic(topicId),
    topic,
  })
}

export type TalkData = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['talk']>

export default function Group() {
  const t = useWords(words)
  const { talk } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  const moved = useMoved(talk?.groupId ?? null)
  if (!talk) {
    return (
      <Stack>
        <PageHeader title={t.title} />
        <EmptyState title={t.noGroup}>{t.noGroupMore}</EmptyState>
      </Stack>
    )
  }
  return (
    <div className="flex max-w-[760px] flex-col gap-4">
      {moved && (
        <div role="status">
          <Notice>{t.movedHere(talk.name)}</Notice>
        </div>
      )}
      <Talk key={talk.topic.id} talk={talk} form={form} />
      {talk.others.length > 0 && talk.enrolmentId && (
        <p className="muted">
          {t.formerGroups}{' '}
          {talk.others.map((one) => (
            <Link key={one.id} className="link mr-3" to={paths.groupLeft(talk.enrolmentId ?? '', one.id)}>
              {one.name}
            </Link>
          ))}
        </p>
      )}
    </div>
  )
}

/** Whether another group is shown than the one that the page was opened with: its reader was moved meanwhile. */
function useMoved(groupId: string | null) {
  const { key } = useLocation()
  const [opened, setOpened] = useState({ key, groupId })
  if (opened.key !== key) setOpened({ key, groupId })
  return opened.key === key && opened.groupId !== groupId
}
