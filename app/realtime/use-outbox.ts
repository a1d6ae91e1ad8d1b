import { useLocation } from '@remix-run/react'
import { useEffect } from 'react'
import { isWaiting } from './outbox'

const A_GROUPS_PAGE_SENDS_WITHIN = 2_000

/** What somebody posted goes, whichever page they went on to. Stands once, in the root. */
export function useOutbox(personId: string | null) {
  const { pathname } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page looks anew
  useEffect(() => {
    if (!personId) return
    const leaving = new AbortController()
    const { signal } = leaving
    const timer = window.setTimeout(() => {
      if (!isWaiting(personId)) return
      // What cannot be fetched now is tried again by the next page.
      import('./sender').then(({ sendWaiting }) => sendWaiting(personId, signal)).catch(() => undefined)
    }, A_GROUPS_PAGE_SENDS_WITHIN)
    return () => {
      window.clearTimeout(timer)
      leaving.abort()
    }
  }, [personId, pathname])
}
