import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { livesToMark } from '~/activities/live/live.access.server'
import { liveSessionOf, markLiveMinutes } from '~/activities/live/live.server'
import { SessionForm } from '~/activities/live/live.session.schema'
import { type LiveMark, liveMarks, setLiveSession } from '~/activities/live/live.session.server'
import { Card, EmptyState } from '~/components/card'
import { Pagination, SearchFilterBar } from '~/components/list-tools'
import { PageHeader, Stack } from '~/components/page-header'
import { titled } from '~/components/titled'
import { cohortToManage } from '~/domain/cohorts/cohort.access.server'
import { pageOf } from '~/domain/pages'
import { requireActor } from '~/http/actor.server'
import { pageAsked, wordAsked } from '~/http/asked'
import { redirectWith } from '~/http/flash.server'
import { parseFields, readFields } from '~/http/forms.server'
import { found, refused } from '~/http/found.server'
import { parseId } from '~/http/ids.server'
import { useLocale, useWords, wordsFor } from '~/i18n'
import { formatRange } from '~/i18n/format'
import { localeFor } from '~/i18n/request.server'
import { asking, paths } from '~/paths'
import { MarksForm, TimeForm } from './forms'
import { words } from './words'

export const meta = titled(words, (t) => t.title)

/** For the cohort's manager, and for mentors, who see and mark their own groups. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  const cohortId = parseId(params.cohortId)
  const managed = await cohortToManage(actor, cohortId)
  const sessions = found((await livesToMark(actor, cohortId)) ?? (managed && []))
  const asked = askedOf(request)
  const lives = await Promise.all(
    sessions.map(async (session) => {
      const set = await liveSessionOf(cohortId, session.activityId)
      const { activityId, title, config } = session
      const when = set && { startsAt: set.startsAt.getTime(), endsAt: set.endsAt.getTime(), link: set.link }
      return {
        activityId,
        title,
        zone: session.zone,
        needed: config.minMinutes,
        when,
        everybody: await liveMarks(session),
      }
    }),
  )
  const named = new Set(lives.flatMap((live) => live.everybody.flatMap(({ group }) => group ?? [])))
  const groups = [...named].sort((a, b) => a.localeCompare(b, 'zh-CN'))
  return {
    id: cohortId,
    cohortTitle: managed?.title ?? null,
    asked,
    groups,
    lives: lives.map(({ everybody, ...live }) => {
      const found = everybody.filter((one) => isAsked(one, asked))
      const { shown, page, pages } = pageOf(found, asked.page)
      return { ...live, people: shown, found: found.length, everybody: everybody.length, page, pages }
    }),
  }
}

type Asked = { q: string; group: string; page: number }

function askedOf(request: Request): Asked {
  const search = new URL(request.url).searchParams
  return { q: wordAsked(search), group: wordAsked(search, 'group'), page: pageAsked(search) }
}

function isAsked({ name, unit, group }: LiveMark, asked: Asked) {
  if (asked.group !== '' && group !== asked.group) return false
  return [name, unit, group].some((text) => text?.includes(asked.q))
}

function addressOf(cohortId: string, { q, group, page }: Asked) {
  return asking(paths.cohortLive(cohortId), { q, group, page: page > 1 ? page : '' })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const cohortId = parseId(params.cohortId)
  const locale = localeFor(request)
  const t = wordsFor(locale, words)
  const fields = await readFields(request)
  if (fields.get('intent') === 'set') {
    const cohort = found(await cohortToManage(actor, cohortId))
    const form = parseFields(fields, SessionForm, locale, words)
    if (form.errors) return data(form, { status: 400 })
    const set = await setLiveSession(actor, cohort, form.values)
    if (set.refused) return refused(t[set.refused], { typed: form.typed })
    return redirectWith(addressOf(cohortId, askedOf(request)), { text: t.saved })
  }
  const sessions = found(await livesToMark(actor, cohortId))
  const session = found(sessions.find((one) => one.activityId === fields.get('activityId')))
  const marks = marksIn(fields)
  const typed = Object.fromEntries(fields)
  if (!marks) return refused(t.wrong, { status: 400, typed })
  if (!marks.length) return refused(t.nothing, { status: 400, typed })
  const done = await markLiveMinutes(actor, session, marks)
  if ('refused' in done) return refused(t[done.refused], { typed })
  return redirectWith(addressOf(cohortId, askedOf(request)), { text: t.marked(done.marked) })
}

/** Null where one of them is no number of minutes. */
function marksIn(fields: URLSearchParams): { enrolmentId: string; minutes: number }[] | null {
  const given = [...fields].filter(([name, text]) => name.startsWith('minutes.') && text.trim() !== '')
  const marks = given.map(([name, text]) => ({
    enrolmentId: name.slice('minutes.'.length),
    minutes: Number(text),
  }))
  const right = marks.every(({ minutes }) => Number.isInteger(minutes) && minutes >= 0 && minutes <= 600)
  return right ? marks : null
}

export type Live = ReturnType<typeof useLoaderData<typeof loader>>['lives'][number]

export default function CohortLivePage() {
  const t = useWords(words)
  const locale = useLocale()
  const { id, cohortTitle, asked, groups, lives } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  return (
    <Stack>
      <PageHeader over={cohortTitle} title={t.title} />
      {lives.length === 0 && <EmptyState title={t.emptyTitle}>{t.empty}</EmptyState>}
      {lives.some((live) => live.everybody > 20) && (
        <SearchFilterBar
          query={asked.q}
          label={t.search}
          clearTo={paths.cohortLive(id)}
          filters={
            groups.length > 1
              ? [
                  {
                    name: 'group',
                    label: t.group,
                    value: asked.group,
                    options: [
                      { value: '', label: t.allGroups },
                      ...groups.map((name) => ({ value: name, label: name })),
                    ],
                  },
                ]
              : []
          }
        />
      )}
      {lives.map((live) => {
        const mine = form?.typed.activityId === live.activityId ? form : undefined
        const { when } = live
        return (
          <Card key={live.activityId} title={live.title}>
            <p className="muted mb-3">
              {when ? formatRange(when.startsAt, when.endsAt, live.zone, locale) : t.notSet}
            </p>
            {cohortTitle !== null && <TimeForm live={live} form={mine} />}
            <MarksForm live={live} form={mine} />
            <Pagination
              page={live.page}
              pages={live.pages}
              to={(page) => addressOf(id, { ...asked, page })}
            />
          </Card>
        )
      })}
    </Stack>
  )
}
