import { useSyncExternalStore } from 'react'
import { goToTheNewRelease } from './new-release'

// A page without a network. Requests that Remix makes for a page (loaders' data, actions, the list of routes, a
// page's code) pass through here; all others go their own way.
//
//   fine → retrying   a request failed before its answer and may be sent again: a read, or a form with a `formKey`
//   fine → asking     a form without one failed: it may have arrived, so a person decides
//   retrying → fine   an answer came; tried after 1, 2, 4, 8, then each 15 seconds, and when the device says it is back
//   asking → fine     the person pressed "try again", or left
//
// Until then the page stays as it is, with all that was typed.

export type Network = 'fine' | 'away' | 'retrying' | 'asking'

const listeners = new Set<() => void>()
const waiting = new Map<symbol, 'retrying' | 'asking'>()
const wakers = new Set<() => void>()

export function useNetwork(): Network {
  return useSyncExternalStore(subscribe, network, () => 'fine')
}

/** That something of this page waits for the network, or no more. */
export function markWaiting(what: symbol, state: 'retrying' | 'asking' | null) {
  if (state) waiting.set(what, state)
  else waiting.delete(what)
  tell()
}

/** Sends again, now, whatever waits. */
export function tryAgain() {
  for (const wake of [...wakers]) wake()
}

export function keepPageWithoutNetwork() {
  const send = window.fetch.bind(window)
  window.fetch = (input, init) => (isForPage(input) ? untilAnswered(send, input, init) : send(input, init))
  window.piecesOf = async (route) => {
    const urls = [route.module, ...(route.imports ?? [])]
    const answers = await Promise.all(urls.map((url) => untilAnswered(send, url, undefined)))
    return answers.every((answer) => answer.ok) ? route.module : goToTheNewRelease()
  }
  window.addEventListener('online', () => {
    tryAgain()
    tell()
  })
  window.addEventListener('offline', tell)
}

declare global {
  interface Window {
    /** Fetches a page's code, waiting for the network where there is none, and gives its address. */
    piecesOf: (route: { module: string; imports?: string[] }) => Promise<string>
  }
}

function isForPage(input: RequestInfo | URL) {
  const url = new URL(input instanceof Request ? input.url : input, window.location.href)
  return (
    url.origin === window.location.origin &&
    (url.pathname.endsWith('.data') || url.pathname === '/__manifest')
  )
}

async function untilAnswered(send: typeof fetch, input: RequestInfo | URL, init: RequestInit | undefined) {
  const request = Symbol()
  try {
    for (let attempt = 0; ; attempt += 1) {
      const unsent = !navigator.onLine
      const answer = await answerOf(send, input, init)
      if (answer) return answer
      markWaiting(request, unsent || mayRepeat(init) ? 'retrying' : 'asking')
      await pause(attempt, waiting.get(request) === 'retrying', init?.signal)
    }
  } finally {
    markWaiting(request, null)
  }
}

/** The whole answer, or null where the network or what stands between gave none. */
async function answerOf(send: typeof fetch, input: RequestInfo | URL, init: RequestInit | undefined) {
  try {
    const response = await send(input, init)
    if (isGatewayDown(response)) return null
    if (response.body === null || response.status === 204) return response
    return new Response(await response.arrayBuffer(), response)
  } catch (error) {
    if (init?.signal?.aborted) throw error
    return null
  }
}

/** A proxy whose server is just starting anew; our own errors carry data that Remix reads. */
function isGatewayDown({ status, headers }: Response) {
  return status >= 502 && status <= 504 && !headers.get('Content-Type')?.includes('text/x-script')
}

function mayRepeat(init: RequestInit | undefined) {
  if (!init?.method || init.method === 'GET') return true
  const { body } = init
  if (body instanceof URLSearchParams || body instanceof FormData) return body.has('formKey')
  return false
}

function pause(attempt: number, byItself: boolean, signal: AbortSignal | null | undefined) {
  return new Promise<void>((resolve, reject) => {
    const timer = byItself ? window.setTimeout(wake, Math.min(15_000, 1000 * 2 ** attempt)) : undefined
    function done() {
      window.clearTimeout(timer)
      wakers.delete(wake)
      signal?.removeEventListener('abort', left)
    }
    function wake() {
      done()
      resolve()
    }
    function left() {
      done()
      reject(signal?.reason)
    }
    wakers.add(wake)
    signal?.addEventListener('abort', left)
  })
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function network(): Network {
  const states = [...waiting.values()]
  if (states.includes('asking')) return 'asking'
  if (states.includes('retrying')) return 'retrying'
  return navigator.onLine ? 'fine' : 'away'
}

function tell() {
  for (const listener of listeners) listener()
}
