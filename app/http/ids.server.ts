import { data } from '@remix-run/node'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** An id from an address; what cannot be one is the 404 page, so that no query ever sees it. */
export function parseId(text: string | undefined): string {
  if (!text || !uuid.test(text)) throw data(null, { status: 404 })
  return text.toLowerCase()
}
