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
    function send() {
      if (!personId || !isWaiting(personId)) return
      // Without a network its code could not be had either, and a lost part begins the page anew.
      if (!navigator.onLine) return window.addEventListener('online', send, { once: true, signal })
      // What cannot be fetched now is tried again by the next page.
      import('./sender').then(({ sendWaiting }) => sendWaiting(personId, signal)).catch(() => undefined)
    }
    const timer = window.setTimeout(send, A_GROUPS_PAGE_SENDS_WITHIN)
    return () => {
      window.clearTimeout(timer)
      leaving.abort()
    }
  }, [personId, pathname])
}
