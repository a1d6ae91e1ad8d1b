import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { Button, buttonClass, LinkButton } from '~/components/button'
import { Card, EmptyState } from '~/components/card'
import { FormErrors, FormKey } from '~/components/form-errors'
import { Notice } from '~/components/notice'
import { PageHeader, Stack } from '~/components/page-header'
import { Tag } from '~/components/tag'
import { titled } from '~/components/titled'
import { takeRoll, undoMarks } from '~/domain/workshops/attendance.server'
import { answerLeave } from '~/domain/workshops/leave.server'
import { markWords } from '~/domain/workshops/mark-words'
import { rollView } from '~/domain/workshops/roll.queries.server'
import { RollForm } from '~/domain/workshops/roll.schema'
import { sessionTitle } from '~/domain/workshops/session-title'
import { sessionToCall } from '~/domain/workshops/workshops.access.server'
import { requireActor } from '~/http/actor.server'
import { redirectWith } from '~/http/flash.server'
import { parseForm } from '~/http/forms.server'
import { found, refused } from '~/http/found.server'
import { parseId } from '~/http/ids.server'
import { useLocale, useWords, wordsFor } from '~/i18n'
import { formatDay, formatRange } from '~/i18n/format'
import { localeFor } from '~/i18n/request.server'
import { paths } from '~/paths'
import { RareMarks } from './rare-marks'
import { RollRow } from './roll-row'
import { words } from './words'

export const meta = titled(words, (t) => t.title)

type Params = { sessionId?: string; groupId?: string }

async function openRoll(request: Request, params: Params) {
  const actor = await requireActor(request)
  const roll = found(await sessionToCall(actor, parseId(params.sessionId), parseId(params.groupId)))
  return { actor, roll }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, roll } = await openRoll(request, params)
  const { sessionId, title, turn, startsAt, endsAt, timeZone, group, authority, dayOpensAt } = roll
  const view = await rollView(actor, roll)
  return {
    ...view,
    sessionId,
    title,
    turn,
    startsAt,
    endsAt,
    zone: timeZone,
    group: group.name,
    groupId: group.id,
    authority,
    opensAt: dayOpensAt > actor.at ? dayOpensAt : null,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, roll } = await openRoll(request, params)
  const t = wordsFor(localeFor(request), words)
  const here = paths.roll(roll.sessionId, roll.group.id)
  const form = await parseForm(request, RollForm)
  if (form.errors) return data(form, { status: 400 })
  const { values } = form
  if (values.intent === 'leave') {
    const answered = await answerLeave(actor, roll, values.leaveId, values.granted === 'yes')
    return 'refused' in answered ? refused(t.refused[answered.refused!]) : data(null)
  }
  if (values.intent === 'undo') {
    const undone = await undoMarks(actor, roll, values.entryIds)
    if ('refused' in undone) return refused(t.refused[undone.refused!])
    return redirectWith(here, { text: t.undone(undone.undone) })
  }
  const via = roll.authority === 'manager' ? 'sheet' : 'roll'
  if (values.intent === 'mark') {
    const { enrolmentId, mark, minutes, note } = values
    const marked = await takeRoll(actor, roll, [{ enrolmentId, mark, minutes, note }], { via })
    return 'refused' in marked ? refused(t.refused[marked.refused]) : data(null)
  }
  const marks = values.marks.flatMap(({ enrolmentId, mark, shown }) =>
    mark && mark !== shown ? [{ enrolmentId, mark }] : [],
  )
  const taken = await takeRoll(actor, roll, marks, { via, rest: values.intent === 'rest' ? 'present' : null })
  if ('refused' in taken) return refused(t.refused[taken.refused])
  return redirectWith(here, { text: t.saved(taken.entryIds.length) })
}

const sheet = 'roll'

export default function RollPage() {
  const {
    people,
    counts,
    called,
    lastEntryIds,
    sessionId,
    title,
    turn,
    startsAt,
    endsAt,
    zone,
    group,
    groupId,
    authority,
    opensAt,
  } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  const t = useWords(words)
  const locale = useLocale()
  const m = markWords[locale]
  return (
    <Stack narrow>
      <PageHeader
        over={`${group} · ${sessionTitle(title, locale)} · ${formatRange(startsAt, endsAt, zone, locale)} · ${t.turn(turn)}`}
        title={t.title}
        actions={
          <>
            {people.length > 0 && (
              <a href={paths.rollSheet(sessionId, groupId)} download className={buttonClass('quiet')}>
                {t.print}
              </a>
            )}
            <LinkButton look="ghost" to={paths.checkInScreen(sessionId)}>
              {t.checkIn}
            </LinkButton>
          </>
        }
      >
        <p className="flex flex-wrap gap-1.5" aria-live="polite">
          <Tag>{`${m.marks.present} ${counts.present}`}</Tag>
          <Tag tone="amber">{`${m.marks.late} ${counts.late}`}</Tag>
          <Tag tone="plain">{`${m.marks.excused} ${counts.excused}`}</Tag>
          <Tag tone="red">{`${m.marks.absent} ${counts.absent}`}</Tag>
          {counts['left-early'] > 0 && (
            <Tag tone="plain">{`${m.marks['left-early']} ${counts['left-early']}`}</Tag>
          )}
          {counts['made-up'] > 0 && <Tag tone="plain">{`${m.marks['made-up']} ${counts['made-up']}`}</Tag>}
          <Tag tone="plain">{counts.none > 0 ? t.toCall(counts.none) : called ? t.calledAll : '—'}</Tag>
        </p>
      </PageHeader>
      <FormErrors form={form ?? null} />
      {opensAt && <Notice>{t.notYet(formatDay(opensAt, zone, locale))}</Notice>}
      {people.length === 0 ? (
        <EmptyState
          title={t.empty}
          action={
            <Link to={paths.rolls()} className="link">
              {t.back}
            </Link>
          }
        >
          {t.emptyText}
        </EmptyState>
      ) : (
        <Card flush>
          <ul className="divide-y divide-line">
            {people.map((row, place) => (
              <RollRow
                key={row.enrolmentId}
                {...{ row, place, sheet, zone, authority }}
                open={opensAt === null}
              />
            ))}
          </ul>
        </Card>
      )}
      {!opensAt && people.length > 0 && <RareMarks people={people} />}
      {!opensAt && people.length > 0 && (
        <div className="sticky bottom-0 z-10 -mx-4 flex gap-2.5 border-t border-line bg-paper px-4 py-3">
          {lastEntryIds.length > 0 && (
            <Form method="post">
              <FormKey of="undo" />
              <input type="hidden" name="intent" value="undo" />
              {lastEntryIds.map((id, place) => (
                <input key={id} type="hidden" name={`entryIds[${place}]`} value={id} />
              ))}
              <Button type="submit" look="ghost">
                {t.undo}
              </Button>
            </Form>
          )}
          <Form method="post" id={sheet} className="flex flex-1 gap-2.5">
            <FormKey of="roll" />
            <Button type="submit" name="intent" value="save" look="ghost" className="[.js_&]:hidden">
              {t.save}
            </Button>
            {counts.none > 0 && (
              <Button type="submit" name="intent" value="rest" className="flex-1">
                {t.rest}
              </Button>
            )}
          </Form>
        </div>
      )}
    </Stack>
  )
}
