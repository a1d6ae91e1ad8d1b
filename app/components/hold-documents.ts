import { markWaiting } from './network'

// Where the browser itself would go to another document (a sign-out, a download, another language) and there is no
// network, it would show a page of its own in place of ours. The page stays, says so, and goes when the network is back.

const held = Symbol('held')
let goOn: (() => void) | null = null

export function holdDocuments() {
  document.addEventListener('click', holdLink)
  document.addEventListener('submit', holdForm)
  window.addEventListener('online', () => {
    const go = goOn
    goOn = null
    markWaiting(held, null)
    go?.()
  })
}

function holdLink(event: MouseEvent) {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link?.href || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return
  const { origin, pathname, search } = new URL(link.href)
  const here = window.location
  const leads = origin === here.origin && pathname + search !== here.pathname + here.search
  if (leads && link.target === '') hold(event, () => link.click())
}

function holdForm(event: SubmitEvent) {
  const form = event.target as HTMLFormElement
  hold(event, () => form.requestSubmit(event.submitter))
}

/** The last that was pressed is what goes on. What React answers by itself has been prevented before. */
function hold(event: Event, go: () => void) {
  if (event.defaultPrevented || navigator.onLine) return
  event.preventDefault()
  goOn = go
  markWaiting(held, 'retrying')
}
