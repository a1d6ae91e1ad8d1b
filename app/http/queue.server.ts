import { pageAsked, wordAsked } from './asked'
import { parseId } from './ids.server'

/** What a queue was asked for by its address. */
export function queueAsked(request: Request) {
  const asked = new URL(request.url).searchParams
  const group = asked.get('group') ?? ''
  return {
    q: wordAsked(asked),
    group: group === '' ? '' : parseId(group),
    page: pageAsked(asked),
  }
}
