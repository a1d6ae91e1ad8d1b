import { Link, useFetcher } from '@remix-run/react'
import { type MouseEvent, useEffect, useRef, useState } from 'react'
import { useWords } from '~/i18n'
import { asking } from '~/paths'
import type { Loaded } from '~/realtime/room'
import type { loader, TalkData } from './route'
import { words } from './words'

/** The pages before: put above what is read, and the page stays live. Without JavaScript each is a page of its own. */
export function useEarlier(talk: TalkData, self: string, show: (page: Loaded) => void) {
  const fetcher = useFetcher<typeof loader>()
  const [before, setBefore] = useState(talk.before)
  const shown = useRef<unknown>(null)
  const page = fetcher.data?.talk

  // biome-ignore lint/correctness/useExhaustiveDependencies: each page is shown once
  useEffect(() => {
    if (!page || shown.current === page || page.topic.id !== talk.topic.id) return
    shown.current = page
    setBefore(page.before)
    show({ groupId: page.groupId, topicId: page.topic.id, upTo: page.upTo, posts: page.posts })
  }, [page])

  const to = before === null ? null : asking(self, { before })
  return {
    to,
    loading: fetcher.state !== 'idle',
    load(event: MouseEvent) {
      // A page of earlier posts alone leads on to the next such page.
      if (talk.after || !to) return
      event.preventDefault()
      fetcher.load(to)
    },
  }
}

export function Earlier({ earlier: { to, loading, load } }: { earlier: ReturnType<typeof useEarlier> }) {
  const t = useWords(words)
  if (to === null) return null
  return (
    <p className="text-center">
      <Link className="link inline-flex min-h-11 items-center" to={to} onClick={load} aria-busy={loading}>
        {loading ? t.loading : t.earlier}
      </Link>
    </p>
  )
}
