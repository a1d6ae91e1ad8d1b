import { Form, Link } from '@remix-run/react'
import { Fragment } from 'react'
import { Button, SubmitButton } from '~/components/button'
import { Field } from '~/components/field'
import { FormErrors, FormKey } from '~/components/form-errors'
import { type FormState, typedIn } from '~/components/form-state'
import { useNetwork } from '~/components/network'
import { Avatar } from '~/components/tag'
import { Said } from '~/components/tools'
import type { ShownPost } from '~/domain/mentoring/log'
import { useLocale, useWords } from '~/i18n'
import { formatWhen } from '~/i18n/format'
import { asking } from '~/paths'
import type { Waiting } from '~/realtime/outbox'
import type { LiveTopic } from '~/realtime/use-room'
import type { TalkData } from './route'
import { sayRefusal, words } from './words'

type Item = { post: ShownPost; talk: TalkData; self: string; newBelow: boolean; form: FormState }

export function ShownPostItem({ post, talk, self, newBelow, form }: Item) {
  const t = useWords(words)
  const locale = useLocale()
  const own = post.authorId === talk.me
  return (
    <>
      {newBelow && (
        <li className="flex items-center gap-3 text-tiny text-ink-2">
          <span aria-hidden="true" className="h-px flex-1 bg-line" />
          {t.newBelow}
          <span aria-hidden="true" className="h-px flex-1 bg-line" />
        </li>
      )}
      <li id={`post-${post.number}`} className="scroll-mt-20">
        <Said
          name={own ? t.me : post.author}
          role={post.byMentor ? t.mentor : undefined}
          when={formatWhen(post.at, nowFor(post, talk.now), talk.zone, locale)}
          mentor={post.byMentor}
          avatar={<Avatar name={post.author} mentor={post.byMentor} />}
          faded={post.removed !== null}
        >
          {post.replyTo && (
            <a href={`#post-${post.replyTo.number}`} className="muted block">
              {t.replyTo(post.replyTo.author)}
            </a>
          )}
          {post.text !== null && <PlainText text={post.text} />}
          {post.removed && <p className="muted">{removedWords(t, post, own)}</p>}
        </Said>
        <Tools post={post} talk={talk} self={self} own={own} form={form} />
      </li>
    </>
  )
}

// A post that came after the page was loaded came today, as far as this page knows.
function nowFor({ at }: ShownPost, loadedAt: string) {
  return [at, loadedAt].sort()[1] ?? loadedAt
}

function removedWords(t: (typeof words)['zh-CN'], { removed }: ShownPost, own: boolean) {
  if (removed?.kind === 'deleted') return own ? t.deletedOwn : t.deleted
  return removed?.reason ? t.hiddenWhy(removed.reason) : t.hidden
}

/** What can be done with a post: answered by all who speak, taken away by its author or the mentor. */
function Tools({ post, talk, self, own, form }: Omit<Item, 'newBelow'> & { own: boolean }) {
  const t = useWords(words)
  const speaks = talk.as === 'member' || talk.as === 'mentor'
  if (!speaks || talk.after) return null
  const mayRemove = own || talk.as === 'mentor'
  const link = 'inline-flex min-h-11 items-center hover:underline'
  return (
    <div className="no-print ml-[46px] flex flex-wrap items-center gap-x-4 text-tiny text-ink-2">
      {!post.removed && talk.open && (
        <Link className={link} to={asking(self, { reply: post.id })} preventScrollReset replace>
          {t.reply}
        </Link>
      )}
      {mayRemove && talk.chosen !== post.id && (
        <Link
          className={link}
          to={`${asking(self, { post: post.id })}#post-${post.number}`}
          preventScrollReset
          replace
        >
          {t.more}
        </Link>
      )}
      {mayRemove && talk.chosen === post.id && (
        <Removing post={post} own={own} self={self} form={form} as={talk.as} />
      )}
    </div>
  )
}

type RemovingProps = Pick<Item, 'post' | 'self' | 'form'> & { own: boolean; as: TalkData['as'] }

function Removing({ post, own, self, form, as }: RemovingProps) {
  const t = useWords(words)
  const mine = typedIn(form, 'postId') === post.id ? form : undefined
  const theirs = post.removed?.kind === 'hidden' ? as === 'mentor' : own
  const intent = post.removed ? 'restore' : own ? 'delete' : 'hide'
  if (post.removed && !theirs) return null
  return (
    <Form method="post" action={self} className="flex w-full flex-col gap-3 py-2" preventScrollReset>
      <FormErrors form={mine} labels={{ reason: t.hideReason }} />
      <FormKey of={post.id} />
      <input type="hidden" name="postId" value={post.id} />
      <input type="hidden" name="intent" value={intent} />
      {intent === 'hide' && <Field name="reason" label={t.hideReason} form={mine} required maxLength={500} />}
      <div className="flex gap-3">
        <SubmitButton
          look={intent === 'restore' ? 'ghost' : 'danger'}
          size="small"
          name="submit"
          value={intent}
        >
          {t[intent]}
        </SubmitButton>
        <Link className="inline-flex min-h-11 items-center text-sm" to={self} preventScrollReset replace>
          {t.cancel}
        </Link>
      </div>
    </Form>
  )
}

/** A post that is on this device alone: on its way, waiting for the network, or refused with the reason. */
export function WaitingPost({ entry, room, talk }: { entry: Waiting; room: LiveTopic; talk: TalkData }) {
  const t = useWords(words)
  const network = useNetwork()
  const name = talk.people.find((one) => one.id === talk.me)?.name ?? t.me
  const away = network !== 'fine' || !room.connected
  return (
    <li data-waiting={entry.refused ?? 'sending'}>
      <Said
        name={t.me}
        when={entry.refused ? undefined : away ? t.waits : t.sending}
        avatar={<Avatar name={name} mentor={talk.as === 'mentor'} />}
        faded={!entry.refused}
      >
        <PlainText text={entry.text} />
      </Said>
      {entry.refused && (
        <div className="ml-[46px]">
          <p role="alert" className="text-sm font-medium text-red">
            {sayRefusal(t, entry.refused)}
          </p>
          <div className="flex gap-3">
            <Button look="ghost" size="small" onClick={() => room.sendAgain(entry)}>
              {t.sendAgain}
            </Button>
            <Button look="quiet" size="small" onClick={() => room.forget(entry)}>
              {t.forget}
            </Button>
          </div>
        </div>
      )}
    </li>
  )
}

const ADDRESS = /(https?:\/\/[^\s<>"'“”‘’，。；、（）()【】《》]+)/

/** Words as they were typed, with their line breaks; addresses of the web are links, and nothing else is anything. */
export function PlainText({ text }: { text: string }) {
  const parts = text.split(ADDRESS)
  let at = 0
  return (
    <span className="whitespace-pre-wrap">
      {parts.map((part, index) => {
        at += part.length
        return index % 2 === 1 ? (
          <a
            key={at}
            href={part}
            className="link break-all"
            target="_blank"
            rel="noopener noreferrer nofollow ugc"
          >
            {part}
          </a>
        ) : (
          <Fragment key={at}>{part}</Fragment>
        )
      })}
    </span>
  )
}
