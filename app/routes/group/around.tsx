import { Form, Link } from '@remix-run/react'
import { SubmitButton } from '~/components/button'
import { cx } from '~/components/cx'
import { Field, TextArea } from '~/components/field'
import { FormErrors, FormKey } from '~/components/form-errors'
import { type FormState, typedIn } from '~/components/form-state'
import { Tag } from '~/components/tag'
import { Fold } from '~/components/tools'
import type { ShownTopic } from '~/domain/mentoring/log'
import { useWords } from '~/i18n'
import { paths } from '~/paths'
import type { TalkData } from './route'
import { words } from './words'

/** The group's topics, with what is new in them; those that have come since the page was loaded behind. */
export function Topics({ talk, extra }: { talk: TalkData; extra: readonly ShownTopic[] }) {
  const t = useWords(words)
  const come = extra
    .filter((one) => !talk.topics.some((topic) => topic.id === one.id))
    .map(({ id, kind, title }) => ({ id, kind, title, unread: 0, open: true }))
  const topics = [...talk.topics, ...come]
  const to = (id: string) =>
    talk.enrolmentId
      ? paths.groupTopic(talk.enrolmentId, id, talk.leftGroupId)
      : paths.mentoredTopic(talk.groupId, id)
  if (topics.length < 2) return null
  return (
    <nav aria-label={t.topics}>
      <ul className="flex flex-wrap gap-2">
        {topics.map((topic) => (
          <li key={topic.id}>
            <Link
              to={to(topic.id)}
              aria-current={topic.id === talk.topic.id ? 'page' : undefined}
              className={cx(
                'inline-flex min-h-11 items-center gap-2 rounded-btn border px-3 text-sm',
                topic.id === talk.topic.id
                  ? 'border-green bg-green-soft font-semibold text-green'
                  : 'border-line bg-surface',
                !topic.open && 'text-ink-2',
              )}
            >
              {topic.kind === 'stream' ? t.stream : topic.title}
              {!topic.open && <Tag tone="plain">{t.locked}</Tag>}
              {topic.open && topic.unread > 0 && <Tag>{t.unread(topic.unread)}</Tag>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Those who learn and those who guide, as every other page counts them. */
export function countsOf(people: TalkData['people']) {
  const mentors = people.filter((one) => one.mentor).length
  return { trainees: people.length - mentors, mentors }
}

export function People({
  people,
  here,
  me,
}: {
  people: TalkData['people']
  here: ReadonlySet<string>
  me: string
}) {
  const t = useWords(words)
  return (
    <Fold label={`${t.members} · ${t.people(countsOf(people))}`} look="quiet">
      <ul className="grid grid-cols-2 gap-x-4 gap-y-1 sm:grid-cols-3">
        {people.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-2 py-1">
            <span className={cx(one.mentor && 'font-semibold text-green')}>{one.name}</span>
            {one.id === me && <span className="muted">{t.me}</span>}
            {one.mentor && <Tag>{t.mentor}</Tag>}
            {here.has(one.id) && <Tag tone="plain">{t.online}</Tag>}
          </li>
        ))}
      </ul>
    </Fold>
  )
}

/** A mentor's own topic, beside the stream and those of the activities. */
export function TopicForm({ action, form }: { action: string; form: FormState }) {
  const t = useWords(words)
  const mine = typedIn(form, 'intent') === 'open-topic' ? form : undefined
  return (
    <Fold label={t.openTopic} open={mine !== undefined}>
      <Form method="post" action={action} className="flex flex-col gap-3">
        <FormErrors form={mine} labels={{ title: t.topicTitle, prompt: t.topicPrompt }} />
        <FormKey of="open-topic" />
        <input type="hidden" name="intent" value="open-topic" />
        <Field name="title" label={t.topicTitle} form={mine} required maxLength={80} />
        <TextArea name="prompt" label={t.topicPrompt} form={mine} required={false} />
        <div>
          <SubmitButton name="submit" value="open-topic">
            {t.open}
          </SubmitButton>
        </div>
      </Form>
    </Fold>
  )
}
