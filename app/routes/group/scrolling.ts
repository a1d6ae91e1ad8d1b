import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

// Where the reader stands in a long talk.
//   opened        at the first post that is new, else at the end; an address that names a post is followed
//   at the end    what comes pushes up what was there
//   further up    what comes is counted, and nothing moves; nor does it where earlier posts are put above

const useBeforePaint = typeof document === 'undefined' ? useEffect : useLayoutEffect

type Talk = {
  /** How many posts stand there, and how many of one's own wait below them. */
  posts: number
  waiting: number
  /** The number of the last post by somebody else. */
  lastOfOthers: number
  /** The number of the first post that is shown. */
  first: number
  /** An older page, which has no end to be at. */
  older: boolean
}

export function useScrolling({ posts, waiting, lastOfOthers, first, older }: Talk) {
  const end = useRef<HTMLSpanElement>(null)
  const [atEnd, setAtEnd] = useState(true)
  const [seen, setSeen] = useState(lastOfOthers)

  const toEnd = useCallback(() => end.current?.scrollIntoView({ block: 'end' }), [])

  useBeforePaint(() => {
    if (older || window.location.hash.startsWith('#post-')) return
    const line = document.getElementById('new-below')
    if (line) line.scrollIntoView({ block: 'start' })
    else if (posts > 4) toEnd()
  }, [])

  useEffect(() => {
    const mark = end.current
    if (!mark || older) return
    const watcher = new IntersectionObserver(([seenNow]) => setAtEnd(seenNow?.isIntersecting ?? true), {
      rootMargin: '0px 0px 200px 0px',
    })
    watcher.observe(mark)
    return () => watcher.disconnect()
  }, [older])

  useEffect(() => {
    if (atEnd) setSeen(lastOfOthers)
  }, [atEnd, lastOfOthers])

  const before = useRef({ posts, waiting })
  useBeforePaint(() => {
    const came = posts > before.current.posts && atEnd
    if ((came || waiting > before.current.waiting) && !older) toEnd()
    before.current = { posts, waiting }
  }, [posts, waiting])

  const keepPlace = useKeptPlace(first)
  return { end, atEnd: atEnd || older, seen, toEnd, keepPlace }
}

/** Keeps what is read where it is while something is put above it; called before the earlier posts are shown. */
function useKeptPlace(first: number) {
  const kept = useRef<{ post: Element; top: number } | null>(null)
  useBeforePaint(() => {
    const place = kept.current
    kept.current = null
    if (place) window.scrollBy(0, place.post.getBoundingClientRect().top - place.top)
  }, [first])
  return useCallback((list: RefObject<HTMLElement>) => {
    const post = list.current?.querySelector('[id^="post-"]')
    if (post) kept.current = { post, top: post.getBoundingClientRect().top }
  }, [])
}
