import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { SubmitButton } from '~/components/button'
import { Card, EmptyState } from '~/components/card'
import { Field, TextArea } from '~/components/field'
import { FormErrors, FormKey } from '~/components/form-errors'
import { Files } from '~/components/hand-ins/files'
import { queueWords } from '~/components/hand-ins/queue-words'
import { Pagination, SearchFilterBar } from '~/components/list-tools'
import { Notice } from '~/components/notice'
import { PageHeader, Stack } from '~/components/page-header'
import { Tag } from '~/components/tag'
import { titled } from '~/components/titled'
import { Fold } from '~/components/tools'
import { signOffQueue } from '~/domain/mentoring/queue.queries.server'
import { returnPractice, signOff, undoSignOff } from '~/domain/mentoring/sign-off.server'
import { practiceToSign, signOffToUndo } from '~/domain/mentoring/work.access.server'
import { requireActor, type SignedIn } from '~/http/actor.server'
import { redirectWith } from '~/http/flash.server'
import { parseForm } from '~/http/forms.server'
import { found, refused } from '~/http/found.server'
import { queueAsked } from '~/http/queue.server'
import { type Locale, useLocale, useWords, wordsFor } from '~/i18n'
import { formatDayTime } from '~/i18n/format'
import { localeFor } from '~/i18n/request.server'
import { asking, paths } from '~/paths'
import { SignOffForm } from './sign-off.schema'
import { words } from './words'

export const meta = titled(words, (t) => t.title)

export async function loader({ request }: LoaderFunctionArgs) {
  const asked = queueAsked(request)
  return { ...asked, ...(await signOffQueue(await requireActor(request), asked)) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const locale = localeFor(request)
  const form = await parseForm(request, SignOffForm, queueWords)
  if (form.errors) return data(form, { status: 400 })
  const { values } = form
  if (values.intent === 'undo') return undo(actor, locale, values.id)

  const t = wordsFor(locale, words)
  const q = wordsFor(locale, queueWords)
  const practice = found(await practiceToSign(actor, values.enrolment, values.activity))
  const signs = values.intent === 'sign'
  const done = signs ? await signOff(actor, practice, values) : await returnPractice(actor, practice, values)
  if (done.refused === 'already-signed' || done.refused === 'already-returned') {
    const { by, mark } = done.standing
    return refused(mark === null ? q.alreadyReturned(by.name) : q.already(by.name, String(mark)), form)
  }
  if (done.refused) return refused(q.refused[done.refused], form)
  const name = practice.name
  return redirectWith(paths.signOffs(), {
    text: signs ? t.signed(name, String(values.mark)) : t.returned(name),
    undo: { action: paths.signOffs(), fields: { intent: 'undo', id: done.signOffId } },
  })
}

async function undo(actor: SignedIn, locale: Locale, id: string) {
  const q = wordsFor(locale, queueWords)
  const done = await undoSignOff(actor, found(await signOffToUndo(actor, id)))
  if (done.refused) return redirectWith(paths.signOffs(), { text: q.notStanding, tone: 'amber' })
  return redirectWith(paths.signOffs(), { text: q.undone })
}

export default function SignOffs() {
  const t = useWords(words)
  const w = useWords(queueWords)
  const { q, group, page, pages, total, groups, waiting } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  const here = paths.signOffs()
  return (
    <Stack>
      <PageHeader title={t.title} />
      <SearchFilterBar
        query={q}
        label={w.search}
        filters={
          groups.length > 1
            ? [
                {
                  name: 'group',
                  label: w.group,
                  value: group,
                  options: [
                    { value: '', label: w.allGroups },
                    ...groups.map(({ id, name }) => ({ value: id, label: name })),
                  ],
                },
              ]
            : []
        }
        countLabel={w.count(total)}
        clearTo={here}
      />
      <FormErrors form={form} />
      {waiting.length === 0 && <EmptyState title={t.empty}>{t.emptyText}</EmptyState>}
      {waiting.map((one) => (
        <WaitingPractice key={`${one.enrolmentId} ${one.activityId}`} one={one} />
      ))}
      <Pagination page={page} pages={pages} to={(to) => asking(here, { q, group, page: to })} />
    </Stack>
  )
}

type One = ReturnType<typeof useLoaderData<typeof loader>>['waiting'][number]

function WaitingPractice({ one }: { one: One }) {
  const t = useWords(words)
  const w = useWords(queueWords)
  const locale = useLocale()
  const answer = useActionData<typeof action>()
  const key = `${one.enrolmentId} ${one.activityId}`
  const mine =
    answer?.typed?.enrolment === one.enrolmentId && answer.typed.activity === one.activityId
      ? answer
      : undefined
  return (
    <Card>
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h2>
          <Link className="link" to={paths.mentoredTrainee(one.enrolmentId)}>
            {one.name}
          </Link>
        </h2>
        <span className="muted">{w.since(formatDayTime(one.since, one.zone, locale))}</span>
      </div>
      <p>{one.title}</p>
      <p className="muted mb-2">{[one.unit, one.group].filter(Boolean).join(' · ')}</p>
      <Fold label={w.read} open={mine !== undefined}>
        <div className="flex flex-col gap-4">
          {one.returnedBefore && <Notice>{t.before(one.returnedBefore)}</Notice>}
          {one.items.map((item, index) => (
            <div key={item.title}>
              <h3 className="flex flex-wrap items-center gap-2 font-semibold">
                {index + 1}. {item.title}
                {item.late && <Tag tone="amber">{w.late}</Tag>}
              </h3>
              {item.text && <p className="break-words whitespace-pre-wrap">{item.text}</p>}
              {!item.text && item.files.length === 0 && <p className="muted">{t.noEvidence}</p>}
              <Files files={item.files} />
            </div>
          ))}
          <Form method="post" className="flex flex-col gap-3 border-t border-line pt-4">
            <FormKey of={key} />
            <input type="hidden" name="enrolment" value={one.enrolmentId} />
            <input type="hidden" name="activity" value={one.activityId} />
            <input type="hidden" name="seen" value={one.seen} />
            <Field
              id={`mark ${key}`}
              name="mark"
              label={w.mark}
              form={mine}
              type="number"
              inputMode="numeric"
              min={0}
              max={100}
              className="max-w-32"
            />
            <TextArea
              id={`comment ${key}`}
              name="comment"
              label={w.comment}
              form={mine}
              rows={2}
              maxLength={2000}
            />
            <div className="flex flex-wrap gap-2.5">
              <SubmitButton name="intent" value="sign">
                {t.sign}
              </SubmitButton>
              <SubmitButton name="intent" value="return" look="ghost" formNoValidate>
                {w.returnIt}
              </SubmitButton>
            </div>
          </Form>
        </div>
      </Fold>
    </Card>
  )
}
