// A page that is open while a new release takes the place of its own asks for code that is gone. It then begins anew,
// from the new release; what was typed is kept on the device (kept-text.tsx, outbox.ts).

type Routed = { state: { navigation: { state: string; location?: Location } } }

/** Goes by itself to the page whose code is gone. Never comes back. */
export function goToTheNewRelease() {
  beginAnew()
  return new Promise<never>(() => undefined)
}

// Where somebody is on the way to another page, they go on to that one.
function beginAnew() {
  const { navigation } = (window as unknown as { __remixRouter: Routed }).__remixRouter.state
  const { location } = navigation
  // A form that has not left yet is sent from the new page.
  if (!location || navigation.state === 'submitting') window.location.reload()
  else window.location.assign(location.pathname + location.search + location.hash)
}

const reloadedAt = 'reloaded-at'
const ONCE_IN = 60_000

/** A part that a page loads later could not be had: begins anew, now or when the network is back, and not in a circle. */
export function reloadForLostParts() {
  window.addEventListener('vite:preloadError', () => {
    if (navigator.onLine) reload()
    else window.addEventListener('online', reload, { once: true })
  })
}

function reload() {
  const last = Number(window.sessionStorage.getItem(reloadedAt))
  if (performance.timeOrigin + performance.now() - last < ONCE_IN) return
  window.sessionStorage.setItem(reloadedAt, String(performance.timeOrigin + performance.now()))
  beginAnew()
}
