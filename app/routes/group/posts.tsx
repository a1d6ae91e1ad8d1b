import { Link } from '@remix-run/react'
import { Fragment, type MouseEvent, type ReactNode, useRef } from 'react'
import type { FormState } from '~/components/form-state'
import { Avatar } from '~/components/tag'
import { Said } from '~/components/tools'
import type { ShownPost } from '~/domain/mentoring/log'
import { useLocale, useWords } from '~/i18n'
import { formatDayOfTalk, formatTime } from '~/i18n/format'
import { asking } from '~/paths'
import { PlainText } from './plain-text'
import { Removing, removalOf } from './removing'
import type { TalkData } from './route'
import { words } from './words'

type All = Omit<Item, 'post'> & { posts: readonly ShownPost[] }

/** The posts under the days on which they were written, and a line above what was new when the page was opened. */
export function Posts({ posts, ...item }: All) {
  const t = useWords(words)
  const { talk } = item
  const locale = useLocale()
  // A post that came after the page was loaded came today, as far as this page knows.
  const dayOf = ({ at }: ShownPost) => formatDayOfTalk(at, at > talk.now ? at : talk.now, talk.zone, locale)
  // It stays where it is while they read.
  const readUpTo = useRef(talk.readUpTo).current
  const firstNew = posts.find((post) => post.eventNumber > readUpTo && post.authorId !== talk.me)
  return posts.map((post, index) => {
    const day = dayOf(post)
    const before = posts[index - 1]
    return (
      <Fragment key={post.id}>
        {(!before || dayOf(before) !== day) && <Line>{day}</Line>}
        {readUpTo > 0 && post === firstNew && <Line id="new-below">{t.newBelow}</Line>}
        <ShownPostItem post={post} {...item} />
      </Fragment>
    )
  })
}

/** A line across the talk: a day begins, or what is new. */
function Line({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <li id={id} className="flex scroll-mt-24 items-center gap-3 text-tiny text-ink-2">
      <span aria-hidden="true" className="h-px flex-1 bg-line" />
      {children}
      <span aria-hidden="true" className="h-px flex-1 bg-line" />
    </li>
  )
}

/** What somebody chose to do with posts of the page. Without JavaScript the address says it. */
export type Choice = {
  /** Whose removal is being decided. */
  chosen: string | null
  choose(postId: string | null): void
  reply(postId: string): void
}

type Item = { post: ShownPost; talk: TalkData; self: string; choice: Choice; form: FormState }

function ShownPostItem({ post, talk, self, choice, form }: Item) {
  const t = useWords(words)
  const own = post.authorId === talk.me
  const speaks = (talk.as === 'member' || talk.as === 'mentor') && !talk.after
  const removal = speaks ? removalOf(post, talk) : null
  return (
    <li id={`post-${post.number}`} className="scroll-mt-24">
      <Said
        name={own ? t.me : post.author}
        role={post.byMentor ? t.mentor : undefined}
        when={<time dateTime={post.at}>{formatTime(post.at, talk.zone)}</time>}
        mentor={post.byMentor}
        avatar={<Avatar name={post.author} mentor={post.byMentor} />}
        faded={post.removed !== null}
        tools={speaks && <Tools post={post} talk={talk} self={self} choice={choice} removal={removal} />}
      >
        {post.replyTo && (
          <a href={`#post-${post.replyTo.number}`} className="muted block">
            {t.replyTo(post.replyTo.author)}
          </a>
        )}
        {post.text !== null && <PlainText text={post.text} />}
        {post.removed && <p className="muted">{removedWords(t, post, own)}</p>}
      </Said>
      {removal && choice.chosen === post.id && (
        <Removing post={post} intent={removal} self={self} form={form} close={() => choice.choose(null)} />
      )}
    </li>
  )
}

function removedWords(t: (typeof words)['zh-CN'], { removed }: ShownPost, own: boolean) {
  if (removed?.kind === 'deleted') return own ? t.deletedOwn : t.deleted
  return removed?.reason ? t.hiddenWhy(removed.reason) : t.hidden
}

type ToolsProps = Omit<Item, 'form'> & { removal: ReturnType<typeof removalOf> }

/** What can be done with a post: answered by all who speak, taken away by its author or the mentor. */
function Tools({ post, talk, self, choice, removal }: ToolsProps) {
  const t = useWords(words)
  const english = useLocale() === 'en'
  const link = 'inline-flex min-h-11 min-w-11 items-center justify-center hover:text-ink hover:underline'
  const about = `${english ? ' ' : ''}${post.author} ${formatTime(post.at, talk.zone)}`
  return (
    <span className="no-print -my-2.5 -mr-2 flex flex-none text-tiny text-ink-2">
      {!post.removed && talk.open && (
        <Link
          className={link}
          to={asking(self, { reply: post.id })}
          onClick={here(() => choice.reply(post.id))}
          preventScrollReset
          replace
        >
          {t.reply}
          <span className="sr-only">{about}</span>
        </Link>
      )}
      {removal && choice.chosen !== post.id && (
        <Link
          className={link}
          to={`${asking(self, { post: post.id })}#post-${post.number}`}
          onClick={here(() => choice.choose(post.id))}
          preventScrollReset
          replace
        >
          {t.more}
          <span className="sr-only">{about}</span>
        </Link>
      )}
    </span>
  )
}

/** Done on the page itself: it needs no network, and what is there stays. */
function here(work: () => void) {
  return (event: MouseEvent) => {
    event.preventDefault()
    work()
  }
}
