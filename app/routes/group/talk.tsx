import { Link, useRevalidator } from '@remix-run/react'
import { useEffect, useMemo, useRef } from 'react'
import { EmptyState } from '~/components/card'
import type { FormState } from '~/components/form-state'
import { Notice } from '~/components/notice'
import { PageHeader, Stack } from '~/components/page-header'
import { Tag } from '~/components/tag'
import { useWords } from '~/i18n'
import { asking, paths } from '~/paths'
import { useRoom } from '~/realtime/use-room'
import { People, TopicForm, Topics } from './around'
import { Composer } from './composer'
import { PlainText, ShownPostItem, WaitingPost } from './posts'
import type { TalkData } from './route'
import { words } from './words'

/** One topic of a group, live: what was loaded, what comes, what waits to go. */
export function Talk({ talk, form }: { talk: TalkData; form: FormState }) {
  const t = useWords(words)
  const { groupId, topic, me } = talk
  const revalidator = useRevalidator()
  const loaded = useMemo(
    () => ({ groupId, topicId: topic.id, upTo: talk.upTo, posts: talk.posts }),
    [groupId, topic.id, talk.upTo, talk.posts],
  )
  const hereFirst = useMemo(() => talk.people.filter((one) => one.here).map((one) => one.id), [talk.people])
  const room = useRoom({
    loaded,
    personId: me,
    as: talk.as,
    here: hereFirst,
    live: !talk.after,
    onChanged: revalidator.revalidate,
  })
  // What was new when the page was opened stays below its line while they read.
  const readUpTo = useRef(talk.readUpTo).current
  const firstNew =
    readUpTo === 0 ? null : room.posts.find((post) => post.eventNumber > readUpTo && post.authorId !== me)
  const here = new Set([...room.here, ...(room.connected ? [me] : [])])
  const self = talk.enrolmentId
    ? paths.groupTopic(talk.enrolmentId, topic.id, talk.leftGroupId)
    : paths.mentoredTopic(groupId, topic.id)
  const speaks = (talk.as === 'member' || talk.as === 'mentor') && talk.open
  const replied = talk.reply ? room.posts.find((post) => post.id === talk.reply) : undefined
  const end = useEnd(room.posts.length + room.waiting.length, talk.after)
  return (
    <Stack>
      <PageHeader
        over={[
          talk.name,
          ...(talk.people.length > 0
            ? [t.people(talk.people.length), t.here(talk.people.filter((one) => here.has(one.id)).length)]
            : []),
        ].join(' · ')}
        title={topic.kind === 'stream' ? t.title : topic.title}
      />
      <Topics talk={talk} extra={room.topics} />
      {talk.people.length > 0 && <People people={talk.people} here={here} me={me} />}
      {talk.as === 'mentor' && <TopicForm action={self} form={form} />}
      {topic.prompt && (
        <div className="rounded-card border border-line bg-surface px-4 py-3">
          <div className="prose whitespace-pre-wrap">
            <PlainText text={topic.prompt} />
          </div>
          {talk.left !== null && (
            <p className="mt-2">
              <Tag tone={talk.left > 0 ? 'amber' : 'green'}>
                {talk.left > 0 ? t.left(talk.left) : t.enough}
              </Tag>
              <span className="muted ml-2">{t.rule}</span>
            </p>
          )}
        </div>
      )}
      {talk.before !== null && (
        <p>
          <Link className="link inline-flex min-h-11 items-center" to={asking(self, { before: talk.before })}>
            {t.earlier}
          </Link>
        </p>
      )}
      {room.posts.length + room.waiting.length === 0 && (
        <EmptyState title={t.empty}>{t.emptyMore}</EmptyState>
      )}
      <ol className="flex flex-col gap-4" aria-live="polite" aria-relevant="additions">
        {room.posts.map((post) => (
          <ShownPostItem
            key={post.id}
            post={post}
            talk={talk}
            self={self}
            newBelow={post === firstNew}
            form={form}
          />
        ))}
        {room.waiting.map((entry) => (
          <WaitingPost key={entry.clientId} entry={entry} room={room} talk={talk} />
        ))}
      </ol>
      <p className="muted min-h-[1.6em]" aria-live="polite">
        {room.typing.length > 0 && t.typing(room.typing.join(t.and))}
      </p>
      <span id="latest" ref={end} />
      {talk.after && (
        <p>
          <Link className="link inline-flex min-h-11 items-center" to={self}>
            {t.latest}
          </Link>
        </p>
      )}
      {talk.as === 'former' && <Notice tone="amber">{t.former}</Notice>}
      {talk.as === 'manager' && <Notice>{t.manager}</Notice>}
      {!talk.open && <Notice tone="amber">{t.notOpen}</Notice>}
      {room.signedOut && (
        <Notice
          tone="amber"
          action={
            <Link className="link" to={paths.signIn(self)} reloadDocument>
              {t.signIn}
            </Link>
          }
        >
          {t.signedOut}
        </Notice>
      )}
      {speaks && !talk.after && (
        <Composer
          room={room}
          self={self}
          form={form}
          me={me}
          replied={replied}
          trainee={talk.enrolmentId !== null}
        />
      )}
    </Stack>
  )
}

/** The end of the talk is what one comes for, and stays in sight for who is there; who reads further up is left alone. */
function useEnd(length: number, after: boolean) {
  const end = useRef<HTMLSpanElement>(null)
  const before = useRef(0)
  useEffect(() => {
    const mark = end.current
    if (!mark || after) return
    const first = before.current === 0
    const near = mark.getBoundingClientRect().top < window.innerHeight + 240
    if (length > before.current && (first ? length > 4 : near)) mark.scrollIntoView({ block: 'end' })
    before.current = length
  }, [length, after])
  return end
}
