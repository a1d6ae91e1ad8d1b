import type { EntryContext } from '@remix-run/node'

/** A route's `handle`: which routes' code the browser fetches when it has nothing else to do. */
export type Ahead = { ahead: string[] }

/** Links to the code that the routes of this page name and that the page itself does not need. */
export function linksAhead({ manifest, staticHandlerContext }: EntryContext) {
  const matched = staticHandlerContext.matches.map(({ route }) => route)
  const own = new Set(matched.flatMap(({ id }) => piecesOf(manifest, id)))
  const named = matched.flatMap(({ handle }) => (handle as Ahead | undefined)?.ahead ?? [])
  const pieces = new Set(named.flatMap((id) => piecesOf(manifest, id)))
  const missing = [...pieces].filter((piece) => !own.has(piece) && !manifest.entry.imports.includes(piece))
  return missing.map((piece) => `<link rel="prefetch" as="script" href="${piece}"/>`).join('')
}

function piecesOf({ routes }: EntryContext['manifest'], id: string) {
  const route = routes[id]
  return route ? [route.module, ...(route.imports ?? [])] : []
}
