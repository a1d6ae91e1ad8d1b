import { Link } from '@remix-run/react'
import { Button } from '~/components/button'
import { Icon } from '~/components/icon'
import { Notice } from '~/components/notice'
import { Tag } from '~/components/tag'
import { useWords } from '~/i18n'
import { paths } from '~/paths'
import { PlainText } from './plain-text'
import type { TalkData } from './route'
import { words } from './words'

/** What the topic is about, and how many posts its activity still asks for. */
export function Prompt({ talk: { topic, left } }: { talk: TalkData }) {
  const t = useWords(words)
  if (!topic.prompt) return null
  return (
    <div className="rounded-card border border-line bg-surface px-4 py-3">
      <div className="prose whitespace-pre-wrap">
        <PlainText text={topic.prompt} />
      </div>
      {left !== null && (
        <p className="mt-2">
          <Tag tone={left > 0 ? 'amber' : 'green'}>{left > 0 ? t.left(left) : t.enough}</Tag>
          <span className="muted ml-2">{t.rule}</span>
        </p>
      )}
    </div>
  )
}

/** Why somebody does not write here, and what they can do. */
export function Standing({ talk, self, signedOut }: { talk: TalkData; self: string; signedOut: boolean }) {
  const t = useWords(words)
  return (
    <>
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
      {signedOut && (
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
    </>
  )
}

/** The way down, for who reads further up; it says how much has come. */
export function ToLatest({ come, go }: { come: number; go(): void }) {
  const t = useWords(words)
  return (
    <div className="no-print pointer-events-none absolute inset-x-0 bottom-full flex justify-center pb-2">
      <Button
        look={come > 0 ? 'solid' : 'ghost'}
        size="small"
        className="pointer-events-auto shadow-md"
        onClick={go}
      >
        {come > 0 ? t.unread(come) : t.latest}
        <span className="rotate-90">
          <Icon name="right" size={16} />
        </span>
      </Button>
    </div>
  )
}
