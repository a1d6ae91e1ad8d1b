import { useRevalidator } from '@remix-run/react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { EmptyState } from '~/components/card'
import { cx } from '~/components/cx'
import type { FormState } from '~/components/form-state'
import { keep, keptKey } from '~/components/kept-text'
import { PageHeader, Stack } from '~/components/page-header'
import type { ShownPost } from '~/domain/mentoring/log'
import { useWords } from '~/i18n'
import { paths } from '~/paths'
import type { Waiting } from '~/realtime/outbox'
import { useRoom } from '~/realtime/use-room'
import { countsOf, People, TopicForm, Topics } from './around'
import { Composer } from './composer'
import { Earlier, useEarlier } from './earlier'
import { Prompt, Standing, ToLatest } from './parts'
import { Posts } from './posts'
import type { TalkData } from './route'
import { useScrolling } from './scrolling'
import { WaitingPost } from './waiting-post'
import { words } from './words'

/** One topic of a group, live: what was loaded, what comes, what waits to go. */
export function Talk({ talk, form }: { talk: TalkData; form: FormState }) {
  const t = useWords(words)
  const { groupId, topic, me } = talk
  const { revalidate } = useRevalidator()
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
    onChanged: revalidate,
  })
  const here = new Set([...room.here, ...(room.connected ? [me] : [])])
  const self = talk.enrolmentId
    ? paths.groupTopic(talk.enrolmentId, topic.id, talk.leftGroupId)
    : paths.mentoredTopic(groupId, topic.id)
  const writes = (talk.as === 'member' || talk.as === 'mentor') && talk.open && !talk.after
  const list = useRef<HTMLOListElement>(null)
  const scrolling = useScrolling({
    posts: room.posts.length,
    waiting: room.waiting.length,
    lastOfOthers: room.posts.findLast((post) => post.authorId !== me)?.number ?? 0,
    first: room.posts[0]?.number ?? 0,
    older: talk.after,
  })
  const earlier = useEarlier(talk, self, (page) => {
    scrolling.keepPlace(list)
    room.earlier(page)
  })

  const field = useRef<HTMLTextAreaElement>(null)
  const draft = keptKey(me, self, 'text')
  const [answered, setAnswered] = useState(talk.reply)
  const [chosen, setChosen] = useState(talk.chosen)
  const choice = {
    chosen,
    choose: setChosen,
    reply(postId: string) {
      setAnswered(postId)
      field.current?.focus()
    },
  }

  function edit(entry: Waiting) {
    room.forget(entry)
    if (!field.current) return
    const text = [entry.text, field.current.value].filter(Boolean).join('\n')
    field.current.value = text
    keep(draft, text)
    field.current.focus()
  }

  return (
    <Stack>
      <PageHeader
        over={[
          talk.name,
          ...(talk.people.length > 0
            ? [t.people(countsOf(talk.people)), t.here(talk.people.filter((one) => here.has(one.id)).length)]
            : []),
        ].join(' · ')}
        title={topic.kind === 'stream' ? t.title : topic.title}
      />
      <Topics talk={talk} extra={room.topics} />
      {talk.people.length > 0 && <People people={talk.people} here={here} me={me} />}
      {talk.as === 'mentor' && <TopicForm action={self} form={form} />}
      <Prompt talk={talk} />
      <Earlier earlier={earlier} />
      {room.posts.length + room.waiting.length === 0 && (
        <EmptyState title={t.empty}>{t.emptyMore}</EmptyState>
      )}
      <ol ref={list} className="flex flex-col gap-4 [overflow-anchor:none]">
        <Posts posts={room.posts} talk={talk} self={self} choice={choice} form={form} />
        {room.waiting.map((entry) => (
          <WaitingPost
            key={entry.clientId}
            entry={entry}
            room={room}
            talk={talk}
            edit={writes ? edit : null}
          />
        ))}
      </ol>
      <p className="muted min-h-[1.6em]">{room.typing.length > 0 && t.typing(room.typing.join(t.and))}</p>
      <Arrivals posts={room.posts} me={me} />
      <span id="latest" ref={scrolling.end} className="-mt-4 scroll-mb-34" />
      <Standing talk={talk} self={self} signedOut={room.signedOut} />
      <div
        className={cx('sticky z-10 lg:bottom-4', talk.enrolmentId === null ? 'bottom-0' : 'bottom-[4.25rem]')}
      >
        {!scrolling.atEnd && (
          <ToLatest
            come={room.posts.filter((post) => post.number > scrolling.seen && post.authorId !== me).length}
            go={scrolling.toEnd}
          />
        )}
        {writes && (
          <Composer
            room={room}
            self={self}
            form={form}
            field={field}
            draft={draft}
            replied={room.posts.find((post) => post.id === answered)}
            answerNobody={() => setAnswered(null)}
          />
        )}
      </div>
    </Stack>
  )
}

/** Reads out what others say while the page is open; what was there before is read where it stands. */
function Arrivals({ posts, me }: { posts: readonly ShownPost[]; me: string }) {
  const t = useWords(words)
  const last = posts.at(-1)
  const known = useRef(last?.number ?? 0)
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (!last || last.number <= known.current) return
    known.current = last.number
    if (last.authorId !== me && last.text !== null) setSaid(`${last.author}${t.colon}${last.text}`)
  }, [last, me, t])
  return (
    <p className="sr-only" aria-live="polite">
      {said}
    </p>
  )
}
